import type { Id, RegionCode } from '@qianshou/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anId, OPERATOR_ID } from './builders.ts';
import { bureau, type StationGraph, stationGraph, today } from './under-test.ts';

let graph: StationGraph;
let centreId: string;

beforeAll(async () => {
  graph = await stationGraph();
});
afterAll(() => graph.stop());

const run = (field: string) => graph.execute(`mutation { ${field} }`, {}, bureau);
const plan = (countyCode: string) =>
  run(
    `planGuidanceCentre(input: { countyCode: "${countyCode}", name: "演示中心", operatorAgencyId: "${OPERATOR_ID}" }) { centre { id status workersOnDuty } }`,
  );
const open = () =>
  run(`openGuidanceCentre(input: { centreId: "${centreId}" }) { centre { status openedOn } }`);

describe('planGuidanceCentre', () => {
  it('STA-5 plans one centre a county', async () => {
    const { data } = await plan('420581');
    centreId = data.planGuidanceCentre.centre.id as string;

    expect(data.planGuidanceCentre.centre).toMatchObject({ status: 'PLANNED', workersOnDuty: 0 });
    expect((await plan('420581')).code).toBe('CENTRE_ALREADY_PLANNED');
  });

  it('is the bureau’s of its own county', async () => {
    expect((await plan('420582')).code).toBe('FORBIDDEN');
  });
});

describe('STA-6 openGuidanceCentre', () => {
  it('waits for two workers and an expert team, and names what is missing', async () => {
    const refused = await open();
    await run(
      `nameExpertTeam(input: { centreId: "${centreId}", expertTeam: "演示大学社会学系" }) { centre { id } }`,
    );
    await workerComesOnDuty(1);
    await workerComesOnDuty(2);
    await workerComesOnDuty(2);

    const opened = await open();

    expect(refused).toMatchObject({
      code: 'CENTRE_LACKS_STAFF',
      details: { missing: ['CENTRE_WORKER', 'EXPERT_TEAM'] },
    });
    expect(opened.data.openGuidanceCentre.centre).toEqual({ status: 'OPERATING', openedOn: today });
    const { data } = await graph.execute(
      '{ region(code: "420581") { guidanceCentre { id workersOnDuty } } }',
    );
    expect(data.region.guidanceCentre).toEqual({ id: centreId, workersOnDuty: 2 });
  });
});

/** Told with the same event id, the second time is a repeat. */
function workerComesOnDuty(number: number): Promise<void> {
  return graph.hear(
    'qianshou.personnel.posting-started.v1',
    {
      postingId: anId('pst', number),
      workerId: anId('wkr', number),
      stationId: null,
      centreId: centreId as Id<'ctr'>,
      role: 'CENTRE_WORKER',
      countyCode: '420581' as RegionCode,
      startedOn: today,
    },
    { id: `01900000-0000-7000-8000-00000000000${number}`, aggregateId: anId('pst', number) },
  );
}
