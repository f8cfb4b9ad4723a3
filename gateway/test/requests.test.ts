import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  codesOf,
  sendToGateway,
  startGatewayUnderTest,
  type GatewayUnderTest,
} from './fixture/gateway-under-test.ts';

let gateway: GatewayUnderTest;

beforeAll(async () => {
  gateway = await startGatewayUnderTest({
    names: ['harbours'],
    config: { HEADER_TIMEOUT_MS: 300, IN_FLIGHT_LIMIT: 3 },
  });
});

afterAll(() => gateway.stop());

const JSON_TYPE = { 'content-type': 'application/json' };
const QUERY = JSON.stringify({ query: '{ echo }' });
const send = (request: RequestInit) => sendToGateway(gateway.url, request);

describe('a request that is not one GraphQL request in JSON', () => {
  it.each([
    [405, 'REQUEST_METHOD_NOT_ALLOWED', 'sent with GET', { method: 'GET' }],
    [405, 'REQUEST_METHOD_NOT_ALLOWED', 'sent with PUT', { method: 'PUT', headers: JSON_TYPE, body: QUERY }],
    [
      415,
      'REQUEST_NOT_JSON',
      'a form',
      { headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'query={echo}' },
    ],
    [415, 'REQUEST_NOT_JSON', 'plain text', { headers: { 'content-type': 'text/plain' }, body: QUERY }],
    [
      415,
      'REQUEST_NOT_JSON',
      'an upload',
      { headers: { 'content-type': 'multipart/form-data; boundary=x' }, body: '--x--' },
    ],
    [
      415,
      'REQUEST_NOT_JSON',
      'compressed',
      { headers: { ...JSON_TYPE, 'content-encoding': 'gzip' }, body: gzipSync(QUERY) },
    ],
    [400, 'BAD_REQUEST', 'a batch', { headers: JSON_TYPE, body: `[${QUERY},${QUERY}]` }],
    [400, 'BAD_REQUEST', 'not JSON', { headers: JSON_TYPE, body: '{"query":' }],
    [400, 'BAD_REQUEST', 'empty', { headers: JSON_TYPE, body: '' }],
    [400, 'BAD_REQUEST', 'a number', { headers: JSON_TYPE, body: '7' }],
    [400, 'BAD_REQUEST', 'without a query', { headers: JSON_TYPE, body: '{"variables":{}}' }],
    [
      400,
      'BAD_REQUEST',
      'with a query that is an object',
      { headers: JSON_TYPE, body: '{"query":{"$gt":""}}' },
    ],
    [
      400,
      'BAD_REQUEST',
      'with variables that are a list',
      { headers: JSON_TYPE, body: '{"query":"{echo}","variables":[]}' },
    ],
    [
      400,
      'BAD_REQUEST',
      'with a prototype',
      { headers: JSON_TYPE, body: '{"query":"{echo}","variables":{"__proto__":{"x":1}}}' },
    ],
    [400, 'GRAPHQL_PARSE_FAILED', 'not GraphQL', { headers: JSON_TYPE, body: '{"query":"{ echo "}' }],
    [
      400,
      'OPERATION_RESOLUTION_FAILURE',
      'for an operation it does not hold',
      { headers: JSON_TYPE, body: '{"query":"query A { echo }","operationName":"B"}' },
    ],
    [
      413,
      'REQUEST_BODY_TOO_LARGE',
      'of more than 64 KiB',
      {
        headers: JSON_TYPE,
        body: JSON.stringify({ query: '{ echo }', variables: { text: 'x'.repeat(65_536) } }),
      },
    ],
  ])('is answered %i %s: %s', async (status, code, _what, request) => {
    const answer = await send({ method: 'POST', ...request });

    expect([answer.status, codesOf(answer)]).toEqual([status, [code]]);
    expect(answer.headers.get('x-correlation-id')).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe('a text that no subgraph should see', () => {
  const ECHO = 'query ($text: String, $where: EchoInput) { echo(text: $text, where: $where) }';
  const deep = (levels: number): object => (levels === 0 ? {} : { and: [deep(levels - 1)] });

  it.each([
    ['NUL', { text: 'a\0b' }],
    ['half a surrogate pair', { text: 'a\ud800' }],
    ['more than 10,000 characters', { text: 'x'.repeat(10_001) }],
    ['NUL far inside', { where: { and: [{ text: '\0' }] } }],
    ['nesting beyond 20 levels', { where: deep(15) }],
  ])('is refused in the variables: %s', async (_what, variables) => {
    const answer = await gateway.ask({ query: ECHO, variables });

    expect([answer.status, codesOf(answer)]).toEqual([400, ['BAD_USER_INPUT']]);
  });

  it.each([
    ['NUL', String.raw`{ echo(text: "a\u0000") }`],
    ['half a surrogate pair', String.raw`{ echo(text: "a\ud800") }`],
    ['more than 10,000 characters', `{ echo(text: "${'x'.repeat(10_001)}") }`],
  ])('is refused in the query: %s', async (_what, query) => {
    const [code] = codesOf(await gateway.ask(query));

    expect(['BAD_USER_INPUT', 'GRAPHQL_PARSE_FAILED']).toContain(code);
  });

  it('is refused nested deeper than the stack', async () => {
    const body = `{"query":"{ echo }","variables":{"where":${'['.repeat(20_000)}${']'.repeat(20_000)}}}`;

    const answer = await send({ method: 'POST', headers: JSON_TYPE, body });

    expect(codesOf(answer)).toEqual(['BAD_USER_INPUT']);
  });

  it('passes with what people write', async () => {
    const { data } = await gateway.ask({ query: ECHO, variables: { text: '易都 👩‍🌾 \n' } });

    expect(data).toEqual({ echo: '易都 👩‍🌾 \n' });
  });
});

describe('a connection that does not come to the point', () => {
  it('is closed when its headers take longer than the time-out', async () => {
    const started = performance.now();
    const socket = connect(Number(new URL(gateway.url).port), '127.0.0.1');
    socket.write('POST /graphql HTTP/1.1\r\nhost: gateway\r\n');

    const answer = await new Promise<string>((closed) => {
      let received = '';
      socket.on('data', (chunk) => (received += chunk));
      socket.on('close', () => closed(received));
    });

    expect(answer).toContain('408');
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

describe('more requests at a time than the gateway serves', () => {
  it('are answered 503 with a time to come back, and served once there is room', async () => {
    gateway.subgraphs.harbours.behave('HANGS');
    const underWay = [1, 2, 3].map((at) => gateway.ask(`{ e${at}: echo }`));
    await vi.waitFor(() => expect(gateway.subgraphs.harbours.calls.length).toBeGreaterThanOrEqual(3));

    const answer = await gateway.ask('{ echo }');

    expect([answer.status, codesOf(answer)]).toEqual([503, ['GATEWAY_OVERLOADED']]);
    expect(answer.headers.get('retry-after')).toBe('1');
    await Promise.all(underWay);
    gateway.subgraphs.harbours.behave('ANSWERS');
    expect((await gateway.ask('{ echo }')).status).toBe(200);
  });

  it('are not counted on after their clients have left', async () => {
    const left = [1, 2, 3, 4, 5].map(() => leaveEarly());
    await Promise.all(left);

    expect((await gateway.ask('{ echo }')).status).toBe(200);
  });
});

/** A client that sends half a request and goes. */
function leaveEarly(): Promise<void> {
  return new Promise((gone) => {
    const request = httpRequest(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { ...JSON_TYPE, 'content-length': 100 },
    });
    request.on('error', () => gone());
    request.write('{"query"');
    setTimeout(() => request.destroy(new Error('left')), 30);
  });
}
