import type { RegionCode } from '@qianshou/kernel';
import { describe, expect, it } from 'vitest';
import { yidu } from '../../../test/builders.ts';
import { recountCoverage, uncovered } from './county-coverage.ts';
import type { CountyPolicy } from './county-policy.ts';

const units = (...codes: readonly string[]) => codes as readonly RegionCode[];
const leavesQuasiOut = { countsQuasiTownships: false } as CountyPolicy;
const before = uncovered({ county: yidu });

describe('STA-1 the coverage of a county', () => {
  it('is told when it becomes another, with what it replaces', () => {
    const { state, events } = recountCoverage(before, {
      county: yidu,
      policy: null,
      operatingUnits: units('420581104', '420581400'),
    });

    expect(state).toMatchObject({ unitsInScope: 11, unitsCovered: 2 });
    expect(events).toMatchObject([{ replaces: { unitsInScope: 11, unitsCovered: 0 } }]);
  });

  it('is not told when it stays as it was', () => {
    expect(recountCoverage(before, { county: yidu, policy: null, operatingUnits: [] }).events).toEqual([]);
  });

  it('leaves quasi-townships out of both numbers where the county says so', () => {
    const { state } = recountCoverage(before, {
      county: yidu,
      policy: leavesQuasiOut,
      operatingUnits: units('420581104', '420581400'),
    });

    expect(state).toMatchObject({ unitsInScope: 10, unitsCovered: 1 });
  });
});
