export * from './consumer.ts';
export { groupOf } from './intake.ts';
export { listDeadLetters, requestForDeadLetters } from './dead-letters.ts';
export { type DeadLetter, inboxCollections, prepareInbox } from './documents.ts';
export type { RetryPolicy } from './receiver.ts';
export { type EventHandler, reactionOf, together } from './reaction.ts';
export * from './subscriptions.ts';
export { reactInOrder } from './react-in-order.ts';
