import type { Actor } from '@qianshou/kernel';
import { anActor, inRegion } from '@qianshou/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { takeTurn } from '../src/delivery/dispatcher.ts';
import type { SendDelivery } from '../src/delivery/send-delivery.ts';
import { anEvent, HAIYUAN, heardOf, linesOf, partnersGraph, type PartnersGraph, YIDU } from './under-test.ts';

const SUBJECT = 'partner|standing';
const OPENED = 'qianshou.station.opened.v1';
const now = () => Math.floor(Date.now() / 1_000);
/** A token of the partner, of some seconds before or after now. */
const withToken = (age: number, grants: Actor['grants'] = inRegion('PARTNER', YIDU).grants): Actor => ({
  subject: SUBJECT,
  grants,
  token: { issuedAt: now() + age, expiresAt: now() + age + 3_600 },
});
const elsewhere = inRegion('PARTNER', HAIYUAN).grants;
const admin = anActor('ADMIN');

let graph: PartnersGraph;
let id = '';
let seq = 0;
const sent: string[] = [];
const send: SendDelivery = async (_endpoint, { eventId }) => {
  sent.push(eventId);
  const attempt = { at: new Date(), status: 200, milliseconds: 1, said: '' };
  return { attempt, retryAfter: null, isAnswered: true };
};

beforeAll(async () => {
  graph = await partnersGraph();
  const input = { name: '演示接收端', url: 'https://partner.example.org/hook', region: YIDU };
  const { data } = await graph.execute(
    'mutation ($input: CreateWebhookEndpointInput!) { createWebhookEndpoint(input: $input) { endpoint { id } } }',
    { input },
    withToken(-100),
  );
  ({ id } = data.createWebhookEndpoint.endpoint);
  await graph.connection
    .collection('webhook_endpoints')
    .updateOne({ _id: id as never }, { $set: { status: 'ACTIVE' } });
});
afterAll(() => graph.stop());

const tell = async (): Promise<string> => {
  seq += 1;
  const event = anEvent(OPENED);
  await graph.useCases.takeRecords([heardOf(event, seq)]);
  return event.id;
};
const deliver = async (): Promise<readonly string[]> => {
  sent.length = 0;
  const endpoint = await graph.useCases.findEndpointToCall(id as never);
  if (endpoint === null) return [];
  for (let due = true; due;) due = (await takeTurn({ useCases: graph.useCases, send }, endpoint, 0)) !== null;
  return [...sent];
};
const withheld = async (): Promise<unknown> => {
  const { data } = await graph.execute(
    'query ($id: ID!) { webhookEndpoint(id: $id) { withheld } }',
    { id },
    admin,
  );
  return data.webhookEndpoint.withheld;
};
const ask = (operation: string, input: object) =>
  graph.execute(
    `mutation ($input: ${operation[0]?.toUpperCase()}${operation.slice(1)}Input!) { ${operation}(input: $input) { standing { withheld withdrawnFor } } }`,
    { input },
    admin,
  );

