export * from './aggregate-schema.ts';
export * from './aggregate-store.ts';
export * from './connection.ts';
export * from './indexes.ts';
export * from './keyset-page.ts';
export * from './transaction.ts';
export * from './unit-of-work.ts';
export * from './within-region.ts';
