export * from './alone.ts';
export * from './leadership.ts';
export * from './lease.ts';
export { createNudge, type Nudge, patience } from './nudge.ts';
