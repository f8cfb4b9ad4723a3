import { connectMongo } from '@qianshou/service-kit/mongo';
import { brokerOf, consumerOf } from './wiring.ts';

/** A consumer in a process of its own, which a payload may kill. */
const { TO = '', BROKERS = '', PREFIX = '', SESSION } = process.env;

const connection = await connectMongo({ uri: TO, appName: 'consumer-process' });
const sessions = SESSION === 'of production' ? SESSION : 'short';
await consumerOf(connection, brokerOf(BROKERS.split(','), PREFIX, sessions));
