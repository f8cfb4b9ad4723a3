import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from 'vitest';
import { graphClient, operation } from './graph-client.ts';

interface Body {
  readonly variables: { readonly input?: { readonly idempotencyKey?: string } };
}

let server: Server | undefined;
afterEach(() => server?.close());

const DONE = { data: { plan: { n: 1 } } };
const refusal = (code: string, kind: string) => ({ errors: [{ message: code, extensions: { code, kind } }] });
const PLAN = operation('mutation Plan($input: PlanInput!) { plan(input: $input) { n } }');

/** A gateway that answers what it is given, one after the other; the connection is cut where there is nothing. */
async function aGateway(...answers: readonly (object | string | null)[]) {
  const bodies: Body[] = [];
  server = createServer((request, response) => {
    void json(request).then((body) => {
      const answer = answers[bodies.push(body as Body) - 1];
      if (answer === null || answer === undefined) return request.socket.destroy();
      return response.end(typeof answer === 'string' ? answer : JSON.stringify(answer));
    });
  });
  await new Promise<void>((listening) => server?.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const told: string[] = [];
  const graph = graphClient({
    gatewayUrl: `http://127.0.0.1:${port}/graphql`,
    issueToken: (persona) => Promise.resolve(persona),
    report: (line) => told.push(line),
  });
  return { graph, bodies, told };
}

const keysOf = (bodies: readonly Body[]) => bodies.map(({ variables }) => variables.input?.idempotencyKey);

describe('what could not be answered just now', () => {
  it('is asked again as the same request, and that the system is busy is told', async () => {
    const { graph, bodies, told } = await aGateway(
      refusal('SUBGRAPH_TIMEOUT', 'UNAVAILABLE'),
      null,
      'Service Unavailable',
      refusal('NOT_KNOWN_HERE_YET', 'CONFLICT'),
      DONE,
    );

    expect(await graph.ask('bureau', PLAN, { input: { name: '演示' } })).toEqual(DONE.data);
    expect(keysOf(bodies)).toHaveLength(5);
    expect(new Set(keysOf(bodies)).size).toBe(1);
    expect(keysOf(bodies)[0]).toMatch(/./);
    expect(told).toEqual([expect.stringContaining('busy')]);
  });

  it('is not asked again when the answer is no', async () => {
    const { graph, bodies } = await aGateway(refusal('QUOTA_FULL', 'CONFLICT'));

    await expect(graph.ask('bureau', PLAN, { input: {} })).rejects.toMatchObject({ code: 'QUOTA_FULL' });
    expect(bodies).toHaveLength(1);
  });
});

describe('the key of a command', () => {
  it('is its own where it has one; a question, and what is harmless to repeat, has none', async () => {
    const { graph, bodies } = await aGateway(DONE, DONE, DONE);
    const question = operation('query Plans($input: Filter) { plans(input: $input) { n } }');
    const piece = operation('mutation Add($input: AddInput!) { add(input: $input) { n } }', { keyed: false });

    await graph.ask('bureau', PLAN, { input: { idempotencyKey: 'own' } });
    await graph.ask('bureau', question, { input: {} });
    await graph.ask('bureau', piece, { input: {} });

    expect(keysOf(bodies)).toEqual(['own', undefined, undefined]);
  });
});
