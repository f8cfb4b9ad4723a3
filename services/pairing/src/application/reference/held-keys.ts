import type { RegionCode, UnifiedSocialCreditCode } from '@qianshou/kernel';
import type { AgencyId, SchemeId, WorkerId } from '../../domain/ids.ts';

/**
 * What transactions hold against each other. Two use cases that must not overtake one another name the same key.
 */
export const schemeKey = (id: SchemeId): string => `scheme:${id}`;

/** Covers an agency's status and its open pairings of every role and year. */
export const agencyKey = (id: AgencyId): string => `agency:${id}`;

/** Covers who is registered by a code. */
export const creditCodeKey = (code: UnifiedSocialCreditCode): string => `credit-code:${code}`;

/** Covers a county's listing, its coverage, its stations and its pairing numbers. */
export const countyKey = (code: RegionCode): string => `county:${code}`;

/** Covers every stay of a worker, in whichever pairing: nobody is at two places at once. */
export const workerKey = (id: WorkerId): string => `worker:${id}`;

export const PHASES_KEY = 'programme-phases';
