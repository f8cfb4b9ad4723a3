import { addDays, yearOf } from '@qianshou/kernel';
import { inRegion, ofAgency, unmovedAgencyPaths } from '@qianshou/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NAMING_AGENCIES } from '../src/persistence/reference/naming-agencies.ts';
import { anId, OPERATOR_ID } from './builders.ts';
import {
  bureau,
  eventsOf,
  hearOfOperator,
  mutate,
  operating,
  type StationGraph,
  stationGraph,
  today,
  turnableClock,
} from './under-test.ts';

const OTHER = anId('agy', 2);
const BARRED = anId('agy', 3);
const neighbour = inRegion('COUNTY_CIVIL_AFFAIRS', '420582');

let graph: StationGraph;
let id: string;
const clock = turnableClock();

beforeAll(async () => {
  graph = await stationGraph(clock);
  await hearOfOperator(graph, { agencyId: OTHER, name: '演示承接机构二' });
  await hearOfOperator(graph, { agencyId: BARRED, name: '演示承接机构三' });
  id = await operating(graph);
});
afterAll(() => graph.stop());

const given = (rest: string, actor = bureau, station = id) =>
  mutate(
    graph,
    `changeStationOperator(input: { stationId: "${station}", reason: "合同到期(演示)", handOver: ["钥匙两把", "档案一柜"] ${rest} }) {
      station {
        tier rooms { kind } operationMode operatorAgency { id } version allowedActions
        operators { agency { id } operationMode from to reason handOver }
      }
    }`,
    actor,
  );
const to = (agency: string, rest = '') => `, operatorAgencyId: "${agency}" ${rest}`;
const stationsOf = async (agency: string) => {
  const { data } = await graph.execute(
    `{ stations(where: { operatorAgencyId: { eq: "${agency}" } }) { nodes { id } } }`,
    {},
    bureau,
  );
  return data.stations.nodes as unknown[];
};

