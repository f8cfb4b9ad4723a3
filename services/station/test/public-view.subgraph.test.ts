import { type Actor, addDays, chinaDay, PUBLIC_ACTOR, type RegionCode } from '@qianshou/kernel';
import { inRegion, onlyFor, verdicts } from '@qianshou/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OPERATOR_ID } from './builders.ts';
import {
  bureau,
  countFigures,
  eventsOf,
  mutate,
  operating,
  type StationGraph,
  stationGraph,
  today,
  turnableClock,
} from './under-test.ts';

let graph: StationGraph;
let id: string;
let neighbour: string;
let complaintId: string;
const clock = turnableClock();
const admin = inRegion('ADMIN', '000000');

beforeAll(async () => {
  graph = await stationGraph(clock);
  id = await operating(graph);
  neighbour = await operating(graph, '420581105', '姚家店镇');
});
afterAll(() => graph.stop());

const file = (statement = '上门时间多次变更', actor: Actor = PUBLIC_ACTOR) =>
  mutate(
    graph,
    `fileComplaint(input: { stationId: "${id}", kind: ATTITUDE, statement: "${statement}" }) { complaint { id status dueOn statement } }`,
    actor,
  );
const handle = (result: string) =>
  mutate(
    graph,
    `handleComplaint(input: { complaintId: "${complaintId}", outcome: UPHELD, result: "${result}" }) { complaint { status result } }`,
  );
const read = async (actor = PUBLIC_ACTOR) =>
  (
    await graph.execute(
      `{ complaint(id: "${complaintId}") { status statement result outcome overdueSince allowedActions } }`,
      {},
      actor,
    )
  ).data.complaint;

