export * from './compare-copies.ts';
export * from './declaration.ts';
export type { CopyDifference } from './differences.ts';
export type { OwnersLogs } from './replay.ts';
