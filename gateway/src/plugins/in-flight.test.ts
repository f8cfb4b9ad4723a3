import { fastify } from 'fastify';
import { Registry } from 'prom-client';
import { afterEach, describe, expect, it } from 'vitest';
import { fairLine } from '../load/fair-line.ts';
import { gatewayMetrics } from '../metrics.ts';
import { markAnswers } from './answer-headers.ts';
import { correlate, exchangeOf } from './exchange.ts';
import { guardDoor } from './in-flight.ts';

/** A door before a line that lets nobody wait, with one inside. */
async function aCrowdedDoor() {
  const line = fairLine({ places: 1, longest: [0] });
  await line.enter({ caller: 'somebody', rank: 0, patience: 1_000 });
  const registry = new Registry();
  const pressure = { pressed: () => false, delay: () => 0, stop: () => {} };
  const app = fastify();
  const read: unknown[] = [];
  const codes: unknown[] = [];
  correlate(app);
  markAnswers(app, { production: true });
  guardDoor(app, { line, pressure, metrics: gatewayMetrics(registry) });
  app.addHook('preHandler', async ({ body }) => void read.push(body));
  app.addHook('onResponse', async (request) => void codes.push(...exchangeOf(request).codes));
  app.post('/graphql', () => 'answered');
  return { app, read, codes };
}

let door: Awaited<ReturnType<typeof aCrowdedDoor>>;

afterEach(() => door.app.close());

const ask = (headers: Record<string, string> = {}) =>
  door.app.inject({ method: 'POST', url: '/graphql', headers, payload: { query: '{ echo }' } });

describe('a stranger before a full line', () => {
  it.each([
    ['en', 'Try again'],
    ['zh', '\u8bf7'],
  ])('is refused in %s with all headers and its log, and its body is not read', async (language, word) => {
    door = await aCrowdedDoor();

    const { statusCode, headers, body } = await ask({ 'accept-language': language });

    expect(statusCode).toBe(503);
    expect(JSON.parse(body)).toMatchObject({ errors: [{ extensions: { code: 'GATEWAY_OVERLOADED' } }] });
    expect(body).toContain(word);
    expect(headers).toMatchObject({
      'retry-after': '1',
      'content-type': 'application/json; charset=utf-8',
      'content-length': String(Buffer.byteLength(body)),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-correlation-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    expect([door.read, door.codes]).toEqual([[], ['GATEWAY_OVERLOADED']]);
  });

  it('is heard out when it signed in: it may be a change', async () => {
    door = await aCrowdedDoor();

    await ask({ authorization: 'Bearer x' });

    expect(door.read).toEqual([{ query: '{ echo }' }]);
  });
});