describe('changeStationOperator', () => {
  it.each([
    ['STATION_OPERATOR_SAME', to(OPERATOR_ID)],
    ['NOT_KNOWN_HERE_YET', to(anId('agy', 77))],
    ['STATION_LACKS_OPERATOR', ', operationMode: PURCHASED'],
    ['DATES_OUT_OF_ORDER', to(OTHER, `, from: "${addDays(today, -1)}"`)],
    ['DATE_IN_FUTURE', to(OTHER, `, from: "${addDays(today, 1)}"`)],
    ['STATION_POSTING_NOT_THERE', to(OTHER, `, stayingPostings: ["${anId('pst', 99)}"]`)],
    ['VERSION_CONFLICT', to(OTHER, ', expectedVersion: 1')],
  ])('is refused with %s', async (code, rest) => {
    expect((await given(rest)).code).toBe(code);
  });

  it('is refused to the bureau next door and to the agency itself, and takes no personal marks', async () => {
    const marked = `changeStationOperator(input: { stationId: "${id}", reason: "演示", handOver: ["电话:13812345678"] }) { station { id } }`;

    expect((await given(to(OTHER), neighbour)).code).toBe('FORBIDDEN');
    expect((await given(to(OTHER), ofAgency(OPERATOR_ID))).code).toBe('FORBIDDEN');
    expect((await mutate(graph, marked)).code).toBe('PERSONAL_MARKS_FOUND');
  });

  it('happens once when two offices change it at once, and says who ran it when', async () => {
    const answers = await Promise.all([given(to(OTHER)), given(to(OTHER))]);

    const codes = answers.map(({ code }) => code);
    expect(codes).toHaveLength(2);
    expect(codes).toEqual(expect.arrayContaining(['STATION_OPERATOR_SAME', undefined]));
    const station = answers.find(({ code }) => code === undefined)?.data.changeStationOperator.station;
    expect(station).toMatchObject({
      operationMode: 'PURCHASED',
      operatorAgency: { id: OTHER },
      rooms: [{ kind: 'MULTI_ROOM' }],
      operators: [
        { agency: { id: OPERATOR_ID }, reason: null, handOver: [] },
        { agency: { id: OTHER }, from: today, to: null, handOver: ['钥匙两把', '档案一柜'] },
      ],
    });
    expect(station.allowedActions).toContain('CHANGE_STATION_OPERATOR');
    expect(await eventsOf(graph, 'operator-changed')).toMatchObject([
      {
        stationId: id,
        operatorAgencyId: OTHER,
        before: { operatorAgencyId: OPERATOR_ID, operationMode: 'PURCHASED' },
        from: today,
        stayingPostings: [],
      },
    ]);
  });

  it('moves the station into the list of the new operator, and takes the former one’s access', async () => {
    const log = `logActivity(input: { stationId: "${id}", title: "演示", heldOn: "${today}", participants: 3 }) { station { id } }`;

    expect(await stationsOf(OTHER)).toEqual([{ id }]);
    expect(await stationsOf(OPERATOR_ID)).toEqual([]);
    expect((await mutate(graph, log, ofAgency(OPERATOR_ID))).code).toBe('FORBIDDEN');
    expect((await mutate(graph, log, ofAgency(OTHER))).code).toBeUndefined();
  });

  it('is refused on the day of a change, and closing as well', async () => {
    const close = `closeStation(input: { stationId: "${id}", reason: "演示" }) { station { id } }`;

    expect((await given(to(OPERATOR_ID))).code).toBe('STATION_OPERATOR_DAY_TAKEN');
    expect((await mutate(graph, close)).code).toBe('STATION_OPERATOR_DAY_TAKEN');
  });

  it('STA-13 is refused to who was graded unqualified in the county, whatever runs there now', async () => {
    const station = await operating(graph, '420581100', '红花套镇');
    const evaluation = `evaluateStation(input: { stationId: "${station}", year: ${yearOf(today)}, kind: ANNUAL, score: 40, evaluator: "演示评估机构" }) { evaluation { id } }`;
    expect((await given(to(BARRED), bureau, station)).code).toBeUndefined();
    expect((await mutate(graph, evaluation)).code).toBeUndefined();
    clock.turnOn(366);

    expect((await given(to(BARRED))).code).toBe('STATION_OPERATOR_BARRED');
    expect((await given('')).data.changeStationOperator.station).toMatchObject({
      operatorAgency: null,
      operationMode: 'DIRECT_HIRE',
    });
  });

  it('is refused once the station is closed, on that day as well', async () => {
    clock.turnOn(1);
    await mutate(graph, `closeStation(input: { stationId: "${id}", reason: "演示" }) { station { id } }`);

    expect((await given(to(OTHER))).code).toBe('STATION_CLOSED');
  });

  it('leaves an entry that names no text', async () => {
    const { data } = await graph.execute(
      `{ station(id: "${id}") { history(first: 50) { nodes { operation } } } }`,
      {},
      bureau,
    );

    expect(data.station.history.nodes).toContainEqual({ operation: 'changeStationOperator' });
  });
});

describe('an agency that pairing merged into another one', () => {
  it('runs its stations under the id that was kept, now and in their past, and is given none any more', async () => {
    const other = await operating(graph, '420581101', '高坝洲镇');
    expect(await stationsOf(OPERATOR_ID)).toContainEqual({ id: other });

    await graph.hear('qianshou.pairing.agency-status-changed.v1', {
      agencyId: OPERATOR_ID,
      status: 'MERGED',
      reason: '演示',
    });
    await graph.hear('qianshou.pairing.agency-merged.v1', {
      agencyId: OTHER,
      droppedAgencyId: OPERATOR_ID,
    });

    expect(await stationsOf(OPERATOR_ID)).toEqual([]);
    expect(await stationsOf(OTHER)).toContainEqual({ id: other });
    expect((await given(to(OPERATOR_ID), bureau, other)).code).toBe('OPERATOR_NOT_ELIGIBLE');
  });

  it('moves every field of every collection here that names an agency', () => {
    expect(unmovedAgencyPaths(graph.connection, NAMING_AGENCIES)).toEqual([
      'import_runs.owner.grants.agencyId',
    ]);
  });
});
