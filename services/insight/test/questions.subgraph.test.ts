import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { admin, analystOf, aStation, code, idOf, type InsightGraph, insightGraph, on } from './under-test.ts';

const YIDU = ['420581100', '420581101', '420581102'] as const;
const HAIYUAN = '640522100';
const OPENED = ['2023-03-01', '2024-05-20', '2026-05-02'] as const;

let graph: InsightGraph;

/** Three stations of Yidu, the first with a certified worker, the second closed again; one of Haiyuan in preparation. */
beforeAll(async () => {
  graph = await insightGraph();
  for (const [at, township] of YIDU.entries()) {
    const station = aStation(at, township);
    graph.tell('qianshou.station.planned.v1', station, '2026-05-01T02:00:00Z');
    graph.tell(
      'qianshou.station.opened.v1',
      { ...station, openedOn: on(OPENED[at] ?? '') },
      '2026-05-02T02:00:00Z',
    );
  }
  graph.tell(
    'qianshou.station.closed.v1',
    {
      ...aStation(1, YIDU[1]),
      from: 'OPERATING',
      closedOn: on('2026-06-10'),
      grade: 'GOOD',
      wasOverdue: false,
    },
    '2026-06-10T02:00:00Z',
  );
  graph.tell('qianshou.station.planned.v1', aStation(9, HAIYUAN), '2026-05-03T02:00:00Z');
  graph.tell('qianshou.station.haves-changed.v1', {
    ...aStation(9, HAIYUAN),
    complete: false,
    missing: ['STAFF', 'SITE'],
  });
  graph.tell('qianshou.pairing.agency-registered.v1', {
    agencyId: idOf('agy', 1),
    name: '演示社工服务中心',
    unifiedSocialCreditCode: '52350203MJ0000001K',
    homeRegionCode: code('420581'),
    canDispatch: false,
    canReceive: false,
    canOperate: true,
    status: 'ACTIVE',
  });
  certified(1, 0);
});
afterAll(() => graph.stop());

function certified(worker: number, station: number): void {
  const workerId = idOf('wkr', worker);
  const countyCode = code('420581');
  graph.tell('qianshou.personnel.worker-registered.v1', { workerId, countyCode, employerAgencyId: null });
  graph.tell('qianshou.personnel.qualification-verified.v1', {
    workerId,
    countyCode,
    qualificationId: idOf('qua', worker),
    level: 'ASSISTANT',
    passLineKind: 'NATIONAL',
    obtainedOn: on('2025-08-01'),
    validWithin: null,
    localResident: true,
    certified: true,
  });
  graph.tell('qianshou.personnel.posting-started.v1', {
    postingId: idOf('pst', worker),
    workerId,
    stationId: idOf('sta', station),
    centreId: null,
    role: 'RESIDENT',
    countyCode,
    startedOn: on('2026-04-01'),
    standing: 'CERTIFIED',
  });
}

const keysAndValues = (page: { nodes: { keys: { value: string | null }[]; values: number[] }[] }) =>
  page.nodes.map(({ keys, values }) => [...keys.map(({ value }) => value), ...values]);

