import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  approved,
  balances,
  bureau,
  type FundingGraph,
  fundingGraph,
  key,
  reconciled,
  run,
  signed,
  startOver,
} from './under-test.ts';

let graph: FundingGraph;
let contractId: string;

/** 100 payments of 1 % are the whole contract, all of it due at signing. */
const ONE_PERCENT = '200000';

beforeAll(async () => {
  graph = await fundingGraph();
});
beforeEach(async () => {
  await startOver(graph);
  const installments = [{ condition: 'SIGNING', perMille: 1000 }];
  contractId = await signed(graph, await approved(graph), { installments });
});
afterAll(() => graph.stop());

const request = (idempotencyKey: string) =>
  run(graph, bureau, 'requestPayment', {
    contractId,
    installmentNo: 1,
    amountFen: ONE_PERCENT,
    idempotencyKey,
  });

describe('FUN-13 a thousand payments of 1 % of one fund at once', () => {
  it('succeed exactly a hundred times, and the journal knows of no other', async () => {
    const answers = await Promise.all(Array.from({ length: 1_000 }, () => request(key())));

    const codes = Map.groupBy(answers, ({ code }) => code ?? 'PAID_FOR');
    expect([...codes].map(([code, each]) => [code, each.length])).toEqual(
      expect.arrayContaining([
        ['PAID_FOR', 100],
        ['PAYMENT_BEYOND_CONTRACT', 900],
      ]),
    );
    expect(await balances(graph)).toMatchObject({ COMMITTED: '0', RESERVED: '20000000' });
    expect(await reconciled(graph)).toMatchObject({ balanced: true, entries: 102, chainBrokenAt: null });
    const told = (await graph.outbox()).filter(({ type }) => type.includes('payment-requested'));
    expect(told).toHaveLength(100);
  }, 120_000);
});

describe('one idempotency key sent a hundred times at once', () => {
  it('has one effect and a hundred equal answers', async () => {
    const idempotencyKey = key();

    const answers = await Promise.all(Array.from({ length: 100 }, () => request(idempotencyKey)));

    const texts = new Set(answers.map(({ data, errors }) => JSON.stringify([data, errors])));
    expect([...texts]).toHaveLength(1);
    expect(answers[0]?.code).toBeUndefined();
    expect(await reconciled(graph)).toMatchObject({ balanced: true, entries: 3 });
  }, 60_000);
});
