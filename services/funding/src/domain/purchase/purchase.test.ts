import { addDays, calendarDate, fen, publicText } from '@qianshou/kernel';
import { describe, expect, it } from 'vitest';
import {
  aBarringEvaluation,
  anAgencyId,
  anOperator,
  aStation,
  BUREAU,
  ELSEWHERE,
  TODAY,
  yuan,
} from '../../../test/builders.ts';
import {
  aBid,
  aConsultedPurchase,
  anAwardedPurchase,
  anAwardingInput,
  aPlannedPurchase,
  aPlanningInput,
  aPublishedPurchase,
  awardingFacts,
  BIDS,
  checksOn,
  planningFacts,
  PUBLISHING,
} from '../../../test/purchase-builders.ts';
import { preferredAmong } from './preferred-providers.ts';
import { awardPurchase } from './purchase-award.ts';
import { PROVIDER_CONDITIONS } from './provider-check.ts';
import { PURCHASE_METHODS } from './purchase-method.ts';
import { correctPurchase, planPurchase } from './purchase-planning.ts';
import { awardOf, isSuspended } from './purchase-project.ts';
import { failPurchase, publishPurchase } from './purchase-publication.ts';

const day = calendarDate;
const said = (raw: string) => publicText(raw, 'text');
const refusal = (code: string, details: Record<string, unknown> = {}) =>
  expect.objectContaining({ code, details: expect.objectContaining(details) });
const failing = {
  on: day('2026-02-05'),
  ground: 'TOO_FEW_BIDS',
  reason: said('不足三家'),
  by: BUREAU,
} as const;

describe('FUN-13 planning a purchase', () => {
  it('fits into what the budget has left, to the fen', () => {
    const facts = planningFacts({ plannedFen: yuan(2_000_000n) });

    expect(planPurchase(aPlanningInput(), facts).state.status).toBe('PLANNED');
    expect(() => planPurchase(aPlanningInput({ amountFen: fen(20_000_001n) }), facts)).toThrow(
      refusal('PURCHASE_BEYOND_BUDGET', { rule: 'FUN-13', availableFen: '20000000' }),
    );
  });

  it.each([
    ['nothing', { amountFen: fen(0n) }, {}, 'BAD_USER_INPUT'],
    ['a single source without a reason', { method: 'SINGLE_SOURCE' }, {}, 'PURCHASE_METHOD_NEEDS_REASON'],
    ['another way without a reason', { method: 'OTHER' }, {}, 'PURCHASE_METHOD_NEEDS_REASON'],
    ['no station', {}, { stations: [] }, 'CONTRACT_TERMS_WRONG'],
    [
      'a station of another county',
      {},
      { stations: [aStation({ countyCode: ELSEWHERE })] },
      'CONTRACT_STATION_ELSEWHERE',
    ],
  ] as const)('is refused for %s', (_name, changed, facts, code) => {
    expect(() => planPurchase(aPlanningInput(changed), planningFacts(facts))).toThrow(refusal(code));
  });

  it('is corrected until it is published, keeps what it said, and not to the same', () => {
    const correcting = { on: TODAY, by: BUREAU, reason: said('笔误'), evidence: null };
    const { id: _id, plannedBy: _by, ...need } = aPlanningInput();
    const { state } = correctPurchase(
      aPlannedPurchase(),
      { ...need, title: said('演示二') },
      correcting,
      planningFacts(),
    );

    expect([state.title, state.corrections]).toMatchObject(['演示二', [{ title: '演示社工站运营' }]]);
    expect(() => correctPurchase(aPlannedPurchase(), need, correcting, planningFacts())).toThrow(
      refusal('CORRECTED_TO_THE_SAME'),
    );
    expect(() => correctPurchase(aPublishedPurchase(), need, correcting, planningFacts())).toThrow(
      refusal('FUNDING_STATUS_WRONG'),
    );
  });
});