describe('a complaint by the public', () => {
  it('is filed without an account, with a day by which it is handled', async () => {
    const { data, errors } = await file();
    complaintId = data.fileComplaint.complaint.id as string;

    expect(errors).toEqual([]);
    expect(data.fileComplaint.complaint).toMatchObject({ status: 'RECEIVED', dueOn: addDays(today, 15) });
  });

  it('STA-12 that points at a person is refused', async () => {
    expect((await file('联系电话:13812345678')).code).toBe('PERSONAL_MARKS_FOUND');
  });

  it('shows what was said to the bureau of its county alone', async () => {
    expect((await read()).statement).toBeNull();
    expect((await read(inRegion('COUNTY_CIVIL_AFFAIRS', '420582'))).statement).toBeNull();
    expect(await read(bureau)).toMatchObject({
      statement: '上门时间多次变更',
      allowedActions: ['HANDLE', 'STRIKE'],
    });
    expect((await read()).allowedActions).toEqual([]);
  });

  it('is told late once, and then handled with a result that everybody reads', async () => {
    clock.turnOn(16);
    await graph.useCases.noteOverdueComplaints();
    await graph.useCases.noteOverdueComplaints();
    const refused = await handle('已批评张先生');
    await handle('已调整上门时间');

    expect(await eventsOf(graph, 'complaint-overdue')).toHaveLength(1);
    expect(refused.code).toBe('PERSONAL_MARKS_FOUND');
    expect(await read()).toMatchObject({ status: 'HANDLED', outcome: 'UPHELD', result: '已调整上门时间' });
    expect((await handle('再办')).code).toBe('COMPLAINT_ALREADY_HANDLED');
  });

  it('is taken twenty times a day for one station, however many come at once', async () => {
    const answers: (string | undefined)[] = [];
    for (let round = 0; round < 4; round += 1) {
      const several = await Promise.all(Array.from({ length: 6 }, () => file()));
      answers.push(...several.map(({ code }) => code));
    }

    expect(answers.filter((code) => code === undefined)).toHaveLength(20);
    expect(new Set(answers)).toEqual(new Set([undefined, 'COMPLAINT_LIMIT_REACHED']));
  });

  it('counts in the figures of its county while it is open', async () => {
    await countFigures(graph);

    const { data } = await graph.execute(
      '{ region(code: "420581") { stationFigures { complaintsReceived complaintsOpen complaintsOverdue } } }',
    );

    expect(data.region.stationFigures).toEqual({
      complaintsReceived: 21,
      complaintsOpen: 20,
      complaintsOverdue: 0,
    });
  });

  it('is still taken of who signed in, three times a day, when strangers took all places', async () => {
    const neighbourly: Actor = { subject: 'a-resident', grants: [] };

    const codes: unknown[] = [];
    for (let filed = 0; filed < 4; filed += 1) codes.push((await file('无人值守', neighbourly)).code);

    expect(codes).toEqual([undefined, undefined, undefined, 'COMPLAINT_LIMIT_OF_CALLER_REACHED']);
  });

  it('is struck out when it is none: it counts no more, and its place is free', async () => {
    const { data } = await graph.execute(
      `{ complaints(where: { stationId: { eq: "${id}" }, status: { in: [RECEIVED] } }, orderBy: [{ field: RECEIVED_ON, direction: ASC }], first: 3) { nodes { id } } }`,
    );
    const spam = data.complaints.nodes as readonly { readonly id: string }[];
    for (const { id: complaint } of spam) {
      const struck = await mutate(
        graph,
        `strikeComplaint(input: { complaintId: "${complaint}", reason: "广告" }) { complaint { status struckOn struckReason allowedActions } }`,
      );
      expect(struck.data.strikeComplaint.complaint).toMatchObject({
        status: 'STRUCK',
        struckReason: '广告',
        allowedActions: [],
      });
    }

    expect((await file()).code).toBeUndefined();
    expect(await eventsOf(graph, 'complaint-struck')).toHaveLength(3);
    await countFigures(graph);
    const figures = await graph.execute(
      '{ region(code: "420581") { stationFigures { complaintsReceived } } }',
    );
    expect(figures.data.region.stationFigures).toEqual({ complaintsReceived: 21 + 3 - 3 + 1 });
  });

  it('frees no place when it is struck out that had taken none: whoever signed in has places of their own', async () => {
    const taken = async () => {
      const day = `${id}/${chinaDay(clock.now())}`;
      return (await graph.connection.collection('complaint_places').findOne({ _id: day as never }))?.[
        'taken'
      ];
    };
    const before = await taken();
    const signedIn: Actor = { subject: 'another-resident', grants: [] };
    const filed = await file('无人值守', signedIn);
    const complaint = filed.data.fileComplaint.complaint.id as string;
    await mutate(
      graph,
      `strikeComplaint(input: { complaintId: "${complaint}", reason: "重复" }) { complaint { id } }`,
    );

    expect(before).toBeGreaterThan(0);
    expect(await taken()).toBe(before);
  });

  it('is taken once from each address all the same, and from none more often than three times a day', async () => {
    const from = (origin: string): Actor => ({ ...PUBLIC_ACTOR, origin });

    while ((await file()).code === undefined);

    const own = (await file('无人值守', from('a'))).code;
    const again = (await file('无人值守', from('a'))).code;
    const other = (await file('无人值守', from('b'))).code;

    expect([own, again, other]).toEqual([undefined, 'COMPLAINT_LIMIT_REACHED', undefined]);
    const places = await graph.connection.collection('complaint_places').find().toArray();
    expect(places.map(({ taken }) => taken)).toContain(1);
  });
});

describe('what the public sees', () => {
  it('is the nearest stations, with opening hours, services and how to complain', async () => {
    await mutate(
      graph,
      `publishServiceGuide(input: { stationId: "${neighbour}", openingHours: "周一至周五", offers: ["ELDERLY_HOME_VISIT"], officePhone: "0717-4820000" }) { station { id } }`,
    );

    const { data } = await graph.execute(
      '{ nearestStations(regionCode: "420581105", first: 5) { id guide { openingHours officePhone offers { zh } } complaintGuide { mutation days mostADay } } }',
    );

    expect(data.nearestStations.map((station: { id: string }) => station.id)).toEqual([neighbour, id]);
    expect(data.nearestStations[0]).toMatchObject({
      guide: { openingHours: '周一至周五', officePhone: '0717-4820000', offers: [{ zh: '居家探访' }] },
      complaintGuide: { mutation: 'fileComplaint', days: 15, mostADay: 20 },
    });
  });

  it('is nothing near a province', async () => {
    expect((await graph.execute('{ nearestStations(regionCode: "420000") { id } }')).code).toBe(
      'BAD_USER_INPUT',
    );
  });
});

