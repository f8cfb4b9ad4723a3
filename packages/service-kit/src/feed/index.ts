export * from './log-feed.ts';
export * from './log-reader.ts';
