import { createPublicKey, verify } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inRegion } from '@qianshou/testing';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { takeTurn } from '../src/delivery/dispatcher.ts';
import { anEvent, HAIYUAN, heardOf, partnersGraph, type PartnersGraph, YIDU } from './under-test.ts';

const partner = { ...inRegion('PARTNER', YIDU), subject: 'partner|one' };
const other = { ...inRegion('PARTNER', YIDU), subject: 'partner|other' };
const OPENED = 'qianshou.station.opened.v1';

interface Received {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A partner's receiver: it answers challenges, and everything else with the status that it is told. */
const receiver = { status: 200, answersChallenge: true, received: [] as Received[] };
let server: Server;
let graph: PartnersGraph;
let id = '';
let secret = '';

beforeAll(async () => {
  graph = await partnersGraph();
  server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      const body = Buffer.concat(pieces).toString();
      receiver.received.push({ headers: request.headers as Record<string, string>, body });
      const { type, data } = JSON.parse(body) as { type: string; data: { challenge?: string } };
      const isChallenge = type === 'qianshou.partners.challenge.v1';
      response.statusCode = isChallenge ? 200 : receiver.status;
      response.end(isChallenge && receiver.answersChallenge ? JSON.stringify(data) : 'said');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  server.close();
  await graph.stop();
});

const ENDPOINT =
  '{ endpoint { id status disabledFor waiting allowedActions deliveries(first: 5) { nodes { type status nextAttemptAt attempts { status said } } } } }';
const change = async (operation: string, input: object, actor = partner) => {
  const kind = { createWebhookEndpoint: 'Create', enableWebhookEndpoint: 'Enable' }[operation];
  const type = kind === undefined ? 'WebhookEndpointInput' : `${kind}WebhookEndpointInput`;
  const named = operation === 'replayWebhookEvents' ? 'ReplayWebhookEventsInput' : type;
  return graph.execute(
    `mutation ($input: ${named}!) { ${operation}(input: $input) ${ENDPOINT} }`,
    { input },
    actor,
  );
};
const endpointNow = async () => {
  const { data } = await graph.execute(
    `query ($id: ID!) { webhookEndpoint(id: $id) ${ENDPOINT.replace('{ endpoint {', '{').replace(/\}$/, '')} }`,
    { id },
    partner,
  );
  return data.webhookEndpoint;
};
/** All turns that there are to take. */
const deliver = async (): Promise<void> => {
  const parts = { useCases: graph.useCases, send: graph.send };
  for (let turns = 0; turns < 10; turns += 1) {
    const [endpoint] = await graph.useCases.endpointsToCall();
    if (endpoint === undefined || (await takeTurn(parts, endpoint, 0)) === null) return;
  }
};
let seq = 0;
const tell = (type = OPENED, region = YIDU) => {
  seq += 1;
  return graph.useCases.takeRecords([heardOf(anEvent(type, region), seq)]);
};
const typesReceived = () => receiver.received.map(({ body }) => (JSON.parse(body) as { type: string }).type);

describe('createWebhookEndpoint', () => {
  it('gives a secret, and calls the address with nothing before it has answered a challenge', async () => {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
    const input = { name: '演示接收端', url, region: YIDU, types: ['qianshou.station.*'] };
    const { data, errors } = await graph.execute(
      'mutation ($input: CreateWebhookEndpointInput!) { createWebhookEndpoint(input: $input) { secret endpoint { id status publicKeys } } }',
      { input },
      partner,
    );
    expect(errors).toEqual([]);
    ({ secret } = data.createWebhookEndpoint);
    ({ id } = data.createWebhookEndpoint.endpoint);
    expect(data.createWebhookEndpoint.endpoint.status).toBe('PENDING');
    await tell();
    receiver.answersChallenge = false;
    await deliver();
    expect((await endpointNow()).status).toBe('PENDING');
    receiver.answersChallenge = true;
    await change('verifyWebhookEndpoint', { id });

    await deliver();

    expect((await endpointNow()).status).toBe('ACTIVE');
    expect(typesReceived()).toEqual([
      'qianshou.partners.challenge.v1',
      'qianshou.partners.challenge.v1',
      OPENED,
    ]);
  });

  it('signs what it sends by Standard Webhooks, with the secret and with the key of the platform', async () => {
    const { headers, body } = receiver.received.at(-1) as Received;
    const { data } = await graph.execute(
      'query ($id: ID!) { webhookEndpoint(id: $id) { publicKeys } }',
      { id },
      partner,
    );

    expect(new Webhook(secret).verify(body, headers)).toMatchObject({
      type: OPENED,
      data: { countyCode: YIDU },
    });
    const [, signature = ''] = /v1a,(\S+)/.exec(headers['webhook-signature'] ?? '') ?? [];
    const raw = Buffer.from(String(data.webhookEndpoint.publicKeys[0]).slice('whpk_'.length), 'base64');
    const spki = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), raw]);
    const key = createPublicKey({ key: spki, format: 'der', type: 'spki' });
    const content = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
    expect(verify(null, Buffer.from(content), key, Buffer.from(signature, 'base64'))).toBe(true);
  });

  it.each([
    ['http://partner.example.org/', 'WEBHOOK_URL_REFUSED'],
    ['https://user:secret@partner.example.org/', 'WEBHOOK_URL_REFUSED'],
    ['https://partner.example.org:6379/', 'WEBHOOK_URL_REFUSED'],
    ['nonsense', 'WEBHOOK_URL_REFUSED'],
  ])('refuses %s', async (url, code) => {
    const answer = await change('createWebhookEndpoint', { name: '演示', url, region: YIDU });

    expect(answer.code).toBe(code);
  });

  it('refuses a region beyond the grants of who asks', async () => {
    const url = 'https://partner.example.org/hook';

    expect((await change('createWebhookEndpoint', { name: '演示', url, region: HAIYUAN })).code).toBe(
      'FORBIDDEN',
    );
  });
});

