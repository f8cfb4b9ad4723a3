import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lineage, NATION, publicText, type RegionCode, regionCode, type RegionLevel } from '@qianshou/kernel';
import { parse } from 'csv-parse';
import type { ReferenceFiles } from '../application/reference/ports.ts';
import type { EnumLabel } from '../domain/reference/enum-label.ts';
import type { PublishedFigure, Rule } from '../domain/reference/reference.ts';
import { isQuasiTownship, type Region, type UnitKind } from '../domain/reference/region.ts';

interface RegionRow {
  readonly code: string;
  readonly name: string;
  readonly level: RegionLevel;
  readonly parentCode: string;
  readonly kind: UnitKind | '';
}

interface KeyCountyRow {
  readonly code: string;
  readonly confirmation: string;
  readonly sources: string;
}

/** Reads the CSV files row by row; the sums of units are made in a first pass over the same file. */
export function csvReferenceFiles(folder: string): ReferenceFiles {
  const regionsFile = join(folder, 'regions.csv');
  const countiesFile = join(folder, 'key-counties.csv');
  return {
    fingerprint: async () => {
      const hash = createHash('sha256');
      for await (const chunk of createReadStream(regionsFile)) hash.update(chunk as Buffer);
      return hash.digest('hex');
    },
    regions: (outOfScope) => readRegions(regionsFile, outOfScope),
    keyCounties: async function* () {
      for await (const row of rows<KeyCountyRow>(countiesFile)) {
        const sourceUrls = row.sources
          .split(/[\s;|]+/)
          .filter((source) => source !== '')
          .map((source) => publicText(source, 'sources', 2_000));
        yield { id: regionCode(row.code), sourceUrls, confirmation: row.confirmation };
      }
    },
    rules: readOnce<Rule>(join(folder, 'rules.json')),
    publishedFigures: readOnce<PublishedFigure>(join(folder, 'published-figures.json')),
    enumLabels: readOnce<EnumLabel>(join(folder, 'enum-labels.json')),
  };
}

/** When it is first asked for; the file does not change while the process runs. */
function readOnce<Row>(file: string): () => Promise<readonly Row[]> {
  let read: Promise<readonly Row[]> | null = null;
  return () => (read ??= readFile(file, 'utf8').then((json) => JSON.parse(json) as readonly Row[]));
}

async function* readRegions(file: string, outOfScope: readonly RegionCode[]): AsyncIterable<Region> {
  const units = await countUnits(file, outOfScope);
  const nothing = { all: 0, quasi: 0 };
  yield {
    id: NATION,
    name: '全国',
    level: 'NATION',
    parentCode: null,
    kind: null,
    units: units.get(NATION) ?? nothing,
  };
  for await (const row of rows<RegionRow>(file)) {
    const id = regionCode(row.code);
    yield {
      id,
      name: row.name,
      level: row.level,
      parentCode: row.parentCode === '' ? NATION : regionCode(row.parentCode),
      kind: row.kind === '' ? null : row.kind,
      units: units.get(id) ?? nothing,
    };
  }
}

async function countUnits(
  file: string,
  outOfScope: readonly RegionCode[],
): Promise<ReadonlyMap<RegionCode, { all: number; quasi: number }>> {
  const units = new Map<RegionCode, { all: number; quasi: number }>();
  const count = (unit: RegionCode, isQuasi: boolean) => {
    for (const code of lineage(unit)) {
      const sum = units.get(code) ?? { all: 0, quasi: 0 };
      units.set(code, { all: sum.all + 1, quasi: sum.quasi + (isQuasi ? 1 : 0) });
    }
  };
  for await (const row of rows<RegionRow>(file))
    if (row.level === 'TOWNSHIP_UNIT') count(regionCode(row.code), row.kind === 'QUASI_TOWNSHIP');
  for (const unit of outOfScope) if (!units.has(unit)) count(unit, isQuasiTownship(unit));
  return units;
}

function rows<Row>(file: string): AsyncIterable<Row> {
  return createReadStream(file).pipe(parse({ columns: true, bom: true, skip_empty_lines: true }));
}
