export { logStreamState } from './log-stream.ts';
export * from './logger.ts';
