import { describe, expect, it } from 'vitest';
import { BUDGETS, type BudgetName, ratesSchema } from './budgets.ts';
import { rates, type Spending } from './rates.ts';

const asked = (change: Partial<Spending> = {}): Spending => ({
  caller: 'subject s1',
  address: '203.0.113.1',
  cost: 1,
  mutation: true,
  rootNames: ['fileComplaint'],
  bytes: 0,
  ...change,
});

/** How often it is allowed before it is refused, and by which budget. */
async function untilRefused(
  given: object,
  spending: Spending,
): Promise<readonly [number, BudgetName | null]> {
  const spend = rates(ratesSchema.parse(given));
  for (let times = 0; times < 100; times += 1) {
    const { allowed, tightest } = await spend(spending);
    if (!allowed) return [times, tightest.budget];
  }
  return [100, null];
}

describe('the budgets of the gateway', () => {
  it.each<readonly [BudgetName, object, Partial<Spending>, number]>([
    ['work', { work: { points: 50 } }, { cost: 10, mutation: false, rootNames: ['stations'] }, 5],
    [
      'workOfAddress',
      { workOfAddress: { points: 40 } },
      { cost: 10, mutation: false, rootNames: ['stations'] },
      4,
    ],
    ['changes', { changes: { points: 3 } }, { rootNames: ['openStation'] }, 3],
    ['complaints', {}, {}, 10],
    [
      'importedBytes',
      {},
      { rootNames: ['beginStationImport'], bytes: 2 ** 29 },
      BUDGETS.importedBytes.points / 2 ** 29,
    ],
  ])('%s: so much is allowed, and no more', async (name, given, spending, most) => {
    expect(await untilRefused(given, asked(spending))).toEqual([most, name]);
  });

  it('are spent once for each alias of what they are about', async () => {
    const rootNames = ['fileComplaint', 'openStation', 'fileComplaint', 'fileComplaint'];

    expect(await untilRefused({}, asked({ rootNames }))).toEqual([3, 'complaints']);
  });

  it('of one caller are no other caller’s', async () => {
    const spend = rates(ratesSchema.parse({ complaints: { points: 1 } }));
    await spend(asked());

    expect((await spend(asked())).allowed).toBe(false);
    expect((await spend(asked({ caller: 'subject s2' }))).allowed).toBe(true);
  });
});
