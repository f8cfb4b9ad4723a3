import type { AgencyId } from '../ids.ts';
import type { StationEvaluation } from '../reference/replicas.ts';

const PREFERRED = ['EXCELLENT', 'GOOD'];

type Graded = Pick<StationEvaluation, 'operatorAgencyId' | 'kind' | 'year' | 'grade'>;

/** FUN-14: agencies of whose stations in the county the latest yearly evaluation was excellent or good, every one. */
export function preferredAmong(evaluations: readonly Graded[]): ReadonlySet<AgencyId> {
  const annual = evaluations.filter(({ kind }) => kind === 'ANNUAL');
  const byAgency = Map.groupBy(annual, ({ operatorAgencyId }) => operatorAgencyId);
  const preferred = [...byAgency].filter(([, graded]) => {
    const latest = Math.max(...graded.map(({ year }) => year));
    return graded.every(({ year, grade }) => year < latest || PREFERRED.includes(grade));
  });
  return new Set(preferred.map(([id]) => id));
}
