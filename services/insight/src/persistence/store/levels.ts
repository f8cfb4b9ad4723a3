import { COUNTIES_IN_PLACE } from '@qianshou/kernel';
import type { Level } from '../../domain/question/dimensions.ts';

/** Prefectures without counties whose own code stands in the place of a county's. */
const OWN_COUNTIES = [...COUNTIES_IN_PLACE].flatMap(([prefecture, county]) =>
  prefecture === county ? [`'${county}'`] : [],
);

/** The region of a level that a code lies in; NULL where the code is coarser. */
export function regionAt(level: Level, code: string): string {
  switch (level) {
    case 'PROVINCE':
      return `${code}[1:2] || '0000'`;
    case 'PREFECTURE':
      return `CASE WHEN ${code}[3:4] <> '00' THEN ${code}[1:4] || '00' END`;
    case 'COUNTY':
      return `CASE WHEN ${code}[5:6] <> '00' OR length(${code}) = 9 OR ${code} IN (${OWN_COUNTIES.join(', ')}) THEN ${code}[1:6] END`;
    case 'TOWNSHIP':
      return `CASE WHEN length(${code}) = 9 THEN ${code} END`;
  }
}
