import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aStationId, HAIYUAN, XIJI } from './builders.ts';
import { active, openedGraph, type PairingGraph, signed, told } from './under-test.ts';

let graph: PairingGraph;

beforeAll(async () => {
  graph = await openedGraph();
});
afterAll(() => graph.stop());

const designate = (countyCode = HAIYUAN) =>
  graph.hear('qianshou.station.region-designated.v1', {
    countyCode,
    designation: 'KEY_COUNTY',
    sourceUrl: 'https://example.org/list',
  });

const openStation = (serial: number, countyCode = HAIYUAN, id?: string) =>
  graph.hear(
    'qianshou.station.opened.v1',
    {
      stationId: aStationId(serial),
      townshipCode: `${countyCode}100` as typeof HAIYUAN,
      countyCode,
      tier: 'ORDINARY',
      operatorAgencyId: null,
      openedOn: '2026-05-02' as never,
    },
    id === undefined ? {} : { id, aggregateId: aStationId(serial) },
  );

const COUNTIES = /* GraphQL */ `
  query ($where: RecipientCountyFilter) {
    recipientCounties(where: $where) {
      nodes {
        code
        keyCounty
        keyCountySource
        covered
        activePairings
        stationsOpened
      }
      totalCount
    }
  }
`;
const counties = async (where: Record<string, unknown>) =>
  (await graph.execute(COUNTIES, { where })).data.recipientCounties;

describe('PAIR-2 hearing that a county is a key county', () => {
  it('lists it, once, among those that still lack a pairing', async () => {
    await designate(XIJI);
    await designate(XIJI);

    expect(await counties({ keyCounty: true, covered: false })).toEqual({
      nodes: [
        {
          code: '640422',
          keyCounty: true,
          keyCountySource: 'https://example.org/list',
          covered: false,
          activePairings: 0,
          stationsOpened: 0,
        },
      ],
      totalCount: 1,
    });
    expect(await told(graph, 'county-listed')).toMatchObject([
      { subject: 'recipient-county/640422', data: { countyCode: '640422', activePairings: 0 } },
    ]);
  });

  it('takes up a county that is paired already as covered', async () => {
    await active(graph);

    await designate();

    expect(await counties({ keyCounty: true, covered: true })).toMatchObject({
      nodes: [{ code: '640522', activePairings: 1 }],
    });
    expect((await told(graph, 'county-listed', 'recipient-county/640522'))[0]?.data).toMatchObject({
      activePairings: 1,
    });
  });

  it('gives the tier to what is matched from then on', async () => {
    const id = await signed(graph);

    expect((await told(graph, 'signed', `pairing/${id}`))[0]?.data).toMatchObject({
      countyTier: 'KEY_COUNTY',
    });
  });
});

describe('hearing that a station opened', () => {
  const progressOf = async (id: string) =>
    (await told(graph, 'progressed', `pairing/${id}`)).map(({ data }) => data['value']);

  it('moves BUILD_STATION of every active pairing of the county, and of no other', async () => {
    const [one, other, notStarted] = [await active(graph), await active(graph), await signed(graph)];

    await openStation(1);
    await openStation(2);
    await openStation(3, XIJI);

    expect(await progressOf(one)).toEqual([1, 2]);
    expect(await progressOf(other)).toEqual([1, 2]);
    expect(await progressOf(notStarted)).toEqual([]);
    const [event] = await told(graph, 'progressed', `pairing/${one}`);
    expect(event?.data).toMatchObject({ taskGroup: 'BUILD_STATION', indicator: 'STATIONS_OPENED' });
  });

  it('counts the station once, when the event comes twice and when the station opens again', async () => {
    const pairingId = await active(graph);
    const eventId = '01900000-0000-7000-8000-0000000000aa';

    await openStation(7, HAIYUAN, eventId);
    await openStation(7, HAIYUAN, eventId);
    await openStation(7);

    expect(await progressOf(pairingId)).toEqual([1]);
    const { data } = await graph.execute(`{ pairing(id: "${pairingId}") { stationsOpened } }`);
    expect(data.pairing.stationsOpened).toBe(1);
  });

  it('counts a station of the county once, however many pairings are at work there', async () => {
    const counted = await told(graph, 'county-station-counted', 'recipient-county/640522');

    expect(counted.map(({ data }) => data['stationsOpened'])).toEqual([1, 2, 3]);
    expect(await counties({ regionCode: { within: '640500' } })).toMatchObject({
      nodes: [{ code: '640522', stationsOpened: 3 }],
    });
  });

  it('names the event as the cause of the progress', async () => {
    const [event] = await told(graph, 'progressed');

    expect(event?.causationid).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('counts no station that was taken over: it opened before', async () => {
    const before = (await told(graph, 'progressed')).length;

    await graph.hear('qianshou.station.taken-over.v1', {
      stationId: aStationId(77),
      townshipCode: `${HAIYUAN}101` as typeof HAIYUAN,
      countyCode: HAIYUAN,
      tier: 'ORDINARY',
      operatorAgencyId: null,
      openedOn: '2022-06-01' as never,
      checkId: 'chk_01900000-0000-7000-8000-000000000077' as never,
      checkedOn: '2022-05-20' as never,
    });

    expect((await told(graph, 'progressed')).length).toBe(before);
    const stations = graph.connection.collection<{ _id: string }>('station_facts');
    expect(await stations.findOne({ _id: aStationId(77) })).toMatchObject({ operating: true });
  });
});