describe('a grant that the latest token does not hold any more', () => {
  it('stops what was registered with it, and keeps what happens until it is granted anew', async () => {
    const first = await tell();
    expect(await deliver()).toEqual([first]);
    await graph.useCases.noteCaller(withToken(-50, elsewhere));
    const second = await tell();

    expect(await deliver()).toEqual([]);
    expect(await withheld()).toBe('NOT_GRANTED');

    await graph.useCases.noteCaller(withToken(-90));
    expect(await withheld()).toBe('NOT_GRANTED');
    await graph.useCases.noteCaller(withToken(-40));
    expect(await withheld()).toBeNull();
    expect(await deliver()).toEqual([second]);
  });

  it('lapses where no token has confirmed it for 90 days', async () => {
    const before = new Date(Date.now() - 91 * 86_400_000);
    const standings = graph.connection.collection('partner_standings');
    await standings.updateOne({ _id: SUBJECT as never }, { $set: { confirmedAt: before } });
    const event = await tell();

    expect(await withheld()).toBe('LAPSED');
    expect(await deliver()).toEqual([]);
    await graph.useCases.noteCaller(withToken(-30));
    expect(await deliver()).toEqual([event]);
  });

  it('is no way in for an older token that still holds it', async () => {
    await graph.useCases.noteCaller(withToken(-20, elsewhere));

    await expect(graph.knock('/feed', { actor: withToken(-25) })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    const answer = await graph.knock('/feed', { actor: withToken(-15), query: { limit: '1' } });
    expect(linesOf(answer)).toHaveLength(1);
  });

  it('loses nothing where it ends between looking for what is due and sending it', async () => {
    const event = await tell();
    const endpoint = await graph.useCases.findEndpointToCall(id as never);
    if (endpoint === null) throw new Error('the endpoint is not called');
    const sendLate: SendDelivery = async (to, delivery) => {
      await graph.useCases.noteCaller(withToken(-14, elsewhere));
      return (await graph.useCases.eventAt(delivery.seq, to)) === null ? null : send(to, delivery);
    };

    await takeTurn({ useCases: graph.useCases, send: sendLate }, endpoint, 0);
    await graph.useCases.noteCaller(withToken(-13));

    expect(await deliver()).toEqual([event]);
  });
});

describe('two tokens of somebody who comes for the first time', () => {
  it('leave what the later one grants, in whichever order they are noted', async () => {
    const subjects = Array.from({ length: 40 }, (_, each) => `partner|first-${each}`);
    const [older, later] = [withToken(-60, elsewhere), withToken(-50)];

    await Promise.all(
      subjects.flatMap((subject) => [
        graph.useCases.noteCaller({ ...older, subject }),
        graph.useCases.noteCaller({ ...later, subject }),
      ]),
    );

    const standings = graph.connection.collection('partner_standings');
    const ofLater = { _id: { $in: subjects as never[] }, issuedAt: later.token?.issuedAt };
    expect(await standings.countDocuments(ofLater)).toBe(40);
  });
});

describe('withdrawPartnerAccess', () => {
  it('ends feed, streams and deliveries at once, says so, and restorePartnerAccess brings them back', async () => {
    const actor = withToken(-10);
    const headers = { accept: 'text/event-stream' };
    const { body } = await graph.knock('/feed', { actor, headers });
    const pieces: string[] = [];
    for await (const piece of body as AsyncIterable<string>) {
      // Once all that is there was read.
      if (pieces.push(piece) === 1 + seq)
        await ask('withdrawPartnerAccess', { subject: SUBJECT, reason: '合同期满' });
    }
    const event = await tell();

    expect(pieces.at(-1)).toMatch(
      /^event: closed\ndata: \{"reason":"PARTNER_ACCESS_WITHDRAWN","position":"[\w-]{22}"/,
    );
    await expect(graph.knock('/feed', { actor })).rejects.toMatchObject({ code: 'PARTNER_ACCESS_WITHDRAWN' });
    expect(await withheld()).toBe('WITHDRAWN');
    expect(await deliver()).toEqual([]);

    const { data } = await ask('restorePartnerAccess', { subject: SUBJECT });
    expect(data.restorePartnerAccess.standing).toEqual({ withheld: null, withdrawnFor: null });
    expect(await deliver()).toEqual([event]);
    expect((await ask('restorePartnerAccess', { subject: 'partner|nobody' })).code).toBe('PARTNER_UNKNOWN');
  });

  it('closes a stream when its token runs out, with the place to go on from', async () => {
    const actor = { ...withToken(0), token: { issuedAt: now(), expiresAt: now() } };

    const { body } = await graph.knock('/feed', { actor, headers: { accept: 'text/event-stream' } });
    const pieces: string[] = [];
    for await (const piece of body as AsyncIterable<string>) pieces.push(piece);

    expect(pieces.at(-1)).toMatch(/^event: closed\ndata: \{"reason":"TOKEN_EXPIRED","position":"[\w-]{22}"/);
  });
});
