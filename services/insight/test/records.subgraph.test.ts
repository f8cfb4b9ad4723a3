import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { admin, analystOf, aStation, code, idOf, type InsightGraph, insightGraph } from './under-test.ts';

let graph: InsightGraph;

/** Agencies that are registered at home in two counties, a prefecture and two provinces. */
beforeAll(async () => {
  graph = await insightGraph();
  for (const [at, home] of ['420581', '420502', '420500', '420000', '640000'].entries())
    graph.tell('qianshou.pairing.agency-registered.v1', {
      agencyId: idOf('agy', at),
      name: `演示社工机构${at}`,
      unifiedSocialCreditCode: '52350203MJ0000001K',
      homeRegionCode: code(home),
      canDispatch: false,
      canReceive: false,
      canOperate: true,
      status: 'ACTIVE',
    });
  graph.tell('qianshou.station.planned.v1', aStation(1, '420581100'));
});
afterAll(() => graph.stop());

describe('records of a group', () => {
  it.each([['[PROVINCE, COUNTY]'], ['[PREFECTURE]'], ['[TOWNSHIP]'], ['[COUNTY, STATUS]']])(
    'are as many as it counts, also where a region is coarser than %s',
    async (by) => {
      const { agencyGroups } = await graph.answer(
        `{ agencyGroups(by: ${by}) { nodes { keys { value } values records { totalCount nodes { key } } } } }`,
      );
      const groups = agencyGroups.nodes as {
        readonly values: readonly number[];
        readonly records: {
          readonly totalCount: number;
          readonly nodes: readonly { readonly key: string }[];
        };
      }[];
      const keys = groups.flatMap(({ records }) => records.nodes.map(({ key }) => key));

      for (const { values, records } of groups)
        expect([records.totalCount, records.nodes.length]).toEqual([values[0], values[0]]);
      expect(keys.toSorted()).toEqual([0, 1, 2, 3, 4].map((at) => idOf('agy', at)));
    },
  );
});

describe('a dry run', () => {
  it('counts nothing', async () => {
    const { stationRows } = await graph.answer(
      '{ stationRows(dryRun: true) { totalCount nodes { key } standing { cost { rows } } } }',
      analystOf('420000'),
    );

    expect(stationRows).toEqual({ totalCount: null, nodes: [], standing: { cost: { rows: 1 } } });
  });
});

describe('rows', () => {
  const costOf = async (nodes: string): Promise<number> => {
    const { stationRows } = await graph.answer(`{ stationRows { ${nodes} standing { cost { columns } } } }`);
    return stationRows.standing.cost.columns as number;
  };

  it('are read in what is asked of them alone; who asks for none yet means whole ones', async () => {
    expect(await costOf('nodes { key region { code } }')).toBe(1);
    expect(await costOf('nodes { key status ... on StationRow { staff complaints } }')).toBe(3);
    expect(await costOf('')).toBeGreaterThan(15);
  });

  it('tell where they lie also where the field is not named', async () => {
    const { stationRows } = await graph.answer('{ stationRows { nodes { region { code } complaints } } }');

    expect(stationRows.nodes).toEqual([{ region: { code: '420581100' }, complaints: 0 }]);
  });
});

describe('a cursor', () => {
  it.each([['"x"'], ['-1'], ['1.5'], ['null']])('that was made up is refused: %s', async (place) => {
    const order = 'orderBy: [{ field: NAME }]';
    const { agencyRows } = await graph.answer(
      `{ agencyRows(first: 1, ${order}) { pageInfo { endCursor } } }`,
    );
    const [mark] = JSON.parse(decodeURIComponent(atob(agencyRows.pageInfo.endCursor))) as unknown[];
    const after = btoa(encodeURIComponent(`[${String(mark)},${place}]`));
    const { code: refused } = await graph.execute(
      `{ agencyRows(${order}, after: "${after}") { nodes { key } } }`,
      {},
      admin,
    );

    expect(refused).toBe('BAD_USER_INPUT');
  });
});
