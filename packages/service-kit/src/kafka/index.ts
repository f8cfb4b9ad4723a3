export * from './broker.ts';
export * from './kafka-broker.ts';
