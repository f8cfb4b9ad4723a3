import { addDays, calendarDate, fen, publicText } from '@qianshou/kernel';
import { describe, expect, it } from 'vitest';
import {
  aContractInput,
  anAgencyId,
  aStation,
  aStationId,
  BUREAU,
  theContractFacts,
  TODAY,
  yuan,
} from '../../../test/builders.ts';
import {
  anAwardedPurchase,
  anAwardingInput,
  aPublishedPurchase,
  awardingFacts,
} from '../../../test/purchase-builders.ts';
import { fileContract, publishContract } from '../contract/contract-publicity.ts';
import { signContract } from '../contract/contract-signing.ts';
import { contractWarnings } from '../contract/contract-warnings.ts';
import { awardPurchase } from './purchase-award.ts';
import { closePurchase } from './purchase-closing.ts';
import { contractPurchase } from './purchase-contract.ts';
import { signBy } from './purchase-days.ts';
import { answerObjection, objectToPurchase } from './purchase-objection.ts';
import type { PurchaseProject } from './purchase-project.ts';
import { purchaseWarnings } from './purchase-warnings.ts';

const day = calendarDate;
const said = (raw: string) => publicText(raw, 'text');
const refusal = (code: string, details: Record<string, unknown> = {}) =>
  expect.objectContaining({ code, details: expect.objectContaining(details) });

const project = anAwardedPurchase();
const under = (signedFen: bigint, changed = {}) => ({
  contractNo: '演示-0',
  endsOn: day('2026-12-31'),
  signedFen: fen(signedFen),
  stands: true,
  isOpen: true,
  ...changed,
});
const terms = {
  purchaseProjectId: project.id,
  amountFen: yuan(190_000n),
  signedOn: day('2026-03-06'),
};
const sign = (
  changed = {},
  purchase: PurchaseProject = project,
  contracts: ReturnType<typeof under>[] = [],
) =>
  signContract(
    aContractInput({ ...terms, ...changed }),
    theContractFacts({ purchase: { project: purchase, contracts }, stations: [aStation()] }),
  ).state;

describe('FUN-6 the contract of a purchase', () => {
  it('is signed within 30 days of the award notice, the last one included', () => {
    expect(signBy(project)).toBe('2026-03-06');
    expect(sign()).toMatchObject({ purchaseProjectId: project.id, amountFen: yuan(190_000n) });
    const late = { signedOn: day('2026-03-07') };
    expect(() => sign(late)).toThrow(
      refusal('PURCHASE_SIGNED_LATE', { rule: 'FUN-6', signBy: '2026-03-06' }),
    );
    expect(sign({ ...late, lateSigningReason: said('等待质疑期') }).signedOn).toBe('2026-03-07');
    expect(() => sign({ signedOn: day('2026-02-03') })).toThrow(refusal('PURCHASE_DAYS_OUT_OF_ORDER'));
  });

  it('FUN-13 comes to what was awarded at most, over all contracts', () => {
    expect(() => sign({ amountFen: yuan(190_001n) })).toThrow(
      refusal('PURCHASE_EXHAUSTED', { rule: 'FUN-13' }),
    );
    expect(() => sign({}, project, [under(1n)])).toThrow(refusal('PURCHASE_EXHAUSTED'));
    expect(sign({}, project, [under(1n, { stands: false })]).amountFen).toBe(yuan(190_000n));
  });

  it('says what was awarded', () => {
    expect(() => sign({ method: 'OTHER' })).toThrow(refusal('PURCHASE_TERMS_DIFFER', { fields: ['method'] }));
    const others = { ...project, stationIds: [aStationId(2)] };
    expect(() => sign({}, others)).toThrow(refusal('PURCHASE_TERMS_DIFFER'));
    const won = anAwardingInput({ providerAgencyId: anAgencyId(2) });
    expect(() => sign({}, awardPurchase(aPublishedPurchase(), won, awardingFacts()).state)).toThrow(
      refusal('PURCHASE_TERMS_DIFFER', { fields: ['providerAgencyId'] }),
    );
    expect(() => sign({}, aPublishedPurchase())).toThrow(refusal('FUNDING_STATUS_WRONG'));
  });

  it('is told once to the purchase', () => {
    const { state, events } = contractPurchase(project, BUREAU);

    expect([state.status, events.length]).toEqual(['CONTRACTED', 1]);
    expect(contractPurchase(state, BUREAU).events).toEqual([]);
  });
});

