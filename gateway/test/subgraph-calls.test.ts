import { encodeIdentity, signIdentity } from '@qianshou/service-kit/identity';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startGatewayUnderTest, type GatewayUnderTest } from './fixture/gateway-under-test.ts';
import { fixtureKeyRing } from './fixture/subgraph-server.ts';

let gateway: GatewayUnderTest;

beforeAll(async () => {
  gateway = await startGatewayUnderTest({ names: ['harbours', 'ships'] });
});

afterAll(() => gateway.stop());

const FORGED = JSON.stringify({
  query: 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Harbour { name } } }',
  variables: { r: [{ __typename: 'Harbour', code: 'H1' }] },
});

const callDirectly = (headers: Record<string, string>, body = FORGED) =>
  fetch(gateway.subgraphs.harbours.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });

describe('what the gateway tells a subgraph', () => {
  it('is who asks, in which language, until when, under which correlation id', async () => {
    const before = Date.now();

    const { headers } = await gateway.ask({
      query: '{ echo }',
      headers: { 'accept-language': 'zh-CN,en;q=0.5' },
    });

    const call = gateway.subgraphs.harbours.calls.at(-1);
    expect(call?.identity.language).toBe('zh');
    expect(call?.headers).toMatchObject({
      'accept-language': 'zh-CN',
      'x-correlation-id': headers.get('x-correlation-id'),
    });
    expect(Number(call?.headers['x-qianshou-deadline'])).toBeGreaterThan(before);
    expect(Number(call?.headers['x-qianshou-deadline'])).toBeLessThanOrEqual(Date.now() + 2_000);
  });

  it('is nothing else that the client sent along', async () => {
    const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
    const headers = {
      traceparent,
      cookie: 'session=1',
      'x-forwarded-for': '10.0.0.1',
      'x-correlation-id': 'chosen-by-the-client',
      'x-qianshou-identity': encodeIdentity({
        actor: { subject: 'me', grants: [{ role: 'ADMIN' }] },
        language: 'en',
      }).header,
      'x-qianshou-signature': 'v1 k1 1 1 1',
    };

    await gateway.ask({ query: '{ echo }', headers });

    const call = gateway.subgraphs.harbours.calls.at(-1);
    expect(call?.identity.actor.subject).toBeNull();
    expect(Object.keys(call?.headers ?? {}).toSorted()).toEqual([
      'accept',
      'accept-language',
      'connection',
      'content-length',
      'content-type',
      'host',
      'traceparent',
      'x-correlation-id',
      'x-qianshou-deadline',
      'x-qianshou-identity',
      'x-qianshou-signature',
    ]);
    expect(call?.headers).toMatchObject({ traceparent });
    expect(call?.headers['x-correlation-id']).not.toBe('chosen-by-the-client');
  });

  it('holds no trace that is not well-formed', async () => {
    await gateway.ask({ query: '{ echo }', headers: { traceparent: '00-x-y-01' } });

    expect(gateway.subgraphs.harbours.calls.at(-1)?.headers).not.toHaveProperty('traceparent');
  });
});

describe("a direct call to a subgraph's port", () => {
  const admin = encodeIdentity({ actor: { subject: 'forger', grants: [{ role: 'ADMIN' }] }, language: 'en' });

  it('is answered 401 without a signature', async () => {
    expect((await callDirectly({})).status).toBe(401);
    expect((await callDirectly({ 'x-qianshou-identity': admin.header })).status).toBe(401);
  });

  it("is answered 401 with another subgraph's key", async () => {
    const sign = signIdentity({ audience: 'harbours', keyRing: fixtureKeyRing('ships') });
    const envelope = { deadline: Date.now() + 2_000, correlationId: 'forged', traceparent: null };
    const signature = sign({ method: 'POST', path: '/graphql', body: FORGED, identity: admin, envelope });

    const answer = await callDirectly({
      'x-qianshou-identity': admin.header,
      'x-qianshou-signature': signature,
      'x-qianshou-deadline': String(envelope.deadline),
      'x-correlation-id': envelope.correlationId,
    });

    expect(answer.status).toBe(401);
  });

  it('is answered 401 with a signature that the gateway sent before, for the same and for another body', async () => {
    await gateway.ask('{ echo }');
    const call = gateway.subgraphs.harbours.calls.at(-1);
    const headers = Object.fromEntries(
      ['x-qianshou-identity', 'x-qianshou-signature', 'x-qianshou-deadline', 'x-correlation-id'].map(
        (name) => [name, String(call?.headers[name])],
      ),
    );

    expect((await callDirectly(headers, call?.body)).status).toBe(401);
    expect((await callDirectly(headers)).status).toBe(401);
  });
});
