import { NATION, PUBLIC_ACTOR } from '@qianshou/kernel';
import { inRegion } from '@qianshou/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  anEvent,
  HAIYUAN,
  heardOf,
  linesOf,
  partnersGraph,
  type PartnersGraph,
  textOf,
  YIDU,
} from './under-test.ts';

const partner = inRegion('PARTNER', YIDU);
const nation = inRegion('PARTNER', NATION);
const OPENED = 'qianshou.station.opened.v1';
const events = [
  anEvent('qianshou.station.planned.v1'),
  anEvent(OPENED),
  anEvent('qianshou.station.planned.v1', HAIYUAN),
  anEvent('qianshou.pairing.scheme-opened.v1', null),
  anEvent('qianshou.station.closed.v1'),
];

let graph: PartnersGraph;
beforeAll(async () => {
  graph = await partnersGraph();
  const records = events.map((event, at) => heardOf(event, at + 1));
  await Promise.all([
    graph.useCases.takeRecords(records.slice(0, 3)),
    graph.useCases.takeRecords(records.slice(1)),
  ]);
});
afterAll(() => graph.stop());

const typesOf = (read: readonly { readonly type: string }[]) => read.map(({ type }) => type.split('.')[2]);

describe('GET /feed', () => {
  it('tells each event once, oldest first, within the grants of who asks', async () => {
    const own = linesOf(await graph.knock('/feed', { actor: partner }));
    const all = linesOf(await graph.knock('/feed', { actor: nation }));

    expect(typesOf(own)).toEqual(['planned', 'opened', 'closed']);
    expect(typesOf(all)).toEqual(['planned', 'opened', 'planned', 'scheme-opened', 'closed']);
    expect(own[1]).toMatchObject({ id: events[1]?.id, specversion: '1.0', data: { countyCode: YIDU } });
    expect(own[1]).not.toHaveProperty('correlationid');
  });

  it('goes on from any position, page by page, and says whether there is more', async () => {
    const first = await graph.knock('/feed', { actor: partner, query: { limit: '1' } });
    const [line] = linesOf(first);
    const after = line?.position ?? '';

    const rest = await graph.knock('/feed', { actor: partner, query: { after } });

    expect(first.headers).toMatchObject({ link: expect.stringContaining('rel="next"') });
    expect(typesOf(linesOf(rest))).toEqual(['opened', 'closed']);
    expect(rest.headers).not.toHaveProperty('link');
    const end = { after: rest.headers['x-qianshou-position'] ?? '' };
    expect(linesOf(await graph.knock('/feed', { actor: partner, query: end }))).toEqual([]);
  });

  it('is filtered by types and region, and answers a batch to whoever wants one', async () => {
    const query = { types: 'qianshou.station.*', region: YIDU };
    const headers = { accept: 'application/cloudevents-batch+json' };

    const { body } = await graph.knock('/feed', { actor: nation, query, headers });

    expect(typesOf(JSON.parse(textOf(body)))).toEqual(['planned', 'opened', 'closed']);
  });

  it.each([
    ['no token', PUBLIC_ACTOR, {}, 'UNAUTHENTICATED'],
    ['another role', inRegion('FINANCE_AUDITOR', YIDU), {}, 'FORBIDDEN'],
    ['a position of nobody', partner, { after: 'A'.repeat(22) }, 'POSITION_UNREADABLE'],
    ['a type that is not told', partner, { types: 'qianshou.funding.payment-made.v1' }, 'EVENT_TYPE_UNKNOWN'],
    ['a region that is none', partner, { region: 'x' }, 'BAD_USER_INPUT'],
    ['too many at once', partner, { limit: '1001' }, 'BAD_USER_INPUT'],
  ] as const)('is refused for %s', async (_why, actor, query, code) => {
    await expect(graph.knock('/feed', { actor, query })).rejects.toMatchObject({ code });
  });
});

describe('GET /feed as a stream', () => {
  const headers = { accept: 'text/event-stream' };

  it('tells what is there, then what comes, each with an id to come back with', async () => {
    const leave = new AbortController();
    const { body } = await graph.knock('/feed', { actor: partner, headers, gone: leave.signal });
    const pieces: string[] = [];

    for await (const piece of body as AsyncIterable<string>) {
      pieces.push(piece);
      if (pieces.length === 4) await graph.useCases.takeRecords([heardOf(anEvent(OPENED), 6)]);
      if (pieces.length === 5) leave.abort();
    }

    expect(pieces[0]).toBe('retry: 2000\n\n');
    expect(pieces[4]).toMatch(/^id: [\w-]{22}\nevent: event\ndata: .*station\.opened.*\n\n$/);
    const id = /^id: (.*)$/m.exec(pieces[3] ?? '')?.[1] ?? '';
    const back = await graph.knock('/feed', { actor: partner, headers: { 'last-event-id': id } });
    expect(typesOf(linesOf(back))).toEqual(['opened']);
  });

  it('keeps no place of a caller who has gone before reading any of it', async () => {
    const last = { actor: { ...partner, subject: 'partner|hasty' }, headers };
    for (let times = 0; times < 20; times += 1)
      await graph.knock('/feed', { ...last, gone: AbortSignal.abort() });
    const leave = new AbortController();
    const open = () => graph.knock('/feed', { ...last, gone: leave.signal });
    await Promise.all(Array.from({ length: 20 }, open));

    await expect(open()).rejects.toMatchObject({ code: 'TOO_MANY_STREAMS' });
    leave.abort();
    expect((await open()).headers['content-type']).toContain('text/event-stream');
  });

  it('says so and begins anew where the feed was put back to an earlier state', async () => {
    const [line] = linesOf(await graph.knock('/feed', { actor: partner, query: { limit: '1' } }));
    await graph.connection
      .collection('outbox_life')
      .updateOne({ _id: 'log' as never }, { $set: { epoch: 7 } }, { upsert: true });
    const query = { after: line?.position ?? '' };
    const leave = new AbortController();

    const { body } = await graph.knock('/feed', { actor: partner, query, headers, gone: leave.signal });
    const pieces: string[] = [];
    for await (const piece of body as AsyncIterable<string>) if (pieces.push(piece) === 3) leave.abort();

    expect(pieces[1]).toContain('event: gap');
    expect(pieces[2]).toContain('station.planned');
    await expect(graph.knock('/feed', { actor: partner, query })).rejects.toMatchObject({
      code: 'POSITION_GONE',
    });
  });
});

describe('partnerEventTypes', () => {
  it('lists for everybody what is told, and no field more', async () => {
    const { data } = await graph.execute('{ partnerEventTypes { type fields } }');

    expect(data.partnerEventTypes.map(({ type }: { type: string }) => type)).toContain(OPENED);
    expect(JSON.stringify(data)).not.toMatch(/worker|payment/i);
  });
});
