// What the persistence of a service is built with: the ground, and the aggregates that stand on it. Files of the kit
// itself import files, so that nothing of the ground knows what stands above it.
export * from '../aggregates/aggregate-schema.ts';
export * from '../aggregates/aggregate-store.ts';
export { DOCUMENT, EVIDENCE, RECORDED, STRUCK } from '../aggregates/fact-fields.ts';
export * from '../aggregates/find-many.ts';
export * from '../aggregates/ids-of.ts';
export * from '../aggregates/indexes.ts';
export * from '../aggregates/keyset-page.ts';
export * from '../aggregates/move-references.ts';
export { fillSearch, namedLike, SEARCH_TOKENS, searchedName } from '../aggregates/name-search.ts';
export * from '../aggregates/policy-replicas.ts';
export * from '../aggregates/replica-store.ts';
export { ANSWERS, type StoredAnswer } from './answers.ts';
export * from './bounded-reads.ts';
export * from './coalescing.ts';
export * from './connection.ts';
export * from './lasting.ts';
export * from './one-of.ts';
export { isOutage } from './outage.ts';
export * from './shared-nonces.ts';
export * from './transaction.ts';
export * from './unit-of-work.ts';
export * from './within-region.ts';
