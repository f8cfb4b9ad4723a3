import type { RegionCode } from '@qianshou/kernel';

/** How far a county is with its stations. */
export interface CoverageStanding {
  readonly code: RegionCode;
  readonly covered: number;
  readonly inScope: number;
}

/** The smallest share first; of equal shares who lacks more stations, then by code. A county without units lags in nothing. */
export function laggingFirst(standings: readonly CoverageStanding[]): readonly CoverageStanding[] {
  return standings.toSorted(
    (one, other) =>
      shareOf(one) - shareOf(other) ||
      lackingOf(other) - lackingOf(one) ||
      Number(one.code) - Number(other.code),
  );
}

function shareOf({ covered, inScope }: CoverageStanding): number {
  return inScope === 0 ? 1 : covered / inScope;
}

function lackingOf({ covered, inScope }: CoverageStanding): number {
  return inScope - covered;
}
