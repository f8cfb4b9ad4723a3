import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CENTRE, uuid } from './builders.ts';
import {
  aCertifiedWorker,
  aPastResident,
  aResidentOnDuty,
  aTraineeThere,
  aWorkerThere,
  END,
  PROPOSE,
  pastInput,
  read,
  RECORD_PAST,
  residentInput,
  START,
} from './operations.ts';
import {
  aStation,
  bureau,
  done,
  factsOf,
  hearOfPassing,
  manager,
  neighbour,
  type PersonnelGraph,
  personnelGraph,
  told,
} from './under-test.ts';

let graph: PersonnelGraph;

beforeAll(async () => {
  graph = await personnelGraph();
});
afterAll(() => graph.stop());

const startedAt = async (postingId: string) =>
  (await told(graph, 'posting-started')).filter(({ data }) => data['postingId'] === postingId);

describe('PER-7 training.passed', () => {
  it('brings the resident on duty by itself, once, whatever is delivered again', async () => {
    const trainee = await aTraineeThere(graph);

    await hearOfPassing(graph, trainee);
    await hearOfPassing(graph, trainee);

    expect(await read(graph, trainee.id)).toMatchObject({
      status: 'ON_DUTY',
      startedOn: '2026-03-12',
      certificate: 'WAITING',
      preJobTraining: { certificateNo: 'QS-420581-2026-000001', passedOn: '2026-03-12' },
    });
    expect(await startedAt(trainee.id)).toMatchObject([
      { sequence: '6', data: { role: 'RESIDENT', stationId: trainee.stationId, standing: 'UNCERTIFIED' } },
    ]);
  });

  it('starts nothing for a training of another kind, and nothing for someone who left meanwhile', async () => {
    const trainee = await aTraineeThere(graph);
    await hearOfPassing(graph, trainee, { kind: 'THEMATIC' });
    expect((await read(graph, trainee.id)).status).toBe('IN_PRE_JOB_TRAINING');

    await done(graph, END, { postingId: trainee.id, endedOn: '2026-03-02', reason: '演示' });
    await hearOfPassing(graph, trainee);

    expect((await read(graph, trainee.id)).status).toBe('LEFT');
    expect(await startedAt(trainee.id)).toEqual([]);
  });

  it('does not let somebody else’s certificate start a posting', async () => {
    const trainee = await aTraineeThere(graph);
    const other = { ...trainee, workerId: await aWorkerThere(graph) };

    await expect(hearOfPassing(graph, other)).rejects.toThrow();
    await expect(hearOfPassing(graph, { ...trainee, id: `pst_${uuid(9999)}` })).rejects.toMatchObject({
      code: 'NOT_KNOWN_HERE_YET',
    });
  });

  it('asks nothing more of a certified resident', async () => {
    const resident = await aResidentOnDuty(graph, await aCertifiedWorker(graph));

    expect((await read(graph, resident.id)).certificate).toBe('HELD');
  });
});

describe('startPosting', () => {
  const start = (postingId: string, startedOn = '2026-11-20', actor = bureau) =>
    graph.execute(START.query, { input: { postingId, startedOn } }, actor);

  it('brings a head on duty', async () => {
    const official = { employerAgencyId: null, directsOfficeOf: '420581100' };
    const input = residentInput(await aWorkerThere(graph, official), await aStation(graph));
    const { posting } = await done(graph, PROPOSE, { ...input, role: 'STATION_HEAD' });

    expect((await start(posting.id)).data.startPosting.posting).toMatchObject({
      status: 'ON_DUTY',
      certificate: 'NOT_REQUIRED',
    });
    expect(await startedAt(posting.id)).toMatchObject([{ data: { standing: 'NOT_REQUIRED' } }]);
    expect((await start(posting.id)).code).toBe('POSTING_NOT_PROPOSED');
  });

  it('brings a centre worker on duty, and not on a day to come', async () => {
    const input = { workerId: await aWorkerThere(graph), centreId: CENTRE, role: 'CENTRE_WORKER' };
    const { posting } = await done(graph, PROPOSE, { ...input, startsOn: '2026-03-01' }, manager);

    expect((await start(posting.id, '2026-11-21')).code).toBe('POSTING_DATE_IN_FUTURE');
    expect((await start(posting.id, '2026-03-01', manager)).code).toBeUndefined();
  });

  it('PER-7 refuses a resident before the training', async () => {
    const trainee = await aTraineeThere(graph);

    expect((await start(trainee.id)).code).toBe('POSTING_LACKS_PRE_JOB_TRAINING');
    expect((await start(trainee.id, '2026-11-20', neighbour)).code).toBe('POSTING_NOT_FOUND');
  });
});

