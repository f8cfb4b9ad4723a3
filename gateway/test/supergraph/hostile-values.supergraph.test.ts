import { buildSchema, type GraphQLSchema } from 'graphql';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { post, tokenOf } from './graph.ts';
import { HOSTILE, hostileRequests, placesOf, type Place } from './hostile-requests.ts';

/** Of every place so many values are tried, another choice at each place: together every value meets every scalar. */
const EACH_PLACE = 2;
const AT_ONCE = 8;

let schema: GraphQLSchema;
/** Whoever may read everything asks; nobody commands, so that no other test finds another story. */
let headers: Readonly<Record<Place['operation'], Record<string, string>>>;

beforeAll(async () => {
  const text = await fetch(new URL('/schema.graphql', inject('gatewayUrl')));
  schema = buildSchema(await text.text());
  headers = { query: { authorization: `Bearer ${await tokenOf('admin')}` }, mutation: {} };
});

/** What the client is told when it is our fault; no value that a client sends may be one. */
async function faultsOf(body: string, asker: Record<string, string>): Promise<readonly string[]> {
  const answer = await post(inject('gatewayUrl'), body, asker);
  const ours = answer.errors.filter(({ extensions }) => extensions?.code === 'INTERNAL_SERVER_ERROR');
  return answer.status === 500 || ours.length > 0 ? [`${answer.status} ${body.slice(0, 300)}`] : [];
}

async function tryAll(places: readonly Place[], asker: Record<string, string>): Promise<readonly string[]> {
  const bodies = places.flatMap((place, at) => hostileRequests(place, at * EACH_PLACE, EACH_PLACE));
  const faults: string[] = [];
  for (let from = 0; from < bodies.length; from += AT_ONCE) {
    const answers = await Promise.all(
      bodies.slice(from, from + AT_ONCE).map((body) => faultsOf(body, asker)),
    );
    faults.push(...answers.flat());
  }
  return faults;
}

describe('a hostile value', () => {
  it('is tried at every argument and input field, of every kind', () => {
    expect(placesOf(schema).length).toBeGreaterThan(500);
    expect(HOSTILE.length).toBeGreaterThan(20);
  });

  it.each(['query', 'mutation'] as const)(
    'is never our fault in a %s, as a literal or as a variable',
    async (operation) => {
      const places = placesOf(schema).filter((place) => place.operation === operation);

      expect(await tryAll(places, headers[operation])).toEqual([]);
    },
    300_000,
  );
});
