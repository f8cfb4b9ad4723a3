import { randomUUIDv7 } from 'node:crypto';
import { type EventEnvelope, envelopeOf } from '@qianshou/events';
import { type FreshDatabase, freshDatabase } from '@qianshou/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { arrivalOf } from '../src/inbox/arrival.ts';
import { listDeadLetters, requestForDeadLetters } from '../src/inbox/dead-letters.ts';
import { inboxCollections, prepareInbox } from '../src/inbox/documents.ts';
import type { Receiver } from '../src/inbox/receiver.ts';
import { attendToRequests } from '../src/inbox/redrive.ts';
import { settle } from '../src/inbox/settle.ts';
import { createPulse } from '../src/loops/pulse.ts';
import { eventually } from '@qianshou/testing/eventually';
import { Registry } from 'prom-client';
import { receiverOf } from './receiving.ts';
import { awardId, listener, payment } from './two-services.ts';

let database: FreshDatabase;
let receiver: Receiver;

beforeAll(async () => {
  database = await freshDatabase('convicted');
  await prepareInbox(database.connection);
  receiver = receiverOf(database.connection, listener(database.connection));
});
beforeEach(async () => {
  const { inbox, cursors, attempts, deadLetters } = inboxCollections(database.connection);
  await Promise.all([inbox, cursors, attempts, deadLetters].map((each) => each.deleteMany({})));
});
afterAll(() => database.drop());

/** The second life of the owner's log began. */
const SECOND = Math.floor(Date.parse('2026-01-02T00:00:00Z') / 1_000);
const place = { topic: 'qianshou.funding.v1', partition: 0, next: 9n };

function told(sequence: number, day: string): EventEnvelope {
  return envelopeOf({
    ...payment(1, '100'),
    id: randomUUIDv7(),
    time: new Date(`${day}T00:00:00Z`),
    aggregateId: awardId(1),
    sequence,
    correlationId: 'test',
  });
}

const settled = (event: EventEnvelope, epoch?: number) => settle(receiver, arrivalOf(event, epoch), place);

/** As its tries are kept when the process died at each. */
async function killedBy(event: EventEnvelope): Promise<void> {
  const { attempts } = inboxCollections(database.connection);
  await attempts.insertOne({ _id: `reactions ${event.id}`, started: 3, finished: 0, since: new Date() });
}

const letters = () => listDeadLetters(database.connection);
const cursor = () => inboxCollections(database.connection).cursors.findOne({});

describe('an event at which the process dies', () => {
  it('is set aside also when a new life of its log says it under a number that was had', async () => {
    for (const sequence of [1, 2, 3]) await settled(told(sequence, '2026-01-01'));
    const anew = told(2, '2026-01-03');
    await killedBy(anew);

    await settled(anew, SECOND);

    expect(await letters()).toMatchObject([{ reason: 'KILLS_THE_PROCESS', sequence: 2, epoch: SECOND }]);
  });

  it('is let go when it is a repeat, also one of a life that is over', async () => {
    const first = told(1, '2026-01-01');
    await settled(first);
    const late = told(2, '2026-01-01');
    await settled(told(2, '2026-01-03'), SECOND);
    await killedBy(first);
    await killedBy(late);

    await settled(first);
    await settled(late);

    expect(await letters()).toEqual([]);
  });

  it('keeps nobody waiting when it contradicts what was had in the same life', async () => {
    await settled(told(1, '2026-01-01'));
    const other = told(1, '2026-01-01');
    await killedBy(other);

    await settled(other);

    expect(await letters()).toMatchObject([{ reason: 'CONFLICT' }]);
    expect(await cursor()).toMatchObject({ last: 1, blocked: false });
  });

  it('is passed by when an operator drops it, in the life in which it was said', async () => {
    for (const sequence of [1, 2, 3]) await settled(told(sequence, '2026-01-01'));
    const anew = told(2, '2026-01-03');
    await killedBy(anew);
    await settled(anew, SECOND);
    const stopping = new AbortController();
    const pulse = createPulse({ name: 'test', logger: receiver.logger, metrics: new Registry() });
    const attending = attendToRequests(receiver, stopping.signal, pulse);

    await requestForDeadLetters(database.connection, 'DISCARD', anew.id);

    await eventually(async () =>
      expect(await cursor()).toMatchObject({ last: 2, lastId: anew.id, epoch: SECOND, blocked: false }),
    );
    stopping.abort();
    await attending;
  });
});
