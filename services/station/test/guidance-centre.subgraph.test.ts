import { type Actor, addDays, type Id, type RegionCode } from '@qianshou/kernel';
import { inRegion, ofAgency } from '@qianshou/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anId, OPERATOR_ID } from './builders.ts';
import {
  bureau,
  countFigures,
  eventsOf,
  hearOfOperator,
  mutate,
  type StationGraph,
  stationGraph,
  today,
} from './under-test.ts';

const OTHER = anId('agy', 2);

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

describe('closeGuidanceCentre', () => {
  const close = (actor = bureau) =>
    mutate(
      graph,
      `closeGuidanceCentre(input: { centreId: "${centreId}", reason: "合同到期" }) { centre { status openedOn closure { reason closedOn } allowedActions } }`,
      actor,
    );
  const actionsFor = async (actor: Actor) =>
    (await graph.execute(`{ guidanceCentre(id: "${centreId}") { allowedActions } }`, {}, actor)).data
      .guidanceCentre.allowedActions as string[];

  it('is the bureau’s, not its operator’s', async () => {
    expect(await actionsFor(bureau)).toEqual([
      'NAME_EXPERT_TEAM',
      'CHANGE_GUIDANCE_CENTRE_OPERATOR',
      'CLOSE_GUIDANCE_CENTRE',
      'CORRECT_GUIDANCE_CENTRE',
    ]);
    expect(await actionsFor(ofAgency(OPERATOR_ID))).toEqual(['NAME_EXPERT_TEAM']);
    expect((await close(ofAgency(OPERATOR_ID))).code).toBe('FORBIDDEN');
    expect((await close(inRegion('COUNTY_CIVIL_AFFAIRS', '420582'))).code).toBe('FORBIDDEN');
  });

  it('keeps the record, and leaves the county without a centre', async () => {
    const { data } = await close();

    expect(data.closeGuidanceCentre.centre).toEqual({
      status: 'CLOSED',
      openedOn: today,
      closure: { reason: '合同到期', closedOn: today },
      allowedActions: ['CORRECT_GUIDANCE_CENTRE'],
    });
    expect(await eventsOf(graph, 'centre-closed')).toMatchObject([
      { centreId, from: 'OPERATING', closedOn: today },
    ]);
    await countFigures(graph);
    const { data: county } = await graph.execute(
      '{ region(code: "420581") { guidanceCentre { id } stationFigures { centresOpen } } }',
    );
    expect(county.region).toEqual({ guidanceCentre: null, stationFigures: { centresOpen: 0 } });
  });

  it('STA-5 lets the county plan another one, while the closed one stays listed', async () => {
    const { data } = await plan('420581');

    const next = data.planGuidanceCentre.centre.id as string;
    const { data: now } = await graph.execute(
      '{ region(code: "420581") { guidanceCentre { id } } guidanceCentres(where: { status: { in: [CLOSED] } }) { nodes { id } } }',
    );
    expect(now.region.guidanceCentre.id).toBe(next);
    expect(now.guidanceCentres.nodes).toEqual([{ id: centreId }]);
    centreId = next;
    expect((await plan('420581')).code).toBe('CENTRE_ALREADY_PLANNED');
  });
});

describe('changeGuidanceCentreOperator', () => {
  const given = (operator: string, rest = '', actor = bureau) =>
    mutate(
      graph,
      `changeGuidanceCentreOperator(input: { centreId: "${centreId}", operatorAgencyId: "${operator}", reason: "合同到期(演示)", ${rest.includes('handOver') ? '' : `handOver: ["钥匙"]`} ${rest} }) {
        centre { status expertTeam operatorAgency { id } operators { agency { id } from to reason handOver } }
      }`,
      actor,
    );

  it.each([
    ['CENTRE_OPERATOR_SAME', OPERATOR_ID, ''],
    ['NOT_KNOWN_HERE_YET', anId('agy', 77), ''],
    ['DATE_IN_FUTURE', OTHER, `, from: "${addDays(today, 1)}"`],
    ['BAD_USER_INPUT', OTHER, ', handOver: []'],
    ['CENTRE_POSTING_NOT_THERE', OTHER, `, stayingPostings: ["${anId('pst', 9)}"]`],
  ])('is refused with %s', async (code, operator, rest) => {
    await hearOfOperator(graph, { agencyId: OTHER, name: '演示承接机构二' });

    expect((await given(operator, rest)).code).toBe(code);
  });

  it('gives the centre to the other agency from the day on: what it is stays, the history says who ran it', async () => {
    await workerComesOnDuty(3);

    const { data } = await given(OTHER, `, stayingPostings: ["${anId('pst', 3)}"]`);

    expect(data.changeGuidanceCentreOperator.centre).toMatchObject({
      status: 'PLANNED',
      operatorAgency: { id: OTHER },
      operators: [
        { agency: { id: OPERATOR_ID }, from: null, to: addDays(today, -1), reason: null },
        { agency: { id: OTHER }, from: today, to: null, reason: '合同到期(演示)', handOver: ['钥匙'] },
      ],
    });
    expect(await eventsOf(graph, 'centre-operator-changed')).toMatchObject([
      { centreId, operatorAgencyId: OTHER, before: { operatorAgencyId: OPERATOR_ID }, from: today },
    ]);
    expect((await given(OPERATOR_ID)).code).toBe('CENTRE_OPERATOR_DAY_TAKEN');
    expect((await given(OPERATOR_ID, '', ofAgency(OPERATOR_ID))).code).toBe('FORBIDDEN');
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