describe('FUN-6 an objection', () => {
  const objecting = {
    raisedOn: day('2026-02-10'),
    party: said('演示机构'),
    content: said('评分有误'),
    by: BUREAU,
  };
  const objected = objectToPurchase(project, objecting, TODAY).state;
  const answer = { on: day('2026-02-15'), upheld: false, content: said('不成立'), by: BUREAU };

  it('suspends: nothing is signed or closed until it is answered', () => {
    expect(() => sign({}, objected)).toThrow(refusal('PURCHASE_SUSPENDED', { no: 1 }));
    const closing = { on: TODAY, by: BUREAU, reason: said('取消') };
    expect(() => closePurchase(objected, closing, [])).toThrow(refusal('PURCHASE_SUSPENDED'));
    expect(purchaseWarnings(objected, TODAY)).toMatchObject([
      { rule: 'FUN-6' },
      { rule: 'FUN-6', since: expect.any(String) },
    ]);
  });

  it('moves the day of signing by the days on which it held the purchase', () => {
    const { state } = answerObjection(objected, 1, answer, TODAY);

    expect([state.status, signBy(state)]).toEqual(['AWARDED', addDays(day('2026-03-06'), 5)]);
  });

  it.each([
    ['within another one', '2026-02-11', '2026-02-13', 5],
    ['beyond another one', '2026-02-12', '2026-02-20', 10],
    ['after another one', '2026-02-20', '2026-02-23', 8],
  ])('%s moves it by the days on which either held the purchase', (_how, raisedOn, on, days) => {
    const both = objectToPurchase(objected, { ...objecting, raisedOn: day(raisedOn) }, TODAY).state;
    const second = answerObjection(both, 2, { ...answer, on: day(on) }, TODAY).state;

    expect(signBy(answerObjection(second, 1, answer, TODAY).state)).toBe(addDays(day('2026-03-06'), days));
  });

  it('that is upheld takes the award away, and another one follows it', () => {
    const { state } = answerObjection(objected, 1, { ...answer, upheld: true }, TODAY);

    expect([state.status, signBy(state)]).toEqual(['PUBLISHED', null]);
    const again = (awardedOn: string) =>
      awardPurchase(state, anAwardingInput({ awardedOn: day(awardedOn) }), awardingFacts());
    expect(() => again('2026-02-14')).toThrow(refusal('PURCHASE_DAYS_OUT_OF_ORDER'));
    expect(again('2026-02-16').state.rounds[0]?.awards.map(({ voidedOn }) => voidedOn)).toEqual([
      '2026-02-15',
      null,
    ]);
  });

  it('is answered once, after it came, and exists', () => {
    const answered = answerObjection(objected, 1, answer, TODAY).state;

    expect(() => answerObjection(answered, 1, answer, TODAY)).toThrow(refusal('PURCHASE_OBJECTION_ANSWERED'));
    expect(() => answerObjection(objected, 2, answer, TODAY)).toThrow(
      refusal('PURCHASE_OBJECTION_NOT_FOUND'),
    );
    expect(() => answerObjection(objected, 1, { ...answer, on: day('2026-02-09') }, TODAY)).toThrow(
      refusal('PURCHASE_DAYS_OUT_OF_ORDER'),
    );
  });
});

describe('closing a purchase', () => {
  const closing = { on: TODAY, by: BUREAU, reason: said('完成') };

  it('waits for its contracts, and happens once', () => {
    expect(() => closePurchase(project, closing, [under(1n)])).toThrow(refusal('PURCHASE_CONTRACT_OPEN'));
    const { state, events } = closePurchase(project, closing, [under(7n, { isOpen: false })]);
    expect([state.status, events]).toMatchObject(['CLOSED', [{ contractedFen: 7n }]]);
    expect(() => closePurchase(state, closing, [])).toThrow(refusal('FUNDING_STATUS_WRONG'));
  });
});

describe('FUN-6 publishing and filing a contract', () => {
  const contract = sign();
  const rules = (published: string | null, filed: string | null, on = TODAY) => {
    const given = {
      ...contract,
      published:
        published === null
          ? null
          : { publishedOn: day(published), publicUrl: said('https://example.gov.cn/1'), by: BUREAU },
      filed: filed === null ? null : { filedOn: day(filed), office: said('演示财政局'), by: BUREAU },
    };
    return contractWarnings(given, [aStation()], on).map(({ since }) => since);
  };

  // Signed on Friday 2026-03-06: two working days end on Tuesday the 10th, seven on Tuesday the 17th.
  it.each([
    ['in time', '2026-03-10', '2026-03-17', []],
    ['a day late', '2026-03-11', '2026-03-18', ['2026-03-10', '2026-03-17']],
    ['not at all', null, null, ['2026-03-10', '2026-03-17']],
  ] as const)('warns of what was done %s', (_name, published, filed, expected) => {
    expect(rules(published, filed)).toEqual(expected);
  });

  it('warns of nothing before the days are over', () => {
    expect(rules(null, null, day('2026-03-10'))).toEqual([]);
  });

  it('each happens once, after the signing', () => {
    const publicUrl = said('https://example.gov.cn/1');
    const published = publishContract(contract, { publishedOn: TODAY, publicUrl, by: BUREAU }, TODAY).state;
    const filing = { filedOn: TODAY, office: said('演示财政局'), by: BUREAU };
    const filed = fileContract(published, filing, TODAY).state;

    expect(() => publishContract(filed, { publishedOn: TODAY, publicUrl, by: BUREAU }, TODAY)).toThrow(
      refusal('CONTRACT_PUBLISHED'),
    );
    expect(() => fileContract(filed, filing, TODAY)).toThrow(refusal('CONTRACT_FILED'));
    expect(() => fileContract(contract, { ...filing, filedOn: day('2026-03-05') }, TODAY)).toThrow(
      refusal('PURCHASE_DAYS_OUT_OF_ORDER'),
    );
    const gone = { ...contract, status: 'WITHDRAWN' } as const;
    expect(() => fileContract(gone, filing, TODAY)).toThrow(refusal('FUNDING_STATUS_WRONG'));
  });
});
