export * from './companion.ts';
export * from './definition.ts';
export * from './run-service.ts';
export * from './subgraph.ts';
