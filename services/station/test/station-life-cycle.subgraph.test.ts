import { addDays } from '@qianshou/kernel';
import { ofAgency } from '@qianshou/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OPERATOR_ID } from './builders.ts';
import {
  eventsOf,
  mutate,
  operating,
  planned,
  type StationGraph,
  stationGraph,
  today,
  turnableClock,
} from './under-test.ts';

let graph: StationGraph;
let id: string;
const clock = turnableClock();

beforeAll(async () => {
  graph = await stationGraph(clock);
  id = await operating(graph);
});
afterAll(() => graph.stop());

const run = (mutation: string, rest = '', station = id) =>
  mutate(
    graph,
    `${mutation}(input: { stationId: "${station}" ${rest} }) { station { status allowedActions rectification { dueOn overdueSince plan { completeBy } } } }`,
  );
const reason = ', reason: "演示"';
const coverages = async () =>
  (await eventsOf(graph, 'coverage-changed')).map(({ unitsCovered }) => unitsCovered);

describe('STA-1 the coverage of a county', () => {
  it('is told exactly when it changes', async () => {
    expect(await eventsOf(graph, 'coverage-changed')).toEqual([
      {
        countyCode: '420581',
        unitsInScope: 11,
        unitsCovered: 1,
        unitsTakenOut: 0,
        replaces: { unitsInScope: 11, unitsCovered: 0, unitsTakenOut: 0 },
      },
    ]);
  });

  it('follows a policy that leaves quasi-townships out', async () => {
    await mutate(
      graph,
      'adoptCountyPolicy(input: { countyCode: "420581", validFrom: "2022-01-01", source: "演示", countsQuasiTownships: false }) { policy { id } }',
    );

    expect((await eventsOf(graph, 'coverage-changed')).at(-1)).toMatchObject({
      unitsInScope: 10,
      unitsCovered: 1,
    });
  });
});

describe('suspending and resuming', () => {
  it('uncovers the unit and covers it again', async () => {
    const suspended = await run('suspendStation', reason);
    const again = await run('suspendStation', reason);
    const resumed = await run('resumeStation');

    expect(suspended.data.suspendStation.station).toMatchObject({
      status: 'SUSPENDED',
      allowedActions: expect.arrayContaining(['RESUME_STATION', 'CLOSE_STATION']) as unknown,
    });
    expect(again.code).toBe('STATION_STATUS_WRONG');
    expect(resumed.data.resumeStation.station.status).toBe('OPERATING');
    expect((await coverages()).slice(-2)).toEqual([0, 1]);
  });

  it('takes no reason that points at a person', async () => {
    expect((await run('suspendStation', ', reason: "电话:13812345678"')).code).toBe('PERSONAL_MARKS_FOUND');
  });
});

describe('STA-13 rectification', () => {
  it('is ordered, planned by the operator, found late once, and confirmed', async () => {
    const ordered = await run('orderRectification', reason);
    const early = await run('confirmRectification');
    clock.turnOn(16);
    await graph.useCases.noteOverdueRectifications();
    await graph.useCases.noteOverdueRectifications();
    const late = await graph.execute(`{ station(id: "${id}") { rectification { overdueSince } } }`);
    const planOf = (day: string) =>
      mutate(
        graph,
        `planRectification(input: { stationId: "${id}", measures: "补齐档案", completeBy: "${day}" }) { station { rectification { dueOn overdueSince } } }`,
        ofAgency(OPERATOR_ID),
      );
    const tooEarly = await planOf(today);
    const filed = await planOf(addDays(today, 40));
    const confirmed = await run('confirmRectification');

    expect(ordered.data.orderRectification.station).toMatchObject({
      status: 'RECTIFYING',
      rectification: { dueOn: addDays(today, 15) },
    });
    expect(early.code).toBe('RECTIFICATION_UNPLANNED');
    expect(late.data.station.rectification.overdueSince).toBe(addDays(today, 16));
    expect(await eventsOf(graph, 'rectification-overdue')).toHaveLength(1);
    expect(tooEarly.code).toBe('RECTIFICATION_PLAN_TOO_EARLY');
    expect(filed.data.planRectification.station.rectification).toEqual({
      dueOn: addDays(today, 40),
      overdueSince: null,
    });
    expect(confirmed.data.confirmRectification.station).toMatchObject({
      status: 'OPERATING',
      rectification: null,
    });
    expect(await eventsOf(graph, 'rectified')).toMatchObject([{ wasOverdue: false }]);
  });
});

describe('closing', () => {
  it('frees the unit for another station, and nothing is added to the closed one', async () => {
    const closed = await run('closeStation', reason);
    const room = await mutate(
      graph,
      `addRooms(input: { stationId: "${id}", rooms: [{ kind: CASE_ROOM }] }) { station { id } }`,
    );
    const next = await planned(graph);

    expect(closed.data.closeStation.station).toMatchObject({ status: 'CLOSED', allowedActions: [] });
    expect(room.code).toBe('STATION_CLOSED');
    expect(next).not.toBe(id);
    expect((await coverages()).at(-1)).toBe(0);
    expect(await eventsOf(graph, 'closed')).toMatchObject([{ from: 'OPERATING', wasOverdue: false }]);
  });

  it('of a station that was only planned changes no coverage', async () => {
    const before = await coverages();
    const other = await planned(graph, '420581105', '姚家店镇');

    await run('closeStation', reason, other);

    expect(await coverages()).toEqual(before);
  });
});
