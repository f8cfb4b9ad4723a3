import { fen } from '@qianshou/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aContract, anApprovedAward, aStationId, yuan } from '../../../test/builders.ts';
import type { RewardAward } from '../award/reward-award.ts';
import { type MoneyOfStation, moneyOfStation } from './station-money.ts';

const total = (amounts: readonly bigint[]): bigint => amounts.reduce((sum, each) => sum + each, 0n);
const NOTHING: MoneyOfStation = { contracts: [], purchases: [], awards: [], paidOf: new Map() };

describe('FUN-16 what the public reads of a station', () => {
  it('sums to the contract over its stations, in all, by source and paid, to the fen', () => {
    const amount = fc.bigInt({ min: 1n, max: 1_000_000n });
    const stations = fc.integer({ min: 1, max: 5 });
    const cases = fc.record({ grant: amount, charity: amount, paid: amount, stations });
    fc.assert(
      fc.property(cases, ({ grant, charity, paid, stations: many }) => {
        const stationIds = Array.from({ length: many }, (_, at) => aStationId(at + 1));
        const sources = [
          { kind: 'SUPERIOR_GRANT', originYear: null, amountFen: fen(grant) },
          { kind: 'CHARITY', originYear: 2025, amountFen: fen(charity) },
        ] as const;
        const contract = { ...aContract(), stationIds, sources, amountFen: fen(grant + charity) };
        const paidOf = new Map([[contract.id as string, fen(paid)]]);
        const facts = { ...NOTHING, contracts: [contract], paidOf };
        const shown = stationIds.map((id) => moneyOfStation(id, facts));
        const parts = shown.flatMap((each) => each.sources);
        const ofKind = (kind: string) =>
          total(parts.filter((part) => part.kind === kind).map((part) => part.amountFen));

        return (
          total(shown.map(({ contractedFen }) => contractedFen)) === grant + charity &&
          total(shown.map(({ paidFen }) => paidFen)) === paid &&
          ofKind('SUPERIOR_GRANT') === grant &&
          ofKind('CHARITY') === charity &&
          shown.every((each) => total(each.sources.map((p) => p.amountFen)) === each.contractedFen)
        );
      }),
      { numRuns: 10_000 },
    );
  });

  it('counts awards, leaves out what was refused, and shows acceptances once they are published', () => {
    const acceptance = { no: 1, acceptedOn: '2026-06-01', result: 'PASSED', publishedOn: null };
    const acceptances = [acceptance, { ...acceptance, no: 2, publishedOn: '2026-06-02', publicUrl: null }];
    const contracts = [
      { ...aContract(), acceptances },
      { ...aContract(), status: 'REFUSED' },
    ];
    const facts = { ...NOTHING, contracts, awards: [anApprovedAward()] } as unknown as MoneyOfStation;

    expect(moneyOfStation(aStationId(), facts)).toMatchObject({
      plannedFen: yuan(230_000n),
      contractedFen: yuan(230_000n),
      paidFen: 0n,
      acceptances: [{ result: 'PASSED', publishedOn: '2026-06-02' }],
    });
    expect(moneyOfStation(aStationId(9), NOTHING)).toMatchObject({ contractedFen: 0n, sources: [] });
  });

  it('counts of a paid award what did not come back', () => {
    const award = { ...anApprovedAward(), status: 'PAID' } as unknown as RewardAward;
    const paidOf = new Map([[award.id as string, yuan(20_000n)]]);

    const shown = moneyOfStation(award.stationId, { ...NOTHING, awards: [award], paidOf });

    expect(shown).toMatchObject({ contractedFen: award.amountFen, paidFen: yuan(20_000n) });
  });

  it('counts a purchase that goes on whole, and a closed one by what was contracted under it', () => {
    const stationIds = [aStationId(1), aStationId(2)];
    const purchase = { id: 'pur_1', stationIds, amountFen: yuan(500_000n) };
    const contracts = [{ ...aContract(), purchaseProjectId: 'pur_1' }];
    const plannedWhen = (status: string) =>
      moneyOfStation(aStationId(1), {
        ...NOTHING,
        contracts,
        purchases: [{ ...purchase, status }],
      } as unknown as MoneyOfStation).plannedFen;

    expect(plannedWhen('CONTRACTED')).toBe(yuan(250_000n));
    expect(plannedWhen('CLOSED')).toBe(yuan(200_000n));
  });
});
