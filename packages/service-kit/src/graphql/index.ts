export * from './access.ts';
export * from './connection.ts';
export * from './context.ts';
export * from './error-format.ts';
export * from './loader.ts';
export * from './scalars.ts';
export * from './subgraph-schema.ts';
export * from './subgraph-server.ts';
