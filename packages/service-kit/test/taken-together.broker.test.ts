import { randomUUIDv7 } from 'node:crypto';
import { type EventEnvelope, envelopeOf } from '@qianshou/events';
import { type FreshDatabase, freshDatabase } from '@qianshou/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { applyEvents } from '../src/inbox/apply.ts';
import { arrivalOf } from '../src/inbox/arrival.ts';
import { inboxCollections, prepareInbox } from '../src/inbox/documents.ts';
import type { Receiver } from '../src/inbox/receiver.ts';
import { together } from '../src/inbox/reaction.ts';
import { subscribe, type Subscriptions } from '../src/inbox/subscriptions.ts';
import { receiverOf } from './receiving.ts';
import { awardId, PAID, payment } from './two-services.ts';

const APPROVED = 'qianshou.funding.award-approved.v1';
const REOPENED = 'qianshou.funding.award-reopened.v1';

/** Each call of a reaction, with the amounts that it was given. */
let calls: (readonly string[])[] = [];
let database: FreshDatabase;
let receiver: Receiver;

beforeAll(async () => {
  database = await freshDatabase('together');
  await prepareInbox(database.connection);
  receiver = receiverOf(database.connection, listening());
});
beforeEach(async () => {
  calls = [];
  const { inbox, cursors } = inboxCollections(database.connection);
  await Promise.all([inbox.deleteMany({}), cursors.deleteMany({})]);
});
afterAll(() => database.drop());

const applyAll = (events: readonly EventEnvelope[]): Promise<void> =>
  applyEvents(
    receiver,
    events.map((event) => arrivalOf(event)),
    null,
  );

/** Payments are taken together, approvals one by one, reopenings not at all. */
function listening(): Subscriptions {
  const partly = subscribe<'funding'>() as unknown as (choice: object) => Subscriptions;
  return partly({
    on: {
      [PAID]: together(async (...paid: readonly { readonly amountFen: string }[]) => {
        calls.push(paid.map(({ amountFen }) => amountFen));
        if (paid.some(({ amountFen }) => amountFen === '13')) throw new Error('no such amount');
      }),
      [APPROVED]: async ({ data }: { readonly data: { readonly amountFen: string } }) => {
        calls.push([`approved ${data.amountFen}`]);
      },
    },
    ignore: [REOPENED],
  });
}

function told(
  award: number,
  sequence: number,
  amountFen: string,
  type: typeof PAID | typeof APPROVED | typeof REOPENED = PAID,
): EventEnvelope {
  return envelopeOf({
    ...payment(award, amountFen),
    type,
    id: randomUUIDv7(),
    time: new Date(),
    aggregateId: awardId(award),
    sequence,
    correlationId: 'test',
  });
}

describe('a reaction that takes events together', () => {
  it('is called once for those that come one after the other, in their order', async () => {
    await applyAll([told(1, 1, '1'), told(2, 1, '2'), told(1, 2, '3')]);

    expect(calls).toEqual([['1', '2', '3']]);
    const { inbox, cursors } = inboxCollections(database.connection);
    expect(await inbox.countDocuments()).toBe(3);
    expect(await cursors.find().sort({ _id: 1 }).toArray()).toMatchObject([{ last: 2 }, { last: 1 }]);
  });

  it('is called again behind an event of another type, never around it', async () => {
    await applyAll([told(1, 1, '1'), told(1, 2, '2', APPROVED), told(2, 1, '3', APPROVED), told(1, 3, '4')]);

    expect(calls).toEqual([['1'], ['approved 2'], ['approved 3'], ['4']]);
  });

  it('is not interrupted by events that are ignored', async () => {
    await applyAll([told(1, 1, '1'), told(1, 2, '2', REOPENED), told(1, 3, '3')]);

    expect(calls).toEqual([['1', '3']]);
  });

  it('is not given what it had before', async () => {
    const first = told(1, 1, '1');
    await applyAll([first]);

    await applyAll([first, told(1, 2, '2')]);

    expect(calls).toEqual([['1'], ['2']]);
  });

  it('leaves nothing of any of them when it fails', async () => {
    await expect(applyAll([told(1, 1, '1'), told(2, 1, '13')])).rejects.toThrow('no such amount');

    const { inbox, cursors } = inboxCollections(database.connection);
    expect(await inbox.countDocuments()).toBe(0);
    expect(await cursors.countDocuments()).toBe(0);
  });
});
