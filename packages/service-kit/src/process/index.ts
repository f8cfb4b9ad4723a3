export * from './drain-connections.ts';
export * from './run-process.ts';
