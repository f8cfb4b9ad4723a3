import type { RegionCode } from '@qianshou/kernel';
import { oneOf, type OrderBy, trusted, withinCounties, withinRegion } from '@qianshou/service-kit/mongo';
import type { PlaceFilter, Within } from '../../application/reference/ports.ts';
import type { Scope } from '../../domain/policy.ts';

type Filter = Record<string, unknown>;

/** The one order of this service's lists, and the keys of the index that serves it; the id breaks ties. */
export const LATEST_FIRST: readonly OrderBy[] = [
  { path: 'countyCode', direction: 'ASC' },
  { path: 'year', direction: 'DESC' },
];
export const LATEST_FIRST_KEYS = { countyCode: 1, year: -1, _id: -1 } as const;

export function inPlace({ within, year, origin = null }: PlaceFilter): Filter {
  return {
    ...(within === null ? {} : { countyCode: withinCounties(within) }),
    ...(year === null ? {} : { year }),
    ...(origin === null ? {} : { enteredFrom: origin === 'HISTORY' ? trusted({ $ne: null }) : null }),
  };
}

export function inStatus(status: readonly string[] | null): Filter {
  return oneOf('status', status);
}

/** What is bound in the ledger of a county and year, whatever year its budget is of. */
export function boundInYear({
  countyCode,
  programme,
  year,
}: {
  readonly countyCode: RegionCode;
  readonly programme: string;
  readonly year: number;
}): Filter {
  const either = [{ year, carriedOver: null }, { 'carriedOver.year': year }];
  return { countyCode, programme, $or: trusted(either) };
}

/** Only what is asked for; null asks for nothing. */
export function having(fields: Readonly<Record<string, string | null>>): Filter {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}

/** The same words as the policy's `maySee…`. Somebody with neither region nor agency is let in nowhere. */
export function inScope(scope: Scope | null, agencyField: string | null): Filter {
  if (scope === null) return {};
  const regions = scope.regions.map((region) => ({ countyCode: withinRegion(region) }));
  const agencies = agencyField === null ? [] : [{ [agencyField]: trusted({ $in: [...scope.agencyIds] }) }];
  const nowhere = { _id: trusted({ $in: [] }) };
  return { $or: trusted([...regions, ...agencies, nowhere]) };
}

/** Both ends included; nothing where neither is asked for. */
export function between(path: string, { from, to }: Within<string | bigint>): Filter {
  const ends = { ...(from === null ? {} : { $gte: from }), ...(to === null ? {} : { $lte: to }) };
  return Object.keys(ends).length === 0 ? {} : { [path]: trusted(ends) };
}

/** Those in, or out of, what is still at work; null asks for nothing. */
export function openIs(open: boolean | null, statuses: readonly string[]): Filter {
  if (open === null) return {};
  return { $and: trusted([{ status: trusted(open ? { $in: [...statuses] } : { $nin: [...statuses] }) }]) };
}

interface Narrowing {
  readonly open: boolean | null;
  readonly ranges: readonly Within<unknown>[];
}

/**
 * By its place, as lists are without an order. What has no index with this order is read by that of the place, or by
 * the one of what the list hangs on; the planner would sort.
 */
export function byPlace({ open, ranges }: Narrowing, owner: Readonly<Record<string, string | null>> = {}) {
  const narrowed = open !== null || ranges.some(({ from, to }) => from !== null || to !== null);
  if (!narrowed) return { order: LATEST_FIRST };
  const [of] = Object.entries(owner).find(([, value]) => value !== null) ?? [];
  const index: Readonly<Record<string, 1 | -1>> =
    of === undefined ? LATEST_FIRST_KEYS : { [of]: 1, ...LATEST_FIRST_KEYS };
  return { order: LATEST_FIRST, index };
}

/** By one field of its own, by the index of it. */
export function orderedBy(path: string, nullable = false) {
  return { order: [{ path, nullable, direction: 'ASC' }], index: { [path]: 1, _id: 1 } } as const;
}
