import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  aPastResident,
  aWorkerThere,
  CORRECT_DEGREE,
  CORRECT_PERIOD,
  degreeInput,
  periodInput,
  read,
  RECORD_DEGREE,
  RECORD_PAST,
  pastInput,
  RECORD_PERIOD,
  REVIEW,
  STRIKE_DEGREE,
  STRIKE_PERIOD,
} from './operations.ts';
import { aStation, bureau, done, manager, type PersonnelGraph, personnelGraph, told } from './under-test.ts';

let graph: PersonnelGraph;

beforeAll(async () => {
  graph = await personnelGraph();
});
afterAll(() => graph.stop());

const eligibility = async (id: string) => {
  const query =
    'query ($id: ID!) { socialWorker(id: $id) { examEligibility(examYear: 2026) { level eligible from missing { condition has needs fulfilledOn } alreadyHeld exam { signUpFrom source } } } }';
  return (await graph.execute(query, { id }, bureau)).data.socialWorker.examEligibility[0];
};
const codeOf = async (operation: { readonly query: string }, input: unknown, actor = bureau) =>
  (await graph.execute(operation.query, { input }, actor)).code;
const newcomer = { socialWorkSince: '2025-06-01' };

describe('PER-11 degrees and service of before', () => {
  it('open the exam, and no longer when they are struck out', async () => {
    const workerId = await aWorkerThere(graph, newcomer);
    expect(await eligibility(workerId)).toMatchObject({
      eligible: false,
      from: '2027-06-01',
      alreadyHeld: false,
      missing: [{ condition: 'SERVICE_MONTHS', has: '6', needs: '24', fulfilledOn: '2027-06-01' }],
      exam: { signUpFrom: '2026-03-10', source: null },
    });

    const { worker } = await done(graph, RECORD_DEGREE, degreeInput(workerId), manager);
    const [{ degreeId }] = worker.degrees;
    expect(await eligibility(workerId)).toMatchObject({ eligible: true, from: '2026-01-01', missing: [] });
    const grounds = { workerId, degreeId, reason: '学历系他人' };
    const corrected = await done(graph, CORRECT_DEGREE, { ...grounds, level: 'MASTER' }, manager);
    expect(corrected.worker.degrees).toMatchObject([
      { level: 'MASTER', corrections: [{ level: 'BACHELOR', reason: '学历系他人' }] },
    ]);
    await done(graph, STRIKE_DEGREE, grounds);

    expect((await eligibility(workerId)).eligible).toBe(false);
    expect(await codeOf(STRIKE_DEGREE, grounds)).toBe('STRUCK_ALREADY');
    expect(await codeOf(CORRECT_DEGREE, { ...grounds, level: 'DOCTOR' })).toBe('STRUCK_ALREADY');
  });

  it('PER-9 move a clock that runs by what they say, and back', async () => {
    const workerId = await aWorkerThere(graph, newcomer);
    const input = pastInput(workerId, await aStation(graph), { startedOn: '2025-06-01' });
    const { posting } = await done(graph, RECORD_PAST, input);
    await done(graph, REVIEW, { countyCode: '420581' });
    expect(await read(graph, posting.id)).toMatchObject({ certificate: 'WAITING' });

    const { worker } = await done(
      graph,
      RECORD_PERIOD,
      periodInput(workerId, { servedFrom: '2020-07-01', servedTo: '2022-06-30' }),
    );
    const grounds = { workerId, periodId: worker.servicePeriods[0].periodId, reason: '日期有误' };
    expect(await read(graph, posting.id)).toMatchObject({
      certificate: 'RUNNING',
      certificateClock: { startedOn: '2025-06-01', deadline: '2027-06-01' },
    });
    await done(graph, CORRECT_PERIOD, { ...grounds, servedTo: '2021-12-31' });
    expect((await read(graph, posting.id)).certificateClock).toMatchObject({ startedOn: '2025-11-30' });
    await done(graph, STRIKE_PERIOD, grounds);

    expect(await read(graph, posting.id)).toMatchObject({ certificate: 'WAITING', certificateClock: null });
    expect((await told(graph, 'worker-fact-struck')).at(-1)?.data).toMatchObject({ fact: 'SERVICE_PERIOD' });
  });

  it.each([
    [
      'a period that ends before it begins',
      RECORD_PERIOD,
      periodInput,
      { servedTo: '2017-01-01' },
      'WORKER_DAYS_OUT_OF_ORDER',
    ],
    [
      'a period to come',
      RECORD_PERIOD,
      periodInput,
      { servedTo: '2027-01-01' },
      'WORKER_SERVICE_IMPLAUSIBLE',
    ],
    [
      'service by a child',
      RECORD_PERIOD,
      periodInput,
      { servedFrom: '2010-01-01' },
      'WORKER_SERVICE_IMPLAUSIBLE',
    ],
    [
      'a study that begins after it ends',
      RECORD_DEGREE,
      degreeInput,
      { studyStartedOn: '2026-02-01' },
      'WORKER_DAYS_OUT_OF_ORDER',
    ],
    [
      'a doctor of 18',
      RECORD_DEGREE,
      degreeInput,
      { level: 'DOCTOR', graduatedOn: '2016-06-30' },
      'WORKER_GRADUATION_IMPLAUSIBLE',
    ],
  ])('refuse %s', async (_what, operation, inputOf, changes, code) => {
    const workerId = await aWorkerThere(graph);

    expect(await codeOf(operation, inputOf(workerId, changes))).toBe(code);
  });

  it('are put right by who recorded them, and by who oversees them', async () => {
    const { workerId } = await aPastResident(graph);
    const { worker } = await done(graph, RECORD_DEGREE, degreeInput(workerId), manager);
    const grounds = { workerId, degreeId: worker.degrees[0].degreeId, reason: '演示' };

    expect(await codeOf(STRIKE_DEGREE, grounds, { ...manager, subject: 'another' })).toBe(
      'RECORDED_BY_OTHERS',
    );
    expect(await codeOf(CORRECT_DEGREE, { ...grounds, level: 'BACHELOR' })).toBe('CORRECTED_TO_THE_SAME');
    expect(await codeOf(STRIKE_DEGREE, grounds)).toBeUndefined();
  });
});
