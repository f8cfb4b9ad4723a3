export { startChild, lastLines, type Child, type Exit } from './child.ts';
export { startKafka, type Kafka, type KafkaOptions } from './kafka.ts';
export { databaseUri, startMongod, type Mongod, type MongodOptions } from './mongod.ts';
export { provideKafka, provideMongod, type ProvidedKafka, type ProvidedMongod } from './provide.ts';
export { freePort, requireFree } from './ports.ts';
export { endLeftovers } from './process-records.ts';
export { runCommand } from './run-command.ts';
export { silently, type Report } from './report.ts';
export type { RunningServer } from './running-server.ts';
