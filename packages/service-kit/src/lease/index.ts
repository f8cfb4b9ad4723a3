export * from './alone.ts';
export * from './leadership.ts';
export * from './lease.ts';
export { createWakeUp, type WakeUp, pauseUnlessAborted } from './wake-up.ts';
