import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  active,
  bureau,
  key,
  matched,
  openedGraph,
  type PairingGraph,
  SIGN,
  signed,
  signInput,
  START,
  startInput,
  told,
} from './under-test.ts';

let graph: PairingGraph;

beforeAll(async () => {
  graph = await openedGraph();
});
afterAll(() => graph.stop());

const sign = (id: string, changes: Record<string, unknown> = {}) =>
  graph.execute(SIGN, { input: signInput(id, changes) }, bureau);
const start = (id: string, changes: Record<string, unknown> = {}) =>
  graph.execute(START, { input: startInput(id, changes) }, bureau);

describe('signPairing', () => {
  it('keeps the agreement and publishes its day', async () => {
    const id = await matched(graph);

    const { data } = await sign(id, { expectedVersion: 1 });

    expect(data.signPairing.pairing).toEqual({ id, status: 'SIGNED', signedOn: '2026-02-01', version: 2 });
    expect(await told(graph, 'signed', `pairing/${id}`)).toMatchObject([
      { sequence: '2', regioncode: '640522', data: { signedOn: '2026-02-01', cycleYear: 2026 } },
    ]);
  });

  it('is refused twice, with a stale version, and in the future', async () => {
    const id = await matched(graph);

    expect((await sign(id, { signedOn: '2026-07-01' })).code).toBe('PAIRING_DATES_INVALID');
    expect((await sign(id, { expectedVersion: 9 })).code).toBe('VERSION_CONFLICT');
    expect((await sign(id, { agreementNo: '' })).code).toBe('BAD_USER_INPUT');
    expect((await sign(id)).code).toBeUndefined();
    expect((await sign(id)).code).toBe('PAIRING_NOT_MATCHED');
  });

  it('is refused for a pairing that does not exist', async () => {
    expect((await sign('par_01900000-0000-7000-8000-00000000ffff')).code).toBe('PAIRING_NOT_FOUND');
    expect((await sign('app_01900000-0000-7000-8000-00000000ffff')).code).toBe('BAD_USER_INPUT');
  });
});

describe('startPairing', () => {
  it('PAIR-2 makes the pairing active and its county covered, and publishes both', async () => {
    const id = await signed(graph);

    const { data } = await start(id);

    expect(data.startPairing.pairing).toMatchObject({
      status: 'ACTIVE',
      startsOn: '2026-03-01',
      endsOn: '2026-12-31',
      version: 3,
    });
    expect(await told(graph, 'activated', `pairing/${id}`)).toMatchObject([
      { sequence: '3', data: { startsOn: '2026-03-01', endsOn: '2026-12-31' } },
    ]);
    const cover = await told(graph, 'county-cover-changed', 'recipient-county/640522');
    expect(cover.at(-1)?.data).toMatchObject({ activePairingsBefore: 0, activePairings: 1 });
  });

  it('starts once however often the same key comes', async () => {
    const id = await signed(graph);
    const idempotencyKey = key();

    const first = await start(id, { idempotencyKey });
    const again = await start(id, { idempotencyKey });
    const other = await start(id, { idempotencyKey, endsOn: '2026-11-30' });

    expect(again.data).toEqual(first.data);
    expect(other.code).toBe('IDEMPOTENCY_CONFLICT');
    expect(await told(graph, 'activated', `pairing/${id}`)).toHaveLength(1);
  });

  it('counts every pairing of the county that starts at once', async () => {
    const ids = [await signed(graph), await signed(graph), await signed(graph)];
    const before = (await told(graph, 'county-cover-changed')).length;

    await Promise.all(ids.map((id) => start(id)));

    const cover = await told(graph, 'county-cover-changed', 'recipient-county/640522');
    expect(cover.slice(before).map(({ data }) => data['activePairings'])).toEqual([
      before + 1,
      before + 2,
      before + 3,
    ]);
  });

  it('PAIR-3 is refused beyond the open phase, and changes nothing', async () => {
    const id = await signed(graph);

    const { code, details } = await start(id, { endsOn: '2031-01-01' });

    expect(code).toBe('PAIRING_OUTSIDE_OPEN_PHASE');
    expect(details).toMatchObject({ rule: 'PAIR-3', endsOn: '2031-01-01' });
    expect(await told(graph, 'activated', `pairing/${id}`)).toEqual([]);
  });

  it('is refused before the agreement, and twice', async () => {
    expect((await start(await matched(graph))).code).toBe('PAIRING_NOT_SIGNED');
    expect((await start(await active(graph))).code).toBe('PAIRING_NOT_SIGNED');
  });
});

describe('pairings', () => {
  it('lists the pairings of a region by county, with both agencies', async () => {
    const query = /* GraphQL */ `
      {
        pairings(
          where: { regionCode: { within: "640000" }, status: { in: [ACTIVE] }, cycleYear: { eq: 2026 } }
          first: 1
        ) {
          nodes {
            county {
              code
            }
            dispatchingAgency {
              homeRegion {
                code
              }
            }
            recipientAgency {
              canReceive
            }
            recipientKind
            mode
          }
          pageInfo {
            hasNextPage
          }
        }
      }
    `;

    const { data } = await graph.execute(query);

    expect(data.pairings).toEqual({
      nodes: [
        {
          county: { code: '640522' },
          dispatchingAgency: { homeRegion: { code: '350203' } },
          recipientAgency: { canReceive: true },
          recipientKind: 'AGENCY',
          mode: 'CROSS_PROVINCE',
        },
      ],
      pageInfo: { hasNextPage: true },
    });
  });
});
