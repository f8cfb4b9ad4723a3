import {
  type Actor,
  type Change,
  hasRole,
  type ImportKind,
  importKind,
  knownRow,
  newRow,
  type RegionCode,
  type RowDecision,
  type PublicText,
  regionNotFound,
} from '@qianshou/kernel';

import { type KeyCounty, type KeyCountyListed, listKeyCounty } from '../../domain/county/key-county.ts';
import { mayListKeyCounty } from '../../domain/policy.ts';
import { inUse, type Region } from '../../domain/reference/region.ts';
import { KEY_COUNTY_COLUMNS, type KeyCountyRow, readKeyCountyRow } from './key-county-columns.ts';
import type { Ports } from '../ports.ts';

type Listed = Change<KeyCounty, KeyCountyListed>;

interface Facts {
  readonly counties: ReadonlyMap<RegionCode, Region>;
  readonly standing: ReadonlyMap<RegionCode, KeyCounty>;
}

/** More than the whole list has. */
const ROWS_AT_ONCE = 200;

/** Counties of the national list whose names were not found, once pages name them. */
export function importKeyCounties({ regions, keyCounties }: Ports): ImportKind {
  return importKind<KeyCountyRow, Facts, Listed>({
    name: 'KEY_COUNTIES',
    columns: KEY_COUNTY_COLUMNS,
    rowsAtOnce: ROWS_AT_ONCE,
    may: (actor) => hasRole(actor, ['ADMIN']),
    parse: readKeyCountyRow,
    keyOf: ({ countyCode }) => countyCode,
    load: async (rows) => {
      const codes = rows.map(({ countyCode }) => countyCode);
      const places = await regions.findMany(codes);
      const listed = await keyCounties.findMany(codes);
      return {
        counties: new Map(places.flatMap((region) => (region === null ? [] : [[region.id, region]]))),
        standing: new Map(listed.flatMap((county) => (county === null ? [] : [[county.id, county]]))),
      };
    },
    decide,
    save: keyCounties.saveMany,
  });
}

function decide(
  { countyCode: id, sourceUrl }: KeyCountyRow,
  { counties, standing }: Facts,
  actor: Actor,
): RowDecision<Listed> {
  mayListKeyCounty(actor);
  const county = standing.get(id);
  if (county !== undefined) return knownRow({ sourceUrl: [sourceUrl, sourceOf(county, sourceUrl)] });
  const region = counties.get(id);
  if (region === undefined) throw regionNotFound({ field: 'countyCode', id });
  inUse(region);
  return newRow(listKeyCounty({ id, sourceUrls: [sourceUrl], confirmation: 'one-source' }));
}

/** Another page than those on record differs from all of them. */
function sourceOf({ sourceUrls }: KeyCounty, said: PublicText): string | null {
  return sourceUrls.includes(said) ? said : (sourceUrls[0] ?? null);
}
