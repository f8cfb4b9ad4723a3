import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OPERATOR, uuid } from './builders.ts';
import { aWorkerThere, REGISTER, workerInput } from './operations.ts';
import {
  anIdNumber,
  bureau,
  done,
  hearOfAgency,
  manager,
  outcomes,
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

const register = (changes: Record<string, unknown>, actor = bureau) =>
  graph.execute(REGISTER.query, { input: workerInput(changes) }, actor);

describe('registerSocialWorker', () => {
  it('answers masked numbers, and publishes ids and codes alone', async () => {
    const personal = { phone: '13900001234', idNumber: anIdNumber(1) };

    const { worker } = await done(graph, REGISTER, workerInput(personal), manager);

    expect(worker).toMatchObject({ name: '张三', birthYear: 1998, phone: '*'.repeat(11), version: 1 });
    expect(worker.idNumber).toBe('*'.repeat(18));
    const [event] = await told(graph, 'worker-registered');
    expect(event).toMatchObject({ subject: `worker/${worker.id}`, sequence: '1', regioncode: '420581' });
    expect(event?.data).toEqual({ workerId: worker.id, countyCode: '420581', employerAgencyId: OPERATOR });
  });

  it('PER-16 stores nothing of it readable', async () => {
    const idNumber = anIdNumber(2);
    const id = await aWorkerThere(graph, { name: '李四', phone: '13900005678', idNumber });

    const stored = await graph.connection.collection('workers').findOne({ _id: id as never });

    const text = JSON.stringify(stored, (_key, value: unknown) =>
      typeof value === 'bigint' ? String(value) : value,
    );
    expect(text).not.toMatch(new RegExp(`李四|13900005678|${idNumber}`));
    expect(stored?.['idNumber']).toMatch(/^v1\.k1\.[\w-]+\.[\w-]+\.[\w-]+$/);
    expect(stored?.['idNumberIndex']).toMatch(/^i1\.[\w-]{43}$/);
  });

  it('refuses an ID number that is registered, without repeating it', async () => {
    const idNumber = anIdNumber(3);
    await aWorkerThere(graph, { idNumber });

    const { code, errors } = await register({ idNumber });

    expect(code).toBe('WORKER_ID_NUMBER_TAKEN');
    expect(JSON.stringify(errors)).not.toContain(idNumber);
  });

  it('refuses one of two at the same moment', async () => {
    const idNumber = anIdNumber(4);

    const answers = await Promise.all([register({ idNumber }), register({ idNumber })]);

    expect(outcomes(answers)).toEqual(['DONE', 'WORKER_ID_NUMBER_TAKEN']);
  });

  it('lets the township office register the official who directs it', async () => {
    const official = { employerAgencyId: null, directsOfficeOf: '420581100' };

    const { worker } = await done(graph, REGISTER, workerInput(official), township);

    expect(worker.directsOfficeOf).toEqual({ code: '420581100' });
  });

  it('refuses an employer that is suspended', async () => {
    const agencyId = `agy_${uuid(71)}` as typeof OPERATOR;
    await hearOfAgency(graph, { agencyId });
    await graph.hear('qianshou.pairing.agency-status-changed.v1', {
      agencyId,
      status: 'SUSPENDED',
      reason: '演示',
    });

    expect((await register({ employerAgencyId: agencyId })).code).toBe('WORKER_EMPLOYER_NOT_ACTIVE');
  });

  it.each([
    ['a wrong check digit', { idNumber: '420581199801010019' }, 'BAD_USER_INPUT'],
    [
      'another year than the ID number',
      { idNumber: anIdNumber(5, '19990101') },
      'WORKER_BIRTH_YEAR_MISMATCH',
    ],
    ['a landline', { phone: '0717-4822222' }, 'BAD_USER_INPUT'],
    ['an empty name', { name: '  ' }, 'BAD_USER_INPUT'],
    ['a NUL in the name', { name: '张\u0000' }, 'BAD_USER_INPUT'],
    ['an endless name', { name: '张'.repeat(10_000) }, 'BAD_USER_INPUT'],
    ['an operator in place of a string', { name: { $ne: '' } }, 'BAD_USER_INPUT'],
    ['a birth in another age', { birthYear: 1066 }, 'BAD_USER_INPUT'],
    ['negative months', { priorSocialWorkMonths: -1 }, 'BAD_USER_INPUT'],
    ['a day that does not exist', { socialWorkSince: '2026-02-30' }, 'BAD_USER_INPUT'],
    ['a province in place of a county', { countyCode: '420000' }, 'BAD_USER_INPUT'],
    ['an office elsewhere', { directsOfficeOf: '640522100' }, 'WORKER_OFFICE_ELSEWHERE'],
    ['an agency id of the wrong kind', { employerAgencyId: `sta_${uuid(1)}` }, 'BAD_USER_INPUT'],
    ['an agency not heard of yet', { employerAgencyId: `agy_${uuid(72)}` }, 'NOT_KNOWN_HERE_YET'],
  ])('refuses %s, and publishes nothing', async (_what, changes, code) => {
    const before = (await graph.outbox()).length;

    const answer = await register(changes);

    expect(answer.code).toBe(code);
    expect(await graph.outbox()).toHaveLength(before);
  });
});
