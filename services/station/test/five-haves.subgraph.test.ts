import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  comeOnDuty,
  countFigures,
  eventsOf,
  mutate,
  operating,
  planned,
  prepared,
  type StationGraph,
  stationGraph,
  today,
} from './under-test.ts';

let graph: StationGraph;
let complete: string;

beforeAll(async () => {
  graph = await stationGraph();
  complete = await operating(graph);
  await planned(graph, '420581100', '红花套镇');
});
afterAll(() => graph.stop());

const activitiesOf = async (id: string) => {
  const { data } = await graph.execute(
    `{ station(id: "${id}") { activities { nodes { id struckOn struckReason } } } }`,
  );
  return data.station.activities.nodes;
};
const strike = (id: string, activityId: string, reason = '误登') =>
  mutate(
    graph,
    `strikeActivity(input: { stationId: "${id}", activityId: "${activityId}", reason: "${reason}" }) { station { id } }`,
  );
async function fiveHaves(code: string) {
  await countFigures(graph);
  const { data } = await graph.execute(
    `{ region(code: "${code}") { stationFigures { fiveHaves { numerator denominator rate } } } }`,
  );
  return data.region.stationFigures.fiveHaves;
}
const HALF = { numerator: 1, denominator: 2, rate: 0.5 };
const NONE = { numerator: 0, denominator: 2, rate: 0 };

describe('STA-2 the five-haves rate', () => {
  it.each(['420581', '420500', '420000', '000000'])(
    'counts the stations of %s that have all',
    async (code) => {
      expect(await fiveHaves(code)).toEqual(HALF);
    },
  );

  it('falls when the only activity is struck out, and rises with another', async () => {
    const [activity] = await activitiesOf(complete);

    const struck = await strike(complete, activity.id as string);
    const without = await fiveHaves('420581');
    await mutate(
      graph,
      `logActivity(input: { stationId: "${complete}", title: "演示", heldOn: "${today}", participants: 3 }) { station { id } }`,
    );

    expect(struck.errors).toEqual([]);
    expect((await activitiesOf(complete))[0]).toMatchObject({
      struckOn: today,
      struckReason: '误登',
    });
    expect(await eventsOf(graph, 'activity-struck')).toMatchObject([{ activityId: activity.id }]);
    expect(without).toEqual(NONE);
    expect(await fiveHaves('420581')).toEqual(HALF);
  });

  it('follows the county to another checklist and back', async () => {
    const adopt = (validFrom: string, checklist: string) =>
      mutate(
        graph,
        `adoptCountyPolicy(input: { countyCode: "420581", validFrom: "${validFrom}", source: "演示", stationRules: { checklist: [${checklist}] } }) { policy { id } }`,
      );
    const item = (have: string) => `{ have: ${have}, zh: "演示", en: "demo" }`;

    await adopt('2026-01-01', ['SITE', 'EQUIPMENT'].map(item).join(' '));
    const withEquipment = await fiveHaves('420581');
    await adopt('2026-02-01', item('SITE'));

    expect(withEquipment).toEqual(NONE);
    expect(await fiveHaves('420581')).toEqual(HALF);
  });

  it('leaves a closed station out on both sides', async () => {
    await mutate(
      graph,
      `closeStation(input: { stationId: "${complete}", reason: "演示" }) { station { id } }`,
    );

    expect(await fiveHaves('420581')).toEqual({ numerator: 0, denominator: 1, rate: 0 });
  });

  it('counts a station that is only prepared as soon as it has all', async () => {
    const id = await planned(graph, '420581104', '枝城镇');
    await prepared(graph, id);
    await comeOnDuty(graph, id, 'RESIDENT');

    expect(await fiveHaves('420581')).toEqual({ numerator: 1, denominator: 2, rate: 0.5 });
  });
});

describe('strikeActivity', () => {
  it('refuses an activity of no station, and a reason that points at a person', async () => {
    const id = await planned(graph, '420581101', '高坝洲镇');
    await prepared(graph, id);
    const activities = await activitiesOf(id);

    expect((await strike(complete, activities[0].id as string)).code).toBe('STATION_CLOSED');
    expect((await strike(id, activities[0].id as string, '电话 13812345678')).code).toBe(
      'PERSONAL_MARKS_FOUND',
    );
  });
});