describe('recordPastPosting', () => {
  it('enters a posting of 22 months ago, with its three facts in order', async () => {
    const { id } = await aPastResident(graph);

    expect(await read(graph, id)).toMatchObject({
      status: 'ON_DUTY',
      origin: 'HISTORY',
      startedOn: '2025-01-20',
    });
    const events = await factsOf(graph, `posting/${id}`);
    expect(events.map(({ type, sequence }) => [sequence, type.split('.')[2]])).toEqual([
      ['1', 'posting-drafted'],
      ['2', 'posting-proposed'],
      ['3', 'posting-started'],
    ]);
    expect(events[1]?.data).toMatchObject({ needsPreJobTraining: false });
  });

  it.each([
    [
      'without the training certificate (PER-7)',
      { preJobCertificateNo: null },
      'POSTING_HISTORY_LACKS_TRAINING',
    ],
    ['of a day to come', { startedOn: '2026-11-21' }, 'POSTING_DATE_IN_FUTURE'],
    ['without a source', { source: ' ' }, 'BAD_USER_INPUT'],
  ])('is refused %s', async (_what, changes, code) => {
    const input = pastInput(await aWorkerThere(graph), await aStation(graph), changes);

    expect((await graph.execute(RECORD_PAST.query, { input }, bureau)).code).toBe(code);
  });

  it('PER-3 is refused where the seat is taken', async () => {
    const { stationId } = await aPastResident(graph);
    const input = pastInput(await aWorkerThere(graph), stationId);

    expect((await graph.execute(RECORD_PAST.query, { input }, bureau)).code).toBe(
      'POSTING_RESIDENT_SEATS_TAKEN',
    );
  });
});

describe('endPosting', () => {
  const end = (postingId: string, changes: Record<string, unknown> = {}, actor = bureau) =>
    graph.execute(
      END.query,
      { input: { postingId, endedOn: '2026-11-20', reason: '演示:家庭原因', ...changes } },
      actor,
    );

  it('publishes how the post counted, and keeps the reason here', async () => {
    const resident = await aResidentOnDuty(graph);

    expect((await end(resident.id)).data.endPosting.posting).toMatchObject({
      status: 'LEFT',
      endReason: '演示:家庭原因',
      allowedActions: ['DRAW_UP_HAND_OVER', 'CORRECT', 'STRIKE'],
    });
    const event = (await told(graph, 'posting-ended')).find(({ data }) => data['postingId'] === resident.id);
    expect(event?.data).toMatchObject({ wasOnDuty: true, standingBefore: 'UNCERTIFIED' });
    expect(JSON.stringify(event)).not.toContain('家庭原因');
  });

  it('refuses a day before the first, a day to come, a stale version, and a second end', async () => {
    const resident = await aResidentOnDuty(graph);

    expect((await end(resident.id, { endedOn: '2026-03-11' })).code).toBe('POSTING_ENDS_BEFORE_START');
    expect((await end(resident.id, { endedOn: '2026-11-21' })).code).toBe('POSTING_DATE_IN_FUTURE');
    expect((await end(resident.id, { expectedVersion: 1 })).code).toBe('VERSION_CONFLICT');
    expect((await end(resident.id, {}, neighbour)).code).toBe('POSTING_NOT_FOUND');
    expect((await end(resident.id, {}, manager)).code).toBeUndefined();
    expect((await end(resident.id)).code).toBe('POSTING_ALREADY_LEFT');
  });
});
