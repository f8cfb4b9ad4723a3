import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { OPERATOR, region, YIDU } from './builders.ts';
import {
  aResidentOnDuty,
  aTraineeThere,
  aWorkerThere,
  END,
  pastInput,
  PROPOSE,
  read,
  RECORD_PAST,
  REGISTER,
  residentInput,
  REVIEW,
  SIGN,
  workerInput,
} from './operations.ts';
import {
  aStation,
  bureau,
  clock,
  done,
  hearOfClosing,
  hearOfPassing,
  manager,
  neighbour,
  type PersonnelGraph,
  personnelGraph,
  told,
  township,
} from './under-test.ts';

let graph: PersonnelGraph;

beforeAll(async () => {
  graph = await personnelGraph();
});
afterAll(() => graph.stop());

const NOVEMBER = new Date('2026-11-20T02:00:00Z');
afterEach(() => {
  clock.at = NOVEMBER;
});

/** Posted since that day, reviewed, and gone. */
async function leftPost(startedOn: string, endedOn: string): Promise<string> {
  const workerId = await aWorkerThere(graph);
  const { posting } = await done(
    graph,
    RECORD_PAST,
    pastInput(workerId, await aStation(graph), { startedOn }),
  );
  await done(graph, REVIEW, { countyCode: YIDU });
  await done(graph, END, { postingId: posting.id, endedOn, reason: '演示:调动' });
  return workerId;
}

const CLOCK = { startedOn: '2025-01-20', deadline: '2027-01-20' };

describe('PER-9 the two-year clock is the person’s', () => {
  it('runs on at another station of the county', async () => {
    const workerId = await leftPost('2025-01-20', '2026-11-10');
    const again = pastInput(workerId, await aStation(graph), { startedOn: '2026-11-12' });

    const { posting } = await done(graph, RECORD_PAST, again);

    expect(posting).toMatchObject({ certificate: 'RUNNING', certificateClock: CLOCK });
  });

  it('begins anew after a gap longer than the rule allows', async () => {
    const workerId = await leftPost('2025-01-20', '2025-12-01');
    const again = pastInput(workerId, await aStation(graph), { startedOn: '2026-11-12' });

    const { posting } = await done(graph, RECORD_PAST, again);

    expect(posting).toMatchObject({ certificate: 'WAITING', certificateClock: null });
  });

  it('PER-10 asks for a recorded decision of the bureau where the deadline was missed', async () => {
    const workerId = await leftPost('2024-01-20', '2026-11-10');
    const input = residentInput(workerId, await aStation(graph));
    const decided = { ...input, overdueDecision: '演示:2026 年第 9 次局务会' };

    expect((await graph.execute(PROPOSE.query, { input }, bureau)).code).toBe(
      'POSTING_OVERDUE_NEEDS_DECISION',
    );
    expect((await graph.execute(PROPOSE.query, { input: decided }, manager)).code).toBe('FORBIDDEN');
    expect((await graph.execute(PROPOSE.query, { input: decided }, bureau)).code).toBeUndefined();
  });
});

describe('closing a station ends its postings and clocks', () => {
  it('by event, with what they counted as', async () => {
    const { id, stationId } = await aResidentOnDuty(graph);

    await hearOfClosing(graph, stationId);

    expect(await read(graph, id)).toMatchObject({ status: 'LEFT', endReason: 'WORKPLACE_CLOSED' });
    const ended = (await told(graph, 'posting-ended')).filter(({ data }) => data['postingId'] === id);
    expect(ended).toMatchObject([{ data: { wasOnDuty: true, standingBefore: 'UNCERTIFIED' } }]);
  });

  it('and what was proposed before is neither signed nor started', async () => {
    const stationId = await aStation(graph);
    const workerId = await aWorkerThere(graph);
    const { posting } = await done(graph, PROPOSE, residentInput(workerId, stationId));
    const trainee = await aTraineeThere(graph);

    await hearOfClosing(graph, stationId);
    await hearOfClosing(graph, trainee.stationId);
    await hearOfPassing(graph, trainee);

    expect((await graph.execute(SIGN.query, { input: { postingId: posting.id } }, township)).code).toBe(
      'POSTING_WORKPLACE_CLOSED',
    );
    expect(await read(graph, trainee.id)).toMatchObject({ status: 'LEFT', startedOn: null });
  });
});

describe('who signs, operates, heads or supervises a post sees its worker', () => {
  it('also one whom another county keeps, with the name masked', async () => {
    await graph.hear('qianshou.station.planned.v1', {
      stationId: 'sta_01900000-0000-7000-8000-000000000778' as never,
      townshipCode: region('420582100'),
      countyCode: region('420582'),
      tier: 'ORDINARY',
      operatorAgencyId: OPERATOR,
    });
    const foreign = workerInput({ countyCode: '420582', employerAgencyId: OPERATOR });
    const { worker } = await done(graph, REGISTER, foreign, neighbour);
    const input = residentInput(worker.id as string, await aStation(graph));
    const { posting } = await done(graph, PROPOSE, input, manager);
    const query = 'query ($id: ID!) { posting(id: $id) { worker { id name birthYear } } }';

    for (const actor of [bureau, township]) {
      const { data } = await graph.execute(query, { id: posting.id }, actor);
      expect(data.posting.worker).toEqual({ id: worker.id, name: '张*', birthYear: null });
    }
  });
});

describe('PER-7 a cancelled certificate of the pre-job training', () => {
  it('warns on the posting until the training is passed again', async () => {
    const post = await aResidentOnDuty(graph);
    await graph.hear('qianshou.training.certificate-cancelled.v1', {
      certificateId: 'tct_01900000-0000-7000-8000-000000000034' as never,
      enrolmentId: 'enr_01900000-0000-7000-8000-000000000033' as never,
      workerId: post.workerId as never,
      kind: 'PRE_JOB',
      regionCode: YIDU,
      certificateNo: 'QS-420581-2026-000001',
      postingId: post.id as never,
      hours: 16,
    });

    expect(await read(graph, post.id)).toMatchObject({ status: 'ON_DUTY', warnings: [{ rule: 'PER-7' }] });
    expect(await told(graph, 'posting-training-voided')).toMatchObject([
      { data: { postingId: post.id, operatorAgencyId: OPERATOR } },
    ]);
    await hearOfPassing(graph, post, { certificateNo: 'QS-420581-2026-000009' });
    expect(await read(graph, post.id)).toMatchObject({
      warnings: [],
      preJobTraining: { certificateNo: 'QS-420581-2026-000009' },
    });
  });
});
