export * from './leadership.ts';
export * from './lease.ts';
