export * from './broker.ts';
export * from './kafka-broker.ts';
export { brokerAccess, type BrokerSettings } from './broker-access.ts';