describe('stationGroups', () => {
  it('counts by region, by status and by period, what is missing last', async () => {
    const { a, b, c } = await graph.answer(`{
      a: stationGroups(by: [PROVINCE, STATUS]) { nodes { keys { value } values } }
      b: stationGroups(by: [OPENED_ON_YEAR]) { nodes { keys { value } values } }
      c: stationGroups(by: [MISSING]) { nodes { keys { value } values } }
    }`);

    expect(keysAndValues(a)).toEqual([
      ['420000', 'CLOSED', 1],
      ['420000', 'OPERATING', 2],
      ['640000', 'PREPARING', 1],
    ]);
    expect(keysAndValues(b)).toEqual([
      ['2023', 1],
      ['2024', 1],
      ['2026', 1],
      [null, 1],
    ]);
    expect(keysAndValues(c)).toEqual([
      ['SITE', 1],
      ['STAFF', 1],
    ]);
  });

  it('measures, orders by a measure, and keeps the groups that a measure lets through', async () => {
    const { stationGroups } = await graph.answer(`{
      stationGroups(
        by: [COUNTY]
        measures: [
          { kind: SHARE, where: { status: { in: ["OPERATING"] } } }
          { kind: COUNT }
          { kind: COUNT_DISTINCT, of: OPERATOR_NAME }
          { kind: MAX, of: CERTIFIED_STAFF }
        ]
        having: [{ measure: 1, gte: 1 }]
        orderBy: [{ measure: 1, direction: DESC }]
      ) { totalCount nodes { keys { value region { code } } values numerator denominator suppressed } }
    }`);

    expect(stationGroups).toEqual({
      totalCount: 2,
      nodes: [
        {
          keys: [{ value: '420581', region: { code: '420581' } }],
          values: [2 / 3, 3, 1, 1],
          numerator: 2,
          denominator: 3,
          suppressed: false,
        },
        {
          keys: [{ value: '640522', region: { code: '640522' } }],
          values: [0, 1, 1, 0],
          numerator: 0,
          denominator: 1,
          suppressed: false,
        },
      ],
    });
  });

  it('turns pages, and lists the rows of a group', async () => {
    const page = `(by: [STATUS], first: 2, after: $after) { pageInfo { hasNextPage endCursor } nodes { keys { value } records { totalCount nodes { townshipCode operatorName } } } }`;
    const first = await graph.answer(`query ($after: String) { stationGroups${page} }`);
    const { endCursor } = first.stationGroups.pageInfo;
    const second = await graph.answer(`query ($after: String) { stationGroups${page} }`, admin, {
      after: endCursor,
    });

    expect(first.stationGroups.nodes.map((node: any) => node.records.totalCount)).toEqual([1, 2]);
    expect(second.stationGroups.nodes).toEqual([
      {
        keys: [{ value: 'PREPARING' }],
        records: { totalCount: 1, nodes: [{ townshipCode: HAIYUAN, operatorName: '演示社工服务中心' }] },
      },
    ]);
    expect(second.stationGroups.pageInfo.hasNextPage).toBe(false);
  });

  it('tells what was known at the end of a day, and refuses days that nobody knows', async () => {
    const asked = (asOf: string) =>
      graph.execute(
        `{ stationGroups(by: [STATUS], asOf: "${asOf}") { nodes { keys { value } values } standing { asOf position } } }`,
        {},
        admin,
      );
    const before = await asked('2026-06-09');

    expect(keysAndValues(before.data.stationGroups)).toEqual([
      ['OPERATING', 3],
      ['PREPARING', 1],
    ]);
    expect(before.data.stationGroups.standing.asOf).toBe('2026-06-09');
    expect(keysAndValues((await asked('2026-05-01')).data.stationGroups)).toEqual([['PREPARING', 3]]);
    expect((await asked('2026-07-01')).code).toBe('INSIGHT_AS_OF_OUTSIDE');
    expect((await asked('2020-01-01')).code).toBe('INSIGHT_AS_OF_OUTSIDE');
  });
});