describe('FUN-6 publishing a purchase', () => {
  it('needs the consultation', () => {
    expect(() => publishPurchase(aPlannedPurchase(), PUBLISHING, TODAY)).toThrow(
      refusal('PURCHASE_NOT_CONSULTED', { rule: 'FUN-6' }),
    );
  });

  it.each([
    ['OPEN_TENDER', '2026-02-01'],
    ['INVITED_TENDER', '2026-02-01'],
    ['COMPETITIVE_NEGOTIATION', '2026-01-15'],
    ['PRICE_INQUIRY', '2026-01-15'],
    ['SINGLE_SOURCE', '2026-01-19'],
    ['OTHER', '2026-01-12'],
  ] as const)('by %s stays open until %s at least', (method, earliest) => {
    const project = aConsultedPurchase({ method, methodReason: said('唯一供应商') });
    const until = (openUntil: string) =>
      publishPurchase(project, { ...PUBLISHING, openUntil: day(openUntil) }, TODAY);

    expect(until(earliest).state.status).toBe('PUBLISHED');
    expect(() => until(addDays(day(earliest), -1))).toThrow(refusal('PURCHASE_OPEN_TOO_SHORT', { earliest }));
  });

  it('knows all six methods', () => {
    expect(PURCHASE_METHODS).toHaveLength(6);
  });

  it('is done again after it failed, from that day on', () => {
    const failed = failPurchase(aPublishedPurchase(), failing, TODAY).state;
    const again = { ...PUBLISHING, openUntil: day('2026-03-30') };

    expect(failed.status).toBe('PLANNED');
    expect(() => publishPurchase(failed, again, TODAY)).toThrow(refusal('PURCHASE_DAYS_OUT_OF_ORDER'));
    const { state } = publishPurchase(failed, { ...again, publishedOn: day('2026-03-02') }, TODAY);
    expect(state.rounds.map(({ no, failed: was }) => [no, was?.ground])).toEqual([
      [1, 'TOO_FEW_BIDS'],
      [2, undefined],
    ]);
  });
});

