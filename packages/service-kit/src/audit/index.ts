export * from './audit-reader.ts';
export { byThePlatform } from './decision.ts';
export * from './export-log.ts';
export * from './audit-resolvers.ts';
export * from './proven-root.ts';
export * from './record-decision.ts';
export * from './seal-log.ts';
export * from './verify-log.ts';
