export * from './access.ts';
export * from './actors.ts';
export * from './fresh-database.ts';
export * from './imports.ts';
export * from './subgraph.ts';
