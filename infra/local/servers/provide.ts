import { startKafka, type Kafka, type KafkaOptions } from './kafka.ts';
import { startMongod, type Mongod, type MongodOptions } from './mongod.ts';

/** A server that somebody else runs: it is used, and left alone when this run ends. */
interface Foreign {
  readonly stop: () => Promise<void>;
}

export type ProvidedMongod = Pick<Mongod, 'uri' | 'stop'> & Partial<Mongod>;
export type ProvidedKafka = Pick<Kafka, 'brokers' | 'stop'> & Partial<Kafka>;

const leftAlone: Foreign = { stop: async () => {} };

/** The replica set that `MONGODB_URI` names, else one that is started here. */
export async function provideMongod(options: MongodOptions): Promise<ProvidedMongod> {
  const uri = process.env['MONGODB_URI'];
  return uri === undefined ? startMongod(options) : { uri, ...leftAlone };
}

/** The brokers that `KAFKA_BROKERS` names, else one that is started here. */
export async function provideKafka(options: KafkaOptions): Promise<ProvidedKafka> {
  const brokers = process.env['KAFKA_BROKERS'];
  return brokers === undefined ? startKafka(options) : { brokers, ...leftAlone };
}
