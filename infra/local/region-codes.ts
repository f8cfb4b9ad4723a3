import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GeneratedFile } from './generated-file.ts';
import { REPOSITORY } from './places.ts';

/** The division codes that every service knows, made from the file of which station loads the regions. */
export function regionCodes(): GeneratedFile {
  const file = join(REPOSITORY, 'services/station/data/regions.csv');
  const [, ...rows] = readFileSync(file, 'utf8').trim().split('\n');
  const units = new Map<string, string>();
  for (const code of rows.map((row) => row.slice(0, row.indexOf(','))).toSorted()) {
    const [county, ending] = [code.slice(0, 6), code.slice(6)];
    units.set(county, (units.get(county) ?? '') + ending);
  }
  return {
    path: 'packages/kernel/src/region-codes.json',
    content: `${JSON.stringify(Object.fromEntries(units), null, 2)}\n`,
  };
}
