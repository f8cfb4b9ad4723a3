import { inRegion } from '@qianshou/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  aPastResident,
  aWorkerThere,
  CORRECT_WORKER,
  read,
  REGISTER,
  REVIEW,
  workerInput,
} from './operations.ts';
import {
  anIdNumber,
  bureau,
  clock,
  done,
  factsOf,
  manager,
  neighbour,
  type PersonnelGraph,
  personnelGraph,
  province,
  themself,
} from './under-test.ts';

let graph: PersonnelGraph;

beforeAll(async () => {
  graph = await personnelGraph();
});
afterAll(() => {
  clock.at = new Date('2026-11-20T02:00:00Z');
  return graph.stop();
});

const correct = (input: Record<string, unknown>, actor = bureau) =>
  graph.execute(CORRECT_WORKER.query, { input: { reason: '演示', ...input } }, actor);

describe('correctSocialWorker', () => {
  it('keeps the person through another name and number, shows what was said before, and tells no name', async () => {
    const workerId = await aWorkerThere(graph, { idNumber: anIdNumber(31), phone: '13900001234' });
    const named = await correct({ workerId, name: '张四', idNumber: anIdNumber(32) }, bureau);
    const same = await correct({ workerId, name: '张四', idNumber: anIdNumber(32), phone: '13900001234' });
    const gone = await correct({ workerId, phone: null });

    expect(named.errors).toEqual([]);
    expect(named.data.correctSocialWorker.worker).toMatchObject({
      id: workerId,
      name: '张四',
      allowedActions: ['CORRECT', 'REVEAL'],
      corrections: [{ on: '2026-11-20', fields: ['NAME', 'ID_NUMBER'], name: '张三', birthYear: null }],
    });
    expect(same.code).toBe('CORRECTED_TO_THE_SAME');
    expect(gone.data.correctSocialWorker.worker.phone).toBeNull();
    const [, corrected] = await factsOf(graph, `worker/${workerId}`);
    expect(corrected).toMatchObject({
      type: 'qianshou.personnel.worker-fact-corrected.v1',
      data: { workerId, countyCode: '420581', fact: 'PERSON', localResident: true },
    });
    const found = await graph.execute(
      'query ($n: String!) { socialWorkerByIdNumber(idNumber: $n) { id } }',
      { n: anIdNumber(32) },
      bureau,
    );
    expect(found.data.socialWorkerByIdNumber).toEqual({ id: workerId });
  });

  it('moves the clock of the two years with the education', async () => {
    const { id, workerId } = await aPastResident(graph);
    await done(graph, REVIEW, { countyCode: '420581' });
    const school = { level: 'HIGH_SCHOOL', major: 'OTHER', fullTime: true, graduatedOn: '2016-06-30' };
    await done(graph, CORRECT_WORKER, { workerId, education: school, reason: '演示' });

    expect(await read(graph, id)).toMatchObject({ certificateClock: { startedOn: '2025-01-20' } });
    await done(graph, CORRECT_WORKER, { workerId, socialWorkSince: '2025-01-20', reason: '演示' });
    expect(await read(graph, id)).toMatchObject({ status: 'ON_DUTY', certificateClock: null });
  });

  it('refuses a life that cannot be, a number of another year, and a number that is taken', async () => {
    const workerId = await aWorkerThere(graph, { idNumber: anIdNumber(33) });
    await aWorkerThere(graph, { idNumber: anIdNumber(34) });

    expect((await correct({ workerId, birthYear: 2015 })).code).toBe('WORKER_GRADUATION_IMPLAUSIBLE');
    expect((await correct({ workerId, birthYear: 1997 })).code).toBe('WORKER_BIRTH_YEAR_MISMATCH');
    expect((await correct({ workerId, idNumber: anIdNumber(34) })).code).toBe('WORKER_ID_NUMBER_TAKEN');
    expect((await correct({ workerId, reason: ' ' })).code).toBe('BAD_USER_INPUT');
    expect((await correct({ workerId, name: '张\u202E三' })).code).toBe('BAD_USER_INPUT');
    expect((await correct({ workerId, name: '张五', expectedVersion: 9 })).code).toBe('VERSION_CONFLICT');
  });

  it('gives nobody to a county that is not theirs; the province puts right which of its counties keeps them', async () => {
    const workerId = await aWorkerThere(graph, { employerAgencyId: null });
    const moved = { workerId, countyCode: '420582' };

    expect((await correct(moved, bureau)).code).toBe('FORBIDDEN');
    expect((await correct(moved, neighbour)).code).toBe('WORKER_NOT_FOUND');
    const posted = await aPastResident(graph);
    expect((await correct({ ...moved, workerId: posted.workerId }, province)).code).toBe(
      'WORKER_STILL_POSTED',
    );
    const { worker } = await done(graph, CORRECT_WORKER, { ...moved, reason: '演示' }, province);

    expect(worker).toMatchObject({
      county: { code: '420582' },
      corrections: [{ county: { code: '420581' } }],
    });
    const facts = await factsOf(graph, `worker/${workerId}`);
    expect(facts.at(-1)).toMatchObject({
      type: 'qianshou.personnel.worker-county-changed.v1',
      data: { countyCode: '420582', countyBefore: '420581', employerAgencyId: null },
    });
  });

  it('is open to the recorder for seven days, and to who oversees them afterwards', async () => {
    const workerId = (await done(graph, REGISTER, workerInput(), manager)).worker.id as string;
    expect((await correct({ workerId, name: '王一' }, themself(workerId))).code).toBe('FORBIDDEN');
    expect((await correct({ workerId, name: '王二' }, manager)).code).toBeUndefined();

    clock.at = new Date('2026-11-28T02:00:00Z');
    expect((await correct({ workerId, name: '王三' }, manager)).code).toBe('RECORDED_BY_OTHERS');
    expect((await correct({ workerId, name: '王三' }, inRegion('FINANCE_AUDITOR', '420581'))).code).toBe(
      'FORBIDDEN',
    );
    expect((await correct({ workerId, name: '王三' }, bureau)).code).toBeUndefined();
  });
});
