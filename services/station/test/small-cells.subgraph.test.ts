import type { Actor } from '@qianshou/kernel';
import { inRegion, ofAgency } from '@qianshou/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OPERATOR_ID } from './builders.ts';
import { bureau, countFigures, operating, type StationGraph, stationGraph, today } from './under-test.ts';

let graph: StationGraph;
let id: string;
const month = today.slice(0, 7);
const RECORD = 'mutation ($input: RecordServicesInput!) { recordServices(input: $input) { records { id } } }';

beforeAll(async () => {
  graph = await stationGraph();
  id = await operating(graph);
  await record(
    { service: 'CHILD_COMFORT', method: 'CASE', beneficiaryGroup: 'ORPHAN', persons: 3, hours: 1 },
    { service: 'ELDERLY_COMFORT', method: 'GROUP', beneficiaryGroup: 'LONE_ELDERLY', persons: 8, hours: 2 },
    { service: 'GOVERNANCE_CONSULTATION', method: 'COMMUNITY', persons: 2, hours: 1 },
  );
  await countFigures(graph);
});
afterAll(() => graph.stop());

async function record(...entries: readonly Record<string, unknown>[]): Promise<void> {
  const { errors } = await graph.execute(
    RECORD,
    { input: { stationId: id, servedOn: today, entries } },
    ofAgency(OPERATOR_ID),
  );
  expect(errors).toEqual([]);
}

async function sumsFor(actor?: Actor) {
  const sums = `serviceMonths(from: "${month}", to: "${month}") { records persons hours byDomain { domain persons } byMethod { method persons } byGroup { group persons } suppressed }`;
  const { data } = await graph.execute(
    `{ station(id: "${id}") { ${sums} } town: region(code: "420581104") { ...all } county: region(code: "420581") { ...all } nation: region(code: "000000") { ...all } }
     fragment all on Region { ${sums} stationFigures { serviceRecords servicePersons serviceHours servicesSuppressed } }`,
    {},
    actor,
  );
  const { station, ...regions } = data;
  return {
    months: [station, ...Object.values<typeof station>(regions)].map(({ serviceMonths: [found] }) => found),
    ever: Object.values<typeof station>(regions).map(({ stationFigures }) => stationFigures),
  };
}

const SHOWN = {
  records: 2,
  persons: 10,
  hours: 3,
  byDomain: [
    { domain: 'ELDERLY_CARE', persons: 8 },
    { domain: 'GRASSROOTS_GOVERNANCE', persons: 2 },
  ],
  byMethod: [
    { method: 'GROUP', persons: 8 },
    { method: 'COMMUNITY', persons: 2 },
  ],
  byGroup: [{ group: 'LONE_ELDERLY', persons: 8 }],
  suppressed: true,
};

describe('STA-12 sums of groups under five persons', () => {
  it('are in no sum that everybody sees, of station, unit, county and nation, of the month and of all time', async () => {
    for (const actor of [undefined, inRegion('COUNTY_CIVIL_AFFAIRS', '420582')]) {
      const { months, ever } = await sumsFor(actor);

      for (const found of months) expect(found).toEqual(SHOWN);
      for (const found of ever)
        expect(found).toEqual({
          serviceRecords: 2,
          servicePersons: 10,
          serviceHours: 3,
          servicesSuppressed: true,
        });
    }
  });

  it('are whole for whoever reads the records: the bureau up to its county, the operator of its station', async () => {
    const whole = { persons: 13, suppressed: false };
    const [station, town, county, nation] = (await sumsFor(bureau)).months;
    const [own, elsewhere] = (await sumsFor(ofAgency(OPERATOR_ID))).months;

    for (const found of [station, town, county, own]) expect(found).toMatchObject(whole);
    expect(county.byGroup).toContainEqual({ group: 'ORPHAN', persons: 3 });
    for (const found of [nation, elsewhere]) expect(found).toEqual(SHOWN);
  });

  it('come back once there are five, and go again when a record is struck out', async () => {
    await record({
      service: 'CHILD_COMFORT',
      method: 'CASE',
      beneficiaryGroup: 'ORPHAN',
      persons: 2,
      hours: 1,
    });
    await countFigures(graph);

    const { months, ever } = await sumsFor();

    for (const found of months) {
      expect(found).toMatchObject({ persons: 15, suppressed: false });
      expect(found.byGroup).toContainEqual({ group: 'ORPHAN', persons: 5 });
    }
    expect(ever[0]).toMatchObject({ servicePersons: 15, servicesSuppressed: false });
  });
});
