import { trusted, withinRegion } from '@qianshou/service-kit/mongo';
import type { Reach } from '../../domain/policy.ts';

/** The fields that say whose record it is; the organiser's field is missing where a record has none. */
export interface OwnerFields {
  readonly agencies: readonly string[];
}

/** An actor's reach as a condition, so that counts, pages and cursors obey it too. No grant that fits: nothing. */
export function withinReach(reach: Reach, { agencies }: OwnerFields): Record<string, unknown> {
  if (reach.everything) return {};
  const conditions: Record<string, unknown>[] = [
    { workerId: trusted({ $in: [...reach.workers] }) },
    ...agencies.map((field) => ({ [field]: trusted({ $in: [...reach.agencies] }) })),
    ...reach.regions.map((region) => ({ countyCode: withinRegion(region) })),
  ];
  return { $or: conditions };
}
