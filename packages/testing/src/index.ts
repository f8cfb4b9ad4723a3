export * from './audit-probes.ts';
export * from './access-matrix.ts';
export * from './access.ts';
export * from './actors.ts';
export * from './fresh-database.ts';
export * from './import-probes.ts';
export * from './imports.ts';
export * from './subgraph.ts';