describe('a delivery', () => {
  it('is of what the endpoint chose, within the reach of its owner', async () => {
    receiver.received = [];
    await tell('qianshou.station.planned.v1', HAIYUAN);
    await tell('qianshou.pairing.matched.v1');
    await tell('qianshou.station.closed.v1');

    await deliver();

    expect(typesReceived()).toEqual(['qianshou.station.closed.v1']);
  });

  it('that fails keeps what was said, and waits for its next attempt', async () => {
    receiver.status = 500;
    await tell();

    await deliver();

    const { waiting, deliveries } = await endpointNow();
    expect(waiting).toBe(1);
    expect(deliveries.nodes[0]).toMatchObject({
      status: 'DUE',
      nextAttemptAt: expect.any(String),
      attempts: [{ status: 500, said: 'said' }],
    });
  });

  it('is counted, and can be sent again by hand', async () => {
    const { data } = await graph.execute(
      `query ($id: ID!) { webhookEndpoint(id: $id) {
        concurrency perSecond usage { delivered waiting attempts failedAttempts wayToDisabled }
        deliveries(first: 1) { nodes { curl eventId } }
      } }`,
      { id },
      partner,
    );

    const { usage, deliveries, ...pace } = data.webhookEndpoint;
    expect(pace).toEqual({ concurrency: 10, perSecond: null });
    expect(usage).toEqual({ delivered: 3, waiting: 1, attempts: 5, failedAttempts: 1, wayToDisabled: 10 });
    const [{ curl, eventId }] = deliveries.nodes;
    expect(curl).toContain(`-H 'webhook-id: ${eventId}'`);
    expect(curl).toContain(OPENED);
  });

  it('that is answered with 410 stops the endpoint, and nothing is lost until it is enabled', async () => {
    receiver.status = 410;
    await graph.connection
      .collection('webhook_deliveries')
      .updateMany({ status: 'DUE' }, { $set: { dueAt: new Date(0) } });
    await deliver();
    expect(await endpointNow()).toMatchObject({ status: 'DISABLED', disabledFor: 'GONE', waiting: 1 });
    await tell('qianshou.station.suspended.v1');
    receiver.status = 200;
    receiver.received = [];

    await change('enableWebhookEndpoint', { id });
    await deliver();

    expect(typesReceived().toSorted()).toEqual([OPENED, 'qianshou.station.suspended.v1']);
    expect(await endpointNow()).toMatchObject({ status: 'ACTIVE', waiting: 0 });
  });
});

describe('what its owner does with an endpoint', () => {
  it('rotates its secret: both sign', async () => {
    const { data } = await graph.execute(
      'mutation ($input: WebhookEndpointInput!) { rotateWebhookSecret(input: $input) { secret } }',
      { input: { id } },
      partner,
    );
    receiver.received = [];

    await change('sendTestEvent', { id });
    await deliver();

    const { body, headers } = receiver.received[0] as Received;
    const fresh = String(data.rotateWebhookSecret.secret);
    expect(fresh).not.toBe(secret);
    for (const each of [secret, fresh]) expect(new Webhook(each).verify(body, headers)).toBeDefined();
  });

  it('replays from the beginning, and pauses', async () => {
    receiver.received = [];

    await change('replayWebhookEvents', { id });
    await deliver();
    const { data } = await change('pauseWebhookEndpoint', { id });
    await tell();
    await deliver();

    expect(typesReceived().toSorted()).toEqual([
      'qianshou.station.closed.v1',
      OPENED,
      OPENED,
      'qianshou.station.suspended.v1',
    ]);
    expect(data.pauseWebhookEndpoint.endpoint).toMatchObject({
      status: 'PAUSED',
      allowedActions: ['ENABLE', 'ROTATE_SECRET', 'REMOVE'],
    });
  });

  it('skips to now', async () => {
    receiver.received = [];
    await change('enableWebhookEndpoint', { id, from: 'SKIP' });

    await tell('qianshou.station.resumed.v1');
    await deliver();

    expect(typesReceived()).toEqual(['qianshou.station.resumed.v1']);
  });

  it('is nobody else’s to see or to change', async () => {
    const { data } = await graph.execute(
      'query ($id: ID!) { webhookEndpoint(id: $id) { id } webhookEndpoints { nodes { id } } }',
      { id },
      other,
    );

    expect(data).toEqual({ webhookEndpoint: null, webhookEndpoints: { nodes: [] } });
    expect((await change('removeWebhookEndpoint', { id }, other)).code).toBe('WEBHOOK_ENDPOINT_NOT_FOUND');
  });

  it('tries a choice on what happened, and removes the endpoint in the end', async () => {
    const { data } = await graph.execute(
      'query ($region: RegionCode!) { webhookPreview(types: ["qianshou.station.*"], region: $region, last: 2) }',
      { region: YIDU },
      partner,
    );
    expect(data.webhookPreview.map((text: string) => JSON.parse(text).type)).toEqual([
      OPENED,
      'qianshou.station.resumed.v1',
    ]);

    const removed = await change('removeWebhookEndpoint', { id });

    expect(removed.data.removeWebhookEndpoint.endpoint.allowedActions).toEqual([]);
    expect(await graph.useCases.endpointsToCall()).toEqual([]);
    expect((await change('sendTestEvent', { id })).code).toBe('WEBHOOK_ENDPOINT_REMOVED');
  });
});