describe('importKeyCounty', () => {
  const list = (countyCode: string, sourceUrl: string) =>
    mutate(
      graph,
      `importKeyCounty(input: { countyCode: "${countyCode}", sourceUrl: "${sourceUrl}" }) { region { keyCounty keyCountySources } }`,
      admin,
    );

  it('lists a county with the page that names it, and tells the others', async () => {
    const { data } = await list('530626', 'https://example.org/list');

    expect(data.importKeyCounty.region).toEqual({
      keyCounty: true,
      keyCountySources: ['https://example.org/list'],
    });
    expect((await eventsOf(graph, 'region-designated')).at(-1)).toMatchObject({ countyCode: '530626' });
  });

  it.each([
    ['a county that is listed', '640522', 'https://example.org/list', 'KEY_COUNTY_ALREADY_LISTED'],
    ['no source', '530629', '', 'BAD_USER_INPUT'],
    ['a source that is no page', '530629', 'javascript:alert(1)', 'BAD_USER_INPUT'],
    ['a province', '530000', 'https://example.org/list', 'BAD_USER_INPUT'],
    ['a county that does not exist', '530699', 'https://example.org/list', 'REGION_NOT_FOUND'],
  ])('refuses %s', async (_what, county, source, code) => {
    expect((await list(county, source)).code).toBe(code);
  });
});

describe('who may', () => {
  const scope = { region: '420581' as RegionCode, agencyId: OPERATOR_ID };
  const verdictsOn = (query: string) => verdicts(graph, { query, scope });

  it('complain and read results: everybody', async () => {
    const filing = `mutation { fileComplaint(input: { stationId: "${id}", kind: OTHER, statement: "演示" }) { complaint { id } } }`;

    expect(await verdictsOn(filing)).toEqual(onlyFor('PUBLIC'));
    expect(await verdictsOn('{ complaints { nodes { id } } }')).toEqual(onlyFor('PUBLIC'));
    expect(await verdictsOn('{ nearestStations(regionCode: "420581") { id } }')).toEqual(onlyFor('PUBLIC'));
  });

  it('handle a complaint: the bureau; list a key county: an administrator', async () => {
    const handling = `mutation { handleComplaint(input: { complaintId: "${complaintId}", outcome: UPHELD, result: "x" }) { complaint { id } } }`;
    const listing =
      'mutation { importKeyCounty(input: { countyCode: "420581", sourceUrl: "https://example.org" }) { region { code } } }';

    expect(await verdictsOn(handling)).toEqual(onlyFor('COUNTY_CIVIL_AFFAIRS'));
    expect(await verdictsOn(listing)).toEqual(onlyFor('ADMIN'));
  });

  it('publish a service guide: bureau, township office and operator', async () => {
    const query = `mutation { publishServiceGuide(input: { stationId: "${id}", openingHours: "x", offers: [] }) { station { id } } }`;

    expect(await verdictsOn(query)).toEqual(
      onlyFor('COUNTY_CIVIL_AFFAIRS', 'TOWNSHIP_CIVIL_AFFAIRS', 'AGENCY_MANAGER'),
    );
  });
});

describe('a list of stations', () => {
  const LIGHT =
    'id version signage status tier operationMode operatorAgency { id } township { code } county { code } openedOn demonstrationSince';
  const LARGE = 'rooms { kind } documents { title } roomCorrections { reason } operators { agency { id } }';
  const nodes = async (fields: string, first = 5) =>
    (
      await graph.execute(
        `{ stations(first: ${first}) { nodes { ${fields} } } region(code: "420581") { one: stations(first: 1) { edges { node { ${fields} } } } two: stations(first: 5) { nodes { ${fields} } } } }`,
      )
    ).data;

  it('says the same of its stations without their large parts as with them', async () => {
    const [light, whole] = [await nodes(LIGHT), await nodes(`${LIGHT} ${LARGE}`)];
    const withoutLarge = (_name: string, value: unknown) =>
      typeof value === 'object' && value !== null && 'rooms' in value
        ? {
            ...value,
            rooms: undefined,
            documents: undefined,
            roomCorrections: undefined,
            operators: undefined,
          }
        : value;

    expect(whole.stations.nodes.length).toBeGreaterThan(1);
    expect(whole.stations.nodes[0].rooms.length).toBeGreaterThan(0);
    expect(light).toEqual(JSON.parse(JSON.stringify(whole, withoutLarge)));
  });
});
