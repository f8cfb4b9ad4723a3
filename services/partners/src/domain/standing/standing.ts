import { type Actor, type Grant, isWithin, NATION, type PublicText, type RegionCode } from '@qianshou/kernel';
import { commonReach, FEED_READERS, type Reach, reachOf } from '../feed/reader.ts';
import { partnerAccessWithdrawn } from '../errors.ts';

/** What the latest token of somebody granted them, and whether the platform has withdrawn it. */
export interface Standing {
  readonly subject: string;
  /** Of those that let their holder read what partners are told. */
  readonly grants: readonly Grant[];
  /** Unix seconds: of two tokens the one that was made later counts. */
  readonly issuedAt: number;
  readonly confirmedAt: Date | null;
  readonly withdrawnAt: Date | null;
  readonly withdrawnFor: PublicText | null;
}

/** Why nothing is told to somebody now. */
export type Withheld = 'WITHDRAWN' | 'NOT_GRANTED' | 'LAPSED';

const DAY_MS = 86_400_000;
/** A grant that no token has confirmed for so long holds no more. */
export const LAPSES_AFTER_DAYS = 90;

export const grantsThatRead = ({ grants }: Pick<Actor, 'grants'>): readonly Grant[] =>
  grants.filter(({ role }) => FEED_READERS.includes(role));

export function lapsesAt({ confirmedAt }: Pick<Standing, 'confirmedAt'>): Date | null {
  return confirmedAt === null ? null : new Date(confirmedAt.getTime() + LAPSES_AFTER_DAYS * DAY_MS);
}

/** Regions for which somebody is a partner. */
export function partnerRegions({ grants }: Pick<Standing, 'grants'>): readonly RegionCode[] {
  return grants.flatMap(({ role, region }) => (role === 'PARTNER' && region !== undefined ? region : []));
}

/** What keeps a partner's endpoints from being called: any of them, or the one for a region. */
export function withheldFrom(
  standing: Standing | null,
  now: Date,
  region: RegionCode = NATION,
): Withheld | null {
  if (standing === null) return null;
  if (standing.withdrawnAt !== null) return 'WITHDRAWN';
  const isGranted = partnerRegions(standing).some(
    (granted) => isWithin(region, granted) || isWithin(granted, region),
  );
  // Withdrawn before its holder ever came: nothing is known of their grants.
  if (!isGranted && standing.confirmedAt !== null) return 'NOT_GRANTED';
  const end = lapsesAt(standing);
  return end !== null && end <= now ? 'LAPSED' : null;
}

/** What an endpoint may be sent now: as its owner's latest token says, or as it was when it was registered. */
export function reachNow(standing: Standing | null, registered: Reach): Reach {
  return standing === null || standing.confirmedAt === null
    ? registered
    : { regions: partnerRegions(standing) };
}

/**
 * What somebody may read now. A token that was made before the latest one grants no more than that.
 * @throws where it grants nothing, or the platform has withdrawn it
 */
export function readableBy(actor: Actor, standing: Standing | null): Reach {
  const reach = reachOf(actor);
  if (standing === null) return reach;
  const reason: string = standing.withdrawnFor ?? '';
  if (standing.withdrawnAt !== null) throw partnerAccessWithdrawn({ reason });
  const isLatest = (actor.token?.issuedAt ?? Infinity) >= standing.issuedAt;
  return isLatest ? reach : commonReach(reach, reachOf({ ...actor, grants: standing.grants }));
}
