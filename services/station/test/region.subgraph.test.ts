import type { Answer } from '@qianshou/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bureau, planned, type StationGraph, stationGraph } from './under-test.ts';

let graph: StationGraph;

beforeAll(async () => {
  graph = await stationGraph();
});
afterAll(() => graph.stop());

const read = async (query: string) => (await graph.execute(query)).data;

describe('regions', () => {
  it('below a region are filtered and ordered as those of the whole country', async () => {
    const { region } = await read(
      `{ region(code: "420581") {
        last: children(first: 2, orderBy: [{ field: CODE, direction: DESC }]) { nodes { code } }
        towns: children(where: { name: { contains: "\u574A" } }) { totalCount }
        none: children(where: { level: { in: [COUNTY] } }) { totalCount }
      } }`,
    );

    expect(region.last.nodes).toEqual([{ code: '420581400' }, { code: '420581200' }]);
    expect([region.towns.totalCount, region.none.totalCount]).toEqual([0, 0]);
  });

  it('are the 44,703 of the snapshot and the nation above them', async () => {
    expect(await graph.connection.collection('regions').countDocuments()).toBe(44_704);
    expect(await graph.connection.collection('key_counties').countDocuments()).toBe(123);
  });

  it('know their name, level, parent and the units below them', async () => {
    const { region } = await read(
      '{ region(code: "420581") { name level parent { name parent { name parent { code name } } } stationFigures { unitsInScope coverage { numerator denominator rate } } } }',
    );

    expect(region).toEqual({
      name: '宜都市',
      level: 'COUNTY',
      parent: { name: '宜昌市', parent: { name: '湖北省', parent: { code: '000000', name: '全国' } } },
      stationFigures: { unitsInScope: 11, coverage: { numerator: 0, denominator: 11, rate: 0 } },
    });
  });

  it('say which counties are on the loaded list of key counties, with the page that names them', async () => {
    const { yidu, haiyuan } = await read(
      '{ yidu: region(code: "420581") { keyCounty } haiyuan: region(code: "640522") { keyCounty keyCountySources } }',
    );

    expect(yidu.keyCounty).toBe(false);
    expect(haiyuan.keyCounty).toBe(true);
    expect(haiyuan.keyCountySources.length).toBeGreaterThan(0);
  });

  it('are imported once, however often the service starts', async () => {
    const events = (await graph.outbox()).length;

    await graph.prepare?.();

    expect((await graph.outbox()).length).toBe(events);
  });

  it('that do not exist are null, and malformed codes are refused', async () => {
    expect((await read('{ region(code: "420599") { name } }')).region).toBeNull();
    expect(
      (await graph.execute('query ($c: RegionCode!) { region(code: $c) { name } }', { c: '42' })).code,
    ).toBe('BAD_USER_INPUT');
  });
});

describe('pages of children', () => {
  const PAGE =
    'query ($first: PageSize, $after: String) { region(code: "420581") { children(first: $first, after: $after) { totalCount nodes { code } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor } } } }';
  const page = (variables: Record<string, unknown>) => graph.execute(PAGE, variables);

  it('follow each other by code, each item once', async () => {
    const codes: string[] = [];
    let after: string | null = null;
    do {
      const { data }: Answer = await page({ first: 4, after });
      const { children } = data.region;
      codes.push(...children.nodes.map(({ code }: { code: string }) => code));
      after = children.pageInfo.hasNextPage ? children.pageInfo.endCursor : null;
    } while (after !== null);

    expect(codes).toHaveLength(11);
    expect(codes).toEqual([...new Set(codes)].toSorted());
  });

  it('say where they stand: what follows, what came before, their first and last cursor', async () => {
    const first = (await page({ first: 4 })).data.region.children;
    const second = (await page({ first: 100, after: first.pageInfo.endCursor })).data.region.children;
    const cursorsOf = ({ edges }: { edges: readonly { cursor: string }[] }) =>
      edges.map((edge) => edge.cursor);

    expect(first.pageInfo).toEqual({
      hasNextPage: true,
      hasPreviousPage: false,
      startCursor: cursorsOf(first)[0],
      endCursor: cursorsOf(first).at(-1),
    });
    expect(second.pageInfo).toEqual({
      hasNextPage: false,
      hasPreviousPage: true,
      startCursor: cursorsOf(second)[0],
      endCursor: cursorsOf(second).at(-1),
    });
  });

  it('have no cursors where nothing is', async () => {
    const { data } = await graph.execute(
      '{ region(code: "420581103") { children { nodes { code } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } }',
    );

    expect(data.region.children.pageInfo).toEqual({
      hasNextPage: false,
      hasPreviousPage: false,
      startCursor: null,
      endCursor: null,
    });
  });

  it.each([0, -1, 101, 1_000_000_000, 2.5])('refuse a page size of %s', async (first) => {
    expect((await page({ first })).code).toBe('BAD_USER_INPUT');
  });

  it.each(['x', '', 'W10', Buffer.from('["a",{"$gt":""}]').toString('base64url')])(
    'refuse the forged cursor %s',
    async (after) => {
      expect((await page({ after })).code).toBe('BAD_USER_INPUT');
    },
  );

  it('refuse the cursor of another list', async () => {
    const foreign = await read(
      '{ region(code: "420500") { children(first: 1) { pageInfo { endCursor } } } }',
    );

    expect((await page({ after: foreign.region.children.pageInfo.endCursor })).code).toBe('BAD_USER_INPUT');
  });
});

describe('lists of stations', () => {
  it('filter by region, status and operator, and count only what the filter lets through', async () => {
    await planned(graph, '420581104', '枝城镇');
    await planned(graph, '420581103', '松木坪镇');
    const list = (where: string) =>
      read(`{ stations(where: { ${where} }) { totalCount nodes { township { code } } } }`);

    const inYidu = await list('regionCode: { within: "420581" }');
    const elsewhere = await list('regionCode: { within: "430000" }');
    const open = await list('status: { in: [OPERATING] }');

    expect(inYidu.stations.nodes).toEqual([
      { township: { code: '420581103' } },
      { township: { code: '420581104' } },
    ]);
    expect([inYidu, elsewhere, open].map(({ stations }) => stations.totalCount)).toEqual([2, 0, 0]);
  });

  it('tell each caller what that caller may do', async () => {
    const query = '{ stations(first: 1) { nodes { allowedActions } } }';

    const asBureau = await graph.execute(query, {}, bureau);
    const asPublic = await graph.execute(query);

    expect(asBureau.data.stations.nodes[0].allowedActions).toContain('RECORD_SITE');
    expect(asPublic.data.stations.nodes[0].allowedActions).toEqual([]);
  });
});
