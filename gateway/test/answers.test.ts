import { connect } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  codesOf,
  sendToGateway,
  startGatewayUnderTest,
  type GatewayUnderTest,
} from './fixture/gateway-under-test.ts';

const GRAPHQL = 'application/graphql-response+json';
const JSON_BODY = { 'content-type': 'application/json' };

let gateway: GatewayUnderTest;
let production: GatewayUnderTest;

beforeAll(async () => {
  [gateway, production] = await Promise.all([
    startGatewayUnderTest({ names: ['harbours'], config: { NODE_ENV: 'development', IN_FLIGHT_LIMIT: 8 } }),
    startGatewayUnderTest({ names: ['harbours'], config: { NODE_ENV: 'production' } }),
  ]);
});

afterAll(() => Promise.all([gateway.stop(), production.stop()]));

const post = (body: object, headers: Record<string, string> = {}) =>
  sendToGateway(gateway.url, {
    method: 'POST',
    headers: { ...JSON_BODY, ...headers },
    body: JSON.stringify(body),
  });

const QUERY = { query: '{ echo }' };
const requests: readonly (readonly [number, string, RequestInit])[] = [
  [200, 'data', { headers: JSON_BODY, body: JSON.stringify(QUERY) }],
  [401, 'a bad token', { headers: { ...JSON_BODY, authorization: 'Bearer x' }, body: JSON.stringify(QUERY) }],
  [400, 'a limit', { headers: JSON_BODY, body: JSON.stringify({ query: `{ ${'e: echo '.repeat(11)} }` }) }],
  [400, 'an unknown field', { headers: JSON_BODY, body: JSON.stringify({ query: '{ nothing }' }) }],
  [400, 'no GraphQL', { headers: JSON_BODY, body: JSON.stringify({ query: '{' }) }],
  [400, 'no JSON', { headers: JSON_BODY, body: '{' }],
  [405, 'a method', { method: 'PATCH' }],
  [413, 'a large body', { headers: JSON_BODY, body: JSON.stringify({ query: ' '.repeat(70_000) }) }],
  [415, 'a form', { headers: { 'content-type': 'text/plain' }, body: 'x' }],
];

describe('an answer', () => {
  it.each(requests)('%i to %s is of the media type that was asked for', async (status, _what, request) => {
    const types = [GRAPHQL, `${GRAPHQL},application/json;q=0.9`, 'application/json', '*/*'].map(
      async (accept) => {
        const headers = { ...(request.headers as Record<string, string>), accept };
        const answer = await sendToGateway(gateway.url, { method: 'POST', ...request, headers });
        expect(answer.status).toBe(status);
        return answer.headers.get('content-type');
      },
    );

    expect(await Promise.all(types)).toEqual(
      [GRAPHQL, GRAPHQL, 'application/json', 'application/json'].map((type) => `${type}; charset=utf-8`),
    );
  });

  it('of no media type that there is, is refused before anything is done', async () => {
    const calls = gateway.subgraphs.harbours.calls.length;

    const answer = await post(QUERY, { accept: 'text/html' });

    expect([answer.status, codesOf(answer)]).toEqual([406, ['REQUEST_NOT_ACCEPTABLE']]);
    expect(gateway.subgraphs.harbours.calls.length).toBe(calls);
  });

  it.each(requests)(
    '%i to %s is kept nowhere and taken for nothing else',
    async (_status, _what, request) => {
      const { headers } = await sendToGateway(gateway.url, { method: 'POST', ...request });

      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('strict-transport-security')).toBeNull();
    },
  );

  it('tells browsers of production to keep to TLS', async () => {
    const { headers } = await production.ask('{ echo }');

    expect(headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
  });
});

interface Raw {
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** As it comes over the wire: fetch would unpack it. */
function raw(query: string, encoding: string): Promise<Raw> {
  return new Promise((resolve, reject) => {
    const headers = { ...JSON_BODY, 'accept-encoding': encoding };
    httpRequest(`${gateway.url}/graphql`, { method: 'POST', headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve({ headers: response.headers, body: Buffer.concat(chunks) }));
    })
      .on('error', reject)
      .end(JSON.stringify({ query }));
  });
}