describe('stationRows', () => {
  it('finds across services: open for two years and nobody certified', async () => {
    const { stationRows } = await graph.answer(`{
      stationRows(where: {
        openedOn: { lte: "2024-07-01" }
        certifiedStaff: { lte: 0 }
        not: { operatorName: { isMissing: true } }
      }) { totalCount nodes { key station { id } region { code } openedOn certifiedStaff } }
    }`);

    expect(stationRows).toEqual({
      totalCount: 1,
      nodes: [
        {
          key: idOf('sta', 1),
          station: { id: idOf('sta', 1) },
          region: { code: YIDU[1] },
          openedOn: OPENED[1],
          certifiedStaff: 0,
        },
      ],
    });
  });

  it('takes text as it stands, and refuses a range turned round', async () => {
    const count = (where: string) =>
      graph.execute(`{ stationRows(where: { ${where} }) { totalCount } }`, {}, admin);

    expect((await count('operatorName: { contains: "社工" }')).data.stationRows.totalCount).toBe(4);
    expect((await count('operatorName: { contains: ".*" }')).data.stationRows.totalCount).toBe(0);
    expect((await count(`operatorName: { in: ["' OR 1=1 --"] }`)).data.stationRows.totalCount).toBe(0);
    expect(
      (await count('or: [{ tier: { eq: "DEMONSTRATION" } }, { complete: { eq: false } }]')).data,
    ).toEqual({
      stationRows: { totalCount: 1 },
    });
    expect((await count('openedOn: { gte: "2026-01-02", lte: "2026-01-01" }')).code).toBe('BAD_USER_INPUT');
  });

  it('takes a number as it is, also one that no count comes to or that lies between two', async () => {
    const count = async (where: string) => {
      const { data, errors } = await graph.execute(
        `{ stationRows(where: { ${where} }) { totalCount } }`,
        {},
        admin,
      );
      expect(errors).toEqual([]);
      return data.stationRows.totalCount as number;
    };
    const all = await count('');

    expect(await count('certifiedStaff: { lte: 1e308 }')).toBe(all);
    expect(await count('certifiedStaff: { in: [999999999999999999999999999999999999999] }')).toBe(0);
    expect(await count('certifiedStaff: { gte: 0.5 }')).toBe(await count('certifiedStaff: { gte: 1 }'));
    expect(await count('certifiedStaff: { in: [0.5] }')).toBe(0);
  });

  it('turns pages by key and by a field, and refuses the cursor of another question', async () => {
    const keys = async (args: string): Promise<readonly string[]> => {
      const found: string[] = [];
      for (let after: string | null = null, more = true; more;) {
        const { stationRows } = await graph.answer(
          `query ($after: String) { stationRows(first: 3, after: $after${args}) { nodes { key } pageInfo { hasNextPage endCursor } } }`,
          admin,
          { after },
        );
        found.push(...stationRows.nodes.map(({ key }: any) => key));
        after = stationRows.pageInfo.endCursor;
        more = stationRows.pageInfo.hasNextPage;
      }
      return found;
    };
    const stations = [0, 1, 2, 9].map((number) => idOf('sta', number));

    expect(await keys('')).toEqual(stations);
    expect(await keys(', orderBy: [{ field: OPENED_ON, direction: DESC }]')).toEqual(
      [2, 1, 0, 9].map((number) => idOf('sta', number)),
    );
    const { stationRows } = await graph.answer('{ stationRows(first: 1) { pageInfo { endCursor } } }');
    const foreign = await graph.execute(
      `{ villageRoomRows(after: "${stationRows.pageInfo.endCursor}") { nodes { key } } }`,
      {},
      admin,
    );
    expect(foreign.code).toBe('BAD_USER_INPUT');
  });
});

describe('what a question costs', () => {
  it('is told without asking', async () => {
    const { stationGroups } = await graph.answer(
      '{ stationGroups(by: [COUNTY], dryRun: true) { nodes { values } standing { cost { rows groups cost limit } } } }',
      analystOf('420000'),
    );

    expect(stationGroups).toEqual({
      nodes: [],
      standing: { cost: { rows: 4, groups: 4, cost: 44, limit: 50_000_000 } },
    });
  });
});

describe('workers', () => {
  it('stand under an id of insight’s own', async () => {
    const { workerRows, postingRows } = await graph.answer(
      '{ workerRows { nodes { key certified } } postingRows { nodes { workerKey workerLevel townshipCode } } }',
    );

    expect(workerRows.nodes).toEqual([{ key: expect.stringMatching(/^who_[0-9a-f]{24}$/), certified: true }]);
    expect(postingRows.nodes).toEqual([
      { workerKey: workerRows.nodes[0].key, workerLevel: 'ASSISTANT', townshipCode: YIDU[0] },
    ]);
  });
});
