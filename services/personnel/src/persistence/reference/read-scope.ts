import { isCounty, levelOf, NATION, type RegionCode } from '@qianshou/kernel';
import { countyOrAbove, trusted, withinRegion } from '@qianshou/service-kit/mongo';
import type { ReadScope } from '../../domain/policy.ts';

type Filter = Record<string, unknown>;

/** The paths under which a record holds what decides who may read it; every record has a `countyCode`. */
interface ScopePaths {
  readonly agency: string;
  readonly worker: string;
}

/** The rows that the scope lets through, as part of the query: pages, cursors and counts obey it too. */
export function readable(
  { regions, agencyIds, workerIds }: ReadScope,
  { agency, worker }: ScopePaths,
): Filter {
  const branches: Filter[] = [
    ...regions.map(ofCounties),
    ...(agencyIds.length === 0 ? [] : [{ [agency]: trusted({ $in: [...agencyIds] }) }]),
    ...(workerIds.length === 0 ? [] : [{ [worker]: trusted({ $in: [...workerIds] }) }]),
  ];
  if (regions.includes(NATION)) return {};
  const [only, ...others] = branches;
  if (only === undefined) return { _id: trusted({ $in: [] }) };
  return others.length === 0 ? only : { $or: trusted(branches) };
}

/** Records of the counties of a region, as somebody asks for them. @throws BAD_USER_INPUT for a township. */
export function inCounties(code: RegionCode): Filter {
  return ofCounties(countyOrAbove(code));
}

/** Records of a township unit, or of the counties of a region. */
export function inRegion(code: RegionCode): Filter {
  return levelOf(code) === 'TOWNSHIP_UNIT' ? { townshipCode: code } : inCounties(code);
}

/** Records of the counties of a region; of one county by equality, which leaves the index's order intact. */
export function ofCounties(code: RegionCode): Filter {
  return { countyCode: levelOf(code) === 'COUNTY' ? code : withinRegion(code) };
}

/** Whether rows of many counties are asked for: only an index that begins with the order keeps them in it. */
export function isOfManyCounties({ regions }: ReadScope, within: RegionCode | null): boolean {
  if (within !== null) return !isCounty(within) && levelOf(within) !== 'TOWNSHIP_UNIT';
  return regions.some((region) => !isCounty(region));
}
