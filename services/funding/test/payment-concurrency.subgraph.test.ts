import { fen, type Id } from '@qianshou/kernel';
import { serviceConfigSchema } from '@qianshou/service-kit/config';
import { createLogger } from '@qianshou/service-kit/logging';
import { buildSubgraph } from '@qianshou/service-kit/service';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { funding } from '../src/container.ts';
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

describe('FUN-13 two processes on one database', () => {
  it('share the fund as one does: what keeps it whole is the transaction', async () => {
    const other = await secondProcess();
    const installment = { contractId: contractId as Id<'con'>, installmentNo: 1, amountFen: fen(2_000_000n) };
    const ask = ({ useCases }: Pick<FundingGraph, 'useCases'>) =>
      useCases.requestPayment({ ...installment, idempotencyKey: key() }, bureau);

    const outcomes = await Promise.allSettled(
      Array.from({ length: 16 }, (_, at) => ask(at % 2 === 0 ? graph : other)),
    );

    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected')
        expect(outcome.reason).toMatchObject({ code: 'PAYMENT_BEYOND_CONTRACT' });
    }
    expect(await balances(graph)).toMatchObject({ COMMITTED: '0', RESERVED: '20000000' });
    expect(await reconciled(graph)).toMatchObject({ balanced: true, entries: 12, chainBrokenAt: null });
  }, 60_000);
});

/** The same service once more, with turns of its own. */
function secondProcess(): Promise<Pick<FundingGraph, 'useCases'>> {
  const connection = graph.connection.useDb(graph.connection.name);
  const logger = createLogger({ service: 'funding', level: 'fatal' });
  return buildSubgraph(funding, { config: serviceConfigSchema.parse(SETTINGS), connection, logger });
}

const SETTINGS = {
  PORT: 4005,
  HEALTH_PORT: 4105,
  MONGODB_URI: 'mongodb://127.0.0.1/qianshou_funding',
  KAFKA_BROKERS: '127.0.0.1:9092',
  GATEWAY_KEYS_FILE: 'unread',
  EVENT_SIGNING_KEYS_FILE: 'unread',
  EVENT_PUBLIC_KEYS_FILE: 'unread',
};

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