describe('a large answer', () => {
  const LARGE = '{ harbours(first: 100) { code name country berths { id name } } }';

  it.each([
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ] as const)('is sent as %s to whom takes it', async (encoding, unpack) => {
    const plain = await raw(LARGE, 'identity');
    const packed = await raw(LARGE, encoding);

    expect([plain.headers['content-encoding'], packed.headers['content-encoding']]).toEqual([
      undefined,
      encoding,
    ]);
    expect(unpack(packed.body).equals(plain.body)).toBe(true);
    expect(packed.body.length).toBeLessThan(plain.body.length / 4);
    expect(packed.headers.vary).toContain('accept-encoding');
  });

  it('is packed only where it is large', async () => {
    expect((await raw('{ echo }', 'br')).headers['content-encoding']).toBeUndefined();
  });
});

describe('what is no request for the graph', () => {
  it.each(['/%', '/%zz', '/graphql/%E0%A4%A', '/explorer/%', '/nothing', `/${'x'.repeat(3_000)}`])(
    'is answered in the same shape: GET %s',
    async (path) => {
      const response = await fetch(`${gateway.url}${path}`, { headers: { accept: GRAPHQL } });
      const { errors } = (await response.json()) as { errors: { extensions: { code: string } }[] };

      expect([400, 404]).toContain(response.status);
      expect(['BAD_REQUEST', 'NOT_FOUND']).toContain(errors[0]?.extensions.code);
      expect(response.headers.get('content-type')).toBe(`${GRAPHQL}; charset=utf-8`);
      expect(response.headers.get('x-correlation-id')).toMatch(/^[0-9a-f-]{36}$/);
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    },
  );

  it.each([
    [
      'headers without end',
      `GET / HTTP/1.1\r\nhost: x\r\nx: ${'y'.repeat(20_000)}\r\n\r\n`,
      431,
      'REQUEST_HEADERS_TOO_LARGE',
    ],
    ['no HTTP', 'hello\r\n\r\n', 400, 'BAD_REQUEST'],
    [
      'a header with a control character',
      'GET / HTTP/1.1\r\nhost: x\r\nx: a\u0001b\r\n\r\n',
      400,
      'BAD_REQUEST',
    ],
  ])('is answered in the same shape: %s', async (_what, text, status, code) => {
    const answer = await speak(text);

    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(answer).toContain(`"code":"${code}"`);
    expect(answer).toContain('application/json; charset=utf-8');
  });

  it('is a Host header that names no host, which asks for the same graph', async () => {
    const body = JSON.stringify(QUERY);
    const answer = await speak(
      `POST /graphql HTTP/1.1\r\nhost: a b[\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\nconnection: close\r\n\r\n${body}`,
    );

    expect(answer).toContain('{"data":{"echo":null}}');
  });
});

/** Sends bytes as they are and reads until the other side closes. */
function speak(text: string): Promise<string> {
  return new Promise((closed) => {
    const socket = connect(Number(new URL(gateway.url).port), '127.0.0.1');
    let received = '';
    socket.on('data', (chunk) => (received += chunk));
    socket.on('close', () => closed(received));
    socket.on('error', () => {});
    socket.write(text);
  });
}

describe('the contract as a text', () => {
  it('is sent again only when it changed', async () => {
    const first = await fetch(`${gateway.url}/schema.graphql`);
    const etag = first.headers.get('etag') ?? '';
    const again = await fetch(`${gateway.url}/schema.graphql`, { headers: { 'if-none-match': etag } });

    expect(first.headers.get('cache-control')).toBe('no-cache');
    expect([again.status, await again.text()]).toEqual([304, '']);
  });
});

describe('what other servers of GraphQL offer', () => {
  it('is refused as such when it is a hash in place of a query, so that clients send the query', async () => {
    const extensions = { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } };

    const alone = await post({ extensions });
    const withQuery = await post({ ...QUERY, extensions });

    expect(codesOf(alone)).toEqual(['PERSISTED_QUERY_NOT_SUPPORTED']);
    expect(alone.errors[0]?.message).toBe('PersistedQueryNotSupported');
    expect(withQuery.data).toEqual({ echo: null });
  });

  it.each([
    'subscription { echo }',
    'subscription S { harbours { name } }',
    'query A { echo } subscription S { x }',
  ])('is refused as such when it is %s', async (query) => {
    const answer = await post({ query, operationName: query.includes('S {') ? 'S' : null });

    expect([answer.status, codesOf(answer)]).toEqual([400, ['SUBSCRIPTION_NOT_SUPPORTED']]);
  });
});