describe('FUN-6 awarding a purchase', () => {
  const award = (
    changed: Parameters<typeof anAwardingInput>[0] = {},
    facts: Parameters<typeof awardingFacts>[0] = {},
    project = aPublishedPurchase(),
  ) => awardPurchase(project, anAwardingInput(changed), awardingFacts(facts));

  it('keeps the offer that won, and what it costs', () => {
    const { state } = award();

    expect([state.status, awardOf(state)?.amountFen]).toEqual(['AWARDED', yuan(190_000n)]);
  });

  it.each([
    ['before the last day', { awardedOn: day('2026-02-02') }, 'PURCHASE_STILL_OPEN'],
    ['tomorrow', { awardedOn: addDays(TODAY, 1) }, 'FUNDING_DAY_IN_FUTURE'],
    ['with two offers', { bids: BIDS.slice(0, 2) }, 'PURCHASE_BIDS_WRONG'],
    ['with one agency twice', { bids: [...BIDS, aBid(1, 70, 1n)] }, 'BAD_USER_INPUT'],
    ['with points above 100', { bids: [aBid(1, 101, 1n), ...BIDS.slice(1)] }, 'BAD_USER_INPUT'],
    ['without points', { bids: [aBid(1, null, 1n), ...BIDS.slice(1)] }, 'BAD_USER_INPUT'],
    ['for nothing', { bids: [aBid(1, 95, 0n), ...BIDS.slice(1)] }, 'BAD_USER_INPUT'],
    ['above the project', { bids: [aBid(1, 95, 200_001n), ...BIDS.slice(1)] }, 'PURCHASE_ABOVE_PROJECT'],
    ['to nobody who offered', { providerAgencyId: anAgencyId(9) }, 'PURCHASE_WINNER_NO_BIDDER'],
    ['to a worse offer without a reason', { providerAgencyId: anAgencyId(3) }, 'PURCHASE_BETTER_PASSED_OVER'],
  ] as const)('is refused %s', (_name, changed, code) => {
    expect(() => award(changed)).toThrow(refusal(code));
  });

  it('goes to a worse offer where it is said why', () => {
    const passedOverReason = said('首位放弃');
    const { state } = award({ providerAgencyId: anAgencyId(3), passedOverReason });

    expect(awardOf(state)).toMatchObject({ providerAgencyId: anAgencyId(3), passedOverReason });
  });

  it('goes to the lowest price by an inquiry', () => {
    const project = aPublishedPurchase({ method: 'PRICE_INQUIRY' });

    expect(() => award({}, {}, project)).toThrow(refusal('PURCHASE_BETTER_PASSED_OVER'));
    expect(award({ providerAgencyId: anAgencyId(3) }, {}, project).state.status).toBe('AWARDED');
  });

  it('takes two offers in a negotiation that is repeated', () => {
    const project = aPublishedPurchase({ method: 'COMPETITIVE_NEGOTIATION' });
    const failed = failPurchase(project, failing, TODAY).state;
    const openUntil = day('2026-03-30');
    const again = publishPurchase(
      failed,
      { ...PUBLISHING, publishedOn: day('2026-03-02'), openUntil },
      TODAY,
    );
    const two = { bids: BIDS.slice(0, 2), providerAgencyId: anAgencyId(2), awardedOn: openUntil };

    expect(() => award(two, {}, project)).toThrow(refusal('PURCHASE_BIDS_WRONG', { fewest: 3, bids: 2 }));
    expect(award(two, {}, again.state).state.status).toBe('AWARDED');
  });

  it('FUN-14 goes to the well graded among equals, whatever the reason', () => {
    const facts = { preferred: new Set([anAgencyId(2)]) };

    expect(() => award({ passedOverReason: said('其他') }, facts)).toThrow(
      refusal('PURCHASE_PRIORITY_IGNORED', { rule: 'FUN-14' }),
    );
    expect(award({ providerAgencyId: anAgencyId(2) }, facts).state.status).toBe('AWARDED');
  });

  it('FUN-14 goes to nobody who is barred that year', () => {
    expect(() => award({}, { bars: [aBarringEvaluation()] })).toThrow(refusal('CONTRACT_PROVIDER_BARRED'));
    const bidders = [anOperator({ status: 'SUSPENDED' })];
    expect(() => award({}, { bidders })).toThrow(refusal('CONTRACT_PROVIDER_UNFIT'));
  });

  it.each(PROVIDER_CONDITIONS)('FUN-8 is refused where %s was not checked, and names it', (condition) => {
    const checks = checksOn(day('2026-02-03')).filter((each) => each.condition !== condition);

    expect(() => award({ checks })).toThrow(
      refusal('PURCHASE_PROVIDER_UNCHECKED', {
        rule: 'FUN-8',
        missing: [condition],
      }),
    );
  });

  it('FUN-8 is refused for a check twice, or after the award', () => {
    const checks = checksOn(day('2026-02-03'));

    expect(() => award({ checks: [...checks.slice(1), ...checks.slice(1, 2)] })).toThrow(
      refusal('BAD_USER_INPUT'),
    );
    expect(() => award({ checks: checksOn(day('2026-02-05')) })).toThrow(refusal('FUNDING_DAY_IN_FUTURE'));
  });
});

describe('FUN-14 priority among equals', () => {
  const graded = (serial: number, year: number, grade: string, kind = 'ANNUAL') => ({
    operatorAgencyId: anAgencyId(serial),
    kind,
    year,
    grade,
  });

  it.each([
    ['the latest year is good', [graded(1, 2024, 'UNQUALIFIED'), graded(1, 2025, 'GOOD')], true],
    [
      'one of its stations is not',
      [graded(1, 2025, 'EXCELLENT'), graded(1, 2025, 'BARELY_QUALIFIED')],
      false,
    ],
    ['only a mid-term evaluation is', [graded(1, 2025, 'EXCELLENT', 'MID_TERM')], false],
    ['nothing is known', [], false],
  ] as const)('where %s', (_name, evaluations, expected) => {
    expect(preferredAmong(evaluations).has(anAgencyId(1))).toBe(expected);
  });
});

describe('a purchase', () => {
  it('is not suspended while nobody objects', () => {
    expect(isSuspended(anAwardedPurchase())).toBe(false);
  });
});
