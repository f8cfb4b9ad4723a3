export { epochOf } from './epoch.ts';
export * from './outbox-watcher.ts';
export * from './outbox.ts';
export * from './outbox-rows.ts';
export * from './relay.ts';
export * from './republish.ts';
export type { Backlog } from './backlog.ts';
