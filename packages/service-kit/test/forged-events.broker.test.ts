import { type Consumer, listDeadLetters, requestForDeadLetters } from '@qianshou/service-kit/inbox';
import type { Relay } from '@qianshou/service-kit/outbox';
import type { SignRecord } from '@qianshou/service-kit/signing';
import { eventually } from '@qianshou/testing/eventually';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sign } from './signers.ts';
import { versionsOf } from './two-services.ts';
import { aPair, consumerOf, type Pair, relayOf } from './wiring.ts';

let pair: Pair;
let relay: Relay;
let consumer: Consumer;

beforeAll(async () => {
  pair = await aPair();
  relay = await relayOf(pair.from, pair.broker);
  consumer = await consumerOf(pair.to, pair.broker);
});

afterAll(async () => {
  await consumer.stop();
  await relay.stop();
  await pair.end();
});

const funding = sign('funding');
const withHeader =
  (name: string, value: string): SignRecord =>
  (record) => {
    const signed = funding(record);
    return { ...signed, headers: { ...signed.headers, [name]: value } };
  };

const FORGERIES: readonly (readonly [string, SignRecord, string])[] = [
  ['nobody signed', (record) => record, 'UNSIGNED'],
  ['another service signed', sign('pairing'), 'WRONGLY_SIGNED'],
  [
    'another service signed under the name of its key',
    (record) => {
      const { headers } = funding(record);
      const { signature = '' } = sign('pairing')(record).headers;
      return { ...record, headers: { ...headers, signature } };
    },
    'WRONGLY_SIGNED',
  ],
  ['was moved to another place of the log', withHeader('qs-seq', '7'), 'WRONGLY_SIGNED'],
  ['was moved to another life of the log', withHeader('qs-epoch', '2'), 'WRONGLY_SIGNED'],
  [
    'was changed after it was signed',
    (record) => {
      const value = Buffer.from(record.value.toString().replace('"amountFen":"100"', '"amountFen":"900"'));
      return { ...funding(record), value };
    },
    'WRONGLY_SIGNED',
  ],
];

describe('an event of funding', () => {
  it.each(FORGERIES)(
    'that %s is a dead letter, and the true one takes effect',
    async (_how, forged, reason) => {
      const award = 100 + FORGERIES.findIndex((each) => each[1] === forged);
      await pair.publishByHand(award, 1, {}, forged);
      const letters = await eventually(async () => {
        const found = await listDeadLetters(pair.to);
        expect(found).toMatchObject([{ status: 'DEAD', reason, subject: null }]);
        return found;
      });

      await pair.funding.pay(award);
      await pair.funding.pay(award);

      await eventually(async () => expect(await versionsOf(pair.to, award)).toEqual([1, 2]));
      expect(letters[0]?.raw?.headers).toBeDefined();
      await requestForDeadLetters(pair.to, 'DISCARD', null);
      await eventually(async () => expect(await listDeadLetters(pair.to)).toEqual([]));
    },
  );

  it('that lies in the topic of funding and is of pairing is a dead letter, though pairing signed it', async () => {
    const foreign = { source: '/qianshou/pairing', type: 'qianshou.pairing.agency-barred-for-year.v1' };
    await pair.publishByHand(110, 1, foreign, sign('pairing'));

    await eventually(async () =>
      expect(await listDeadLetters(pair.to)).toMatchObject([{ reason: 'FOREIGN_TOPIC' }]),
    );
    await requestForDeadLetters(pair.to, 'DISCARD', null);
    await eventually(async () => expect(await listDeadLetters(pair.to)).toEqual([]));
  });

  it('stays a dead letter when it is redriven and nothing has changed', async () => {
    await pair.publishByHand(111, 1, {}, (record) => record);
    await eventually(async () => expect(await listDeadLetters(pair.to)).toHaveLength(1));

    await requestForDeadLetters(pair.to, 'REDRIVE', null);

    await eventually(async () =>
      expect(await listDeadLetters(pair.to)).toMatchObject([
        { reason: 'UNSIGNED', attempts: 2, request: null },
      ]),
    );
    expect(await versionsOf(pair.to, 111)).toEqual([]);
  });

  it('takes effect whichever of the two keys of a rotation signed it', async () => {
    await pair.publishByHand(112, 1, {}, sign('funding', 1));
    await pair.publishByHand(112, 2, {}, sign('funding', 2));

    await eventually(async () => expect(await versionsOf(pair.to, 112)).toEqual([1, 2]));
  });
});
