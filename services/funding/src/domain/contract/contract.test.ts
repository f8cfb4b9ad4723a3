import { calendarDate, fen } from '@qianshou/kernel';
import { describe, expect, it } from 'vitest';
import {
  aBarringEvaluation,
  aContractInput,
  anAgencyId,
  anOperator,
  aStation,
  aStationId,
  aSubmittedPlan,
  ELSEWHERE,
  FINANCE,
  theContractFacts,
} from '../../../test/builders.ts';
import type { BarringEvaluation } from '../reference/replicas.ts';
import { commitmentOf } from './contract.ts';
import { signContract } from './contract-signing.ts';

const refusal = (code: string, details: object = {}) =>
  expect.objectContaining({ code, details: expect.objectContaining(details) });

describe('FUN-5 signing a contract', () => {
  it('is for the operator of all its stations', () => {
    const stations = [aStation(), aStation({ id: aStationId(2) })];

    const { state } = signContract(aContractInput(), theContractFacts({ stations }));

    expect(state).toMatchObject({ status: 'SIGNED', providerAgencyId: anAgencyId() });
    expect(state.stationIds).toEqual([aStationId(1), aStationId(2)]);
  });

  it.each([anAgencyId(2), null])('is refused when %s runs one of them, and names it', (operatorAgencyId) => {
    const stations = [aStation(), aStation({ id: aStationId(2), operatorAgencyId })];

    expect(() => signContract(aContractInput(), theContractFacts({ stations }))).toThrow(
      refusal('CONTRACT_PROVIDER_NOT_OPERATOR', { rule: 'FUN-5', stationIds: [aStationId(2)] }),
    );
  });

  it('is refused to an agency that is suspended or no operator', () => {
    for (const provider of [anOperator({ status: 'SUSPENDED' }), anOperator({ canOperate: false })]) {
      expect(() => signContract(aContractInput(), theContractFacts({ provider }))).toThrow(
        refusal('CONTRACT_PROVIDER_UNFIT'),
      );
    }
  });

  it('is refused without a station, with one twice, or with one of another county', () => {
    const twice = [aStation(), aStation()];

    for (const stations of [[], twice]) {
      expect(() => signContract(aContractInput(), theContractFacts({ stations }))).toThrow(
        refusal('CONTRACT_TERMS_WRONG', { field: 'stationIds' }),
      );
    }
    expect(() =>
      signContract(aContractInput(), theContractFacts({ stations: [aStation({ countyCode: ELSEWHERE })] })),
    ).toThrow(refusal('CONTRACT_STATION_ELSEWHERE'));
  });
});

describe('FUN-14 signing with an agency whose station was graded unqualified', () => {
  const signing = (...bars: readonly Partial<BarringEvaluation>[]) =>
    signContract(aContractInput(), theContractFacts({ bars: bars.map(aBarringEvaluation) }));

  it('is refused in the year after, and names the station', () => {
    expect(() => signing({}, { stationId: aStationId(2) })).toThrow(
      refusal('CONTRACT_PROVIDER_BARRED', {
        rule: 'FUN-14',
        year: 2026,
        gradedYear: 2025,
        stationIds: [aStationId(), aStationId(2)],
      }),
    );
  });

  it('is possible again a year later, and was before', () => {
    expect(signing({ barsIn: 2025 }, { barsIn: 2027 }).state.status).toBe('SIGNED');
  });

  it('is possible when another agency is barred', () => {
    expect(signing({ operatorAgencyId: anAgencyId(2) }).state.status).toBe('SIGNED');
  });
});

describe('FUN-12 the installments of a contract', () => {
  it('sum to the contract exactly; what is due at signing is met at signing', () => {
    const { state } = signContract(aContractInput({ amountFen: fen(20_000_001n) }), theContractFacts());

    expect(state.installments).toEqual([
      {
        no: 1,
        condition: 'SIGNING',
        perMille: 500,
        amountFen: 10_000_001n,
        metOn: calendarDate('2026-03-15'),
      },
      { no: 2, condition: 'MID_TERM_EVALUATION', perMille: 300, amountFen: 6_000_000n, metOn: null },
      { no: 3, condition: 'FINAL_EVALUATION', perMille: 200, amountFen: 4_000_000n, metOn: null },
    ]);
  });

  it.each([
    ['none', []],
    ['parts that sum to 999', [{ condition: 'SIGNING', perMille: 999 }]],
    [
      'a part of nothing',
      [
        { condition: 'SIGNING', perMille: 1000 },
        { condition: 'FINAL_EVALUATION', perMille: 0 },
      ],
    ],
  ] as const)('are refused with %s', (_case, installments) => {
    expect(() => signContract(aContractInput({ installments }), theContractFacts())).toThrow(
      refusal('CONTRACT_TERMS_WRONG', { field: 'installments' }),
    );
  });
});

describe('FUN-10, FUN-13 binding approved money', () => {
  it('is refused to the person who approved the budget', () => {
    expect(() => signContract(aContractInput({ signedBy: FINANCE }), theContractFacts())).toThrow(
      refusal('FUNDING_FOUR_EYES', { rule: 'FUN-10' }),
    );
  });

  it('is refused under a budget that is not approved', () => {
    expect(() => signContract(aContractInput(), theContractFacts({ plan: aSubmittedPlan() }))).toThrow(
      refusal('FUNDING_STATUS_WRONG'),
    );
  });

  it('moves the whole contract from approved to bound', () => {
    const { state } = signContract(aContractInput(), theContractFacts());

    expect(commitmentOf(state).postings).toEqual([
      { account: 'STATION_WORK/APPROPRIATED', fen: -20_000_000n },
      { account: 'STATION_WORK/COMMITTED', fen: 20_000_000n },
    ]);
  });
});

describe('the terms of a contract', () => {
  it.each([
    ['an amount of 0', { amountFen: fen(0n) }, 'BAD_USER_INPUT'],
    ['a signing in the future', { signedOn: calendarDate('2026-07-01') }, 'FUNDING_DAY_IN_FUTURE'],
    ['an end before its start', { endsOn: calendarDate('2026-04-01') }, 'CONTRACT_TERMS_WRONG'],
  ])('are refused with %s', (_case, changed, code) => {
    expect(() => signContract(aContractInput(changed), theContractFacts())).toThrow(refusal(code));
  });
});
