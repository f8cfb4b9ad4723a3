import { connectMongo } from '@qianshou/service-kit/mongo';
import { brokerOf, consumerOf } from './wiring.ts';

/** A consumer in a process of its own, which a payload may kill. */
const { TO = '', BROKERS = '', PREFIX = '' } = process.env;

const connection = await connectMongo({ uri: TO, appName: 'consumer-process' });
await consumerOf(connection, brokerOf(BROKERS.split(','), PREFIX));
