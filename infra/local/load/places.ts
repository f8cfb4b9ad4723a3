import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { REPOSITORY } from '../places.ts';

export interface Unit {
  readonly code: string;
  readonly name: string;
}

export interface County extends Unit {
  readonly keyCounty: boolean;
  readonly units: readonly Unit[];
}

const DATA = join(REPOSITORY, 'services/station/data');

/** The real counties and township-level units that the station service knows, in the order of their codes. */
export async function readCounties(): Promise<readonly County[]> {
  const names = new Map<string, string>();
  const units: Unit[] = [];
  for await (const [code = '', name = '', level] of rowsOf('regions.csv')) {
    names.set(code, name);
    if (level === 'TOWNSHIP_UNIT') units.push({ code, name });
  }
  const listed = new Set<string>();
  for await (const [code = ''] of rowsOf('key-counties.csv')) listed.add(code);
  // A few cities have townships and no counties: there the city's code stands for the county.
  const counties = Map.groupBy(units, ({ code }) => code.slice(0, 6));
  return [...counties.keys()].toSorted().map((code) => ({
    code,
    name: names.get(code) ?? code,
    keyCounty: listed.has(code),
    units: counties.get(code) ?? [],
  }));
}

/** Neither file has a comma within a cell. */
async function* rowsOf(file: string): AsyncGenerator<readonly string[]> {
  const lines = createInterface({ input: createReadStream(join(DATA, file)) });
  let isHeading = true;
  for await (const line of lines) {
    if (!isHeading) yield line.split(',');
    isHeading = false;
  }
}
