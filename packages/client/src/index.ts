export { apolloTypePolicies, graphcacheKeys } from './cache-keys.ts';
export type { ErrorCode } from './error-code.ts';
export {
  graphClient,
  type Asked,
  type AskOptions,
  type GraphClient,
  type GraphClientOptions,
} from './graph-client.ts';
export { follow, SubscriptionRefused, type FollowOptions } from './live.ts';
export { withExpectedVersion, withIdempotencyKey } from './input.ts';
export { nodesOf, type Page } from './pages.ts';
export { isRefusedWith, refusalsOf, type Refusal, type RefusalKind } from './refusal.ts';
export { waitBeforeRetry } from './retry.ts';
export { announcementOf, piecesOf, type FileAnnouncement, type FilePiece } from './upload.ts';
