export * from './current-work.ts';
export * from './given-up.ts';
export * from './lanes.ts';
export * from './work.ts';
