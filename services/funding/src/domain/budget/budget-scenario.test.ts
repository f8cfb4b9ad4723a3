import { type Fen, fen } from '@qianshou/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anApprovedPlan, yuan } from '../../../test/builders.ts';
import { type Assumptions, foresee } from './budget-scenario.ts';

const AS_IT_IS: Assumptions = { capPercent: null, assistanceBaseFen: null, stations: null, pay: null };
const facts = { plan: anApprovedPlan(), capPercent: 3, stations: 11 };
const assume = (assumptions: Partial<Assumptions>) => foresee(facts, { ...AS_IT_IS, ...assumptions });

describe('budgetScenario', () => {
  it('is the present where nothing is assumed', () => {
    const { present, assumed } = assume({});

    expect(assumed).toEqual(present);
    expect(present).toMatchObject({
      capFen: yuan(1_500_000n),
      shareFen: yuan(1_500_000n),
      withinCap: true,
      otherFen: yuan(300_000n),
      topUpFen: yuan(400_000n),
      stations: 11,
      perStationFen: yuan(200_000n),
    });
  });

  it('FUN-1 a lower cap or base lets the fund give less, and the city covers it (FUN-2)', () => {
    expect(assume({ capPercent: 2 }).assumed).toMatchObject({
      capFen: yuan(1_000_000n),
      shareFen: yuan(1_000_000n),
      withinCap: false,
      topUpFen: yuan(900_000n),
    });
    expect(assume({ assistanceBaseFen: yuan(60_000_000n) }).assumed).toMatchObject({
      capFen: yuan(1_800_000n),
      shareFen: yuan(1_500_000n),
      withinCap: true,
    });
  });

  it('more stations and other pay cost what they cost', () => {
    const pay = { presentFen: yuan(50_000n), assumedFen: yuan(55_000n), postsPerStation: 2 };

    expect(assume({ stations: 12 }).assumed).toMatchObject({
      plannedFen: yuan(2_400_000n),
      topUpFen: yuan(600_000n),
    });
    expect(assume({ pay }).assumed).toMatchObject({ plannedFen: yuan(2_310_000n), topUpFen: yuan(510_000n) });
  });

  it.each<readonly [string, Partial<Assumptions>]>([
    ['a cap of 0 %', { capPercent: 0 }],
    ['a cap of 101 %', { capPercent: 101 }],
    ['no station', { stations: 0 }],
    ['more stations than a county has', { stations: 1_001 }],
    ['no post', { pay: { presentFen: fen(1n), assumedFen: fen(1n), postsPerStation: 0 } }],
  ])('refuses %s', (_which, assumptions) => {
    expect(() => assume(assumptions)).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' }));
  });

  it('whatever is assumed, the share keeps within the cap and the sources cover the plan', () => {
    const cases = fc.record({
      capPercent: fc.integer({ min: 1, max: 100 }),
      assistanceBaseFen: fc.bigInt({ min: 1n, max: 10n ** 12n }).map((amount) => amount as Fen),
      stations: fc.integer({ min: 1, max: 100 }),
    });
    fc.assert(
      fc.property(cases, (assumptions) => {
        const { shareFen, capFen, otherFen, topUpFen, plannedFen } = assume(assumptions).assumed;

        return shareFen <= (capFen ?? 0n) && shareFen + otherFen + topUpFen >= plannedFen;
      }),
      { numRuns: 2_000 },
    );
  });
});
