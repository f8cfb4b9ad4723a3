import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  aVerifiedCertificate,
  aWorkerThere,
  CORRECT_REGISTRATION,
  RECORD_REGISTRATION,
  STRIKE_REGISTRATION,
} from './operations.ts';
import {
  bureau,
  clock,
  done,
  manager,
  type PersonnelGraph,
  personnelGraph,
  province,
  told,
} from './under-test.ts';
import { region, uuid } from './builders.ts';
import type { Id } from '@qianshou/kernel';

let graph: PersonnelGraph;

beforeAll(async () => {
  graph = await personnelGraph();
});
afterAll(() => graph.stop());

const hear = (workerId: string, hours: number) =>
  graph.hear('qianshou.training.hours-credited.v1', {
    workerId: workerId as Id<'wkr'>,
    year: 2024,
    hours,
    days: [{ on: '2024-03-12' as never, hours }],
    regionCode: region('420581'),
  });
const read = async (id: string, actor = bureau) => {
  const query =
    'query ($id: ID!) { socialWorker(id: $id) { registrationStanding { status dueOn ceHoursMissing qualification { id } } registrations { kind status ceHoursDone } } }';
  return (await graph.execute(query, { id }, actor)).data.socialWorker;
};
const codeOf = async (operation: { readonly query: string }, input: unknown, actor = bureau) =>
  (await graph.execute(operation.query, { input }, actor)).code;

describe('registration and continuing education', () => {
  it('walk from the certificate by hours, taken back and given again, to the next three years', async () => {
    const workerId = await aWorkerThere(graph);
    const qualificationId = await aVerifiedCertificate(graph, workerId, { obtainedOn: '2023-08-01' });
    const register = { workerId, qualificationId };
    expect(await read(workerId)).toEqual({
      registrationStanding: {
        status: 'CE_SHORT',
        dueOn: '2024-08-01',
        ceHoursMissing: null,
        qualification: { id: qualificationId },
      },
      registrations: [],
    });

    await done(graph, RECORD_REGISTRATION, { ...register, registeredOn: '2023-09-01' });
    await hear(workerId, 80);
    expect((await read(workerId)).registrations).toEqual([
      { kind: 'FIRST', status: 'CE_SHORT', ceHoursDone: 80 },
    ]);
    await hear(workerId, 64);
    const next = { ...register, registeredOn: '2026-07-01' };
    expect(await codeOf(RECORD_REGISTRATION, next)).toBe('REGISTRATION_HOURS_SHORT');
    const elsewhere = { ...next, hoursElsewhere: 8, proof: '演示:他处培训证明' };
    const { worker } = await done(graph, RECORD_REGISTRATION, elsewhere);

    expect(worker.registrationStanding).toEqual({
      status: 'CURRENT',
      dueOn: '2029-08-31',
      ceHoursRequired: 72,
      ceHoursDone: 0,
      ceHoursMissing: 72,
      renewableFrom: '2029-06-01',
    });
    expect(worker.registrations).toMatchObject([
      { kind: 'FIRST', status: 'RENEWED', ceHoursDone: 72, allowedActions: ['CORRECT', 'STRIKE'] },
      { kind: 'RENEWAL', status: 'CURRENT', validFrom: '2026-09-01' },
    ]);
    expect((await told(graph, 'worker-fact-recorded')).at(-1)?.data).toMatchObject({ fact: 'REGISTRATION' });
  });

  it('run as clocks of the person: listed with all others, warned of once, and told to whom it concerns', async () => {
    const workerId = await aWorkerThere(graph);
    const qualificationId = await aVerifiedCertificate(graph, workerId, { obtainedOn: '2025-12-20' });
    const deadlines = async (where: string) => {
      const query = `{ deadlines(where: { workerId: { eq: "${workerId}" }, ${where} }) { nodes { kind standing dueOn daysLeft hoursMissing status posting { id } lastUsefulExam { examYear } } }
        socialWorker(id: "${workerId}") { deadlines { nodes { kind } } } }`;
      return (await graph.execute(query, {}, manager)).data;
    };
    const of = async (name: string) =>
      (await told(graph, name)).filter(({ data }) => data['workerId'] === workerId).map(({ data }) => data);
    const first = { kind: 'FIRST_REGISTRATION', dueOn: '2026-12-20', daysLeft: 30, hoursMissing: null };
    expect((await deadlines('regionCode: { within: "420000" }')).deadlines.nodes).toEqual([
      { ...first, standing: 'NEAR', status: null, posting: null, lastUsefulExam: null },
    ]);
    expect(await of('clock-near')).toMatchObject([{ threshold: 30, daysLeft: 30 }]);
    expect((await deadlines('kind: { in: [CERTIFICATE] }')).deadlines.nodes).toEqual([]);
    expect((await deadlines('status: { in: [CERT_WARNING] }')).deadlines.nodes).toEqual([]);

    clock.at = new Date('2026-12-21T02:00:00Z');
    await graph.useCases.sweepPersonClocks();
    expect(await graph.useCases.sweepPersonClocks()).toBe(0);
    clock.at = new Date('2026-11-20T02:00:00Z');
    expect(await of('registration-standing-changed')).toMatchObject([
      { standing: 'DUE' },
      { standing: 'CE_SHORT' },
    ]);
    await done(graph, RECORD_REGISTRATION, { workerId, qualificationId, registeredOn: '2026-01-10' });

    const { deadlines: listed, socialWorker } = await deadlines('standing: { in: [RUNNING] }');
    expect(listed.nodes).toMatchObject([
      { kind: 'CE_HOURS', dueOn: '2029-01-09', hoursMissing: 72 },
      { kind: 'REGISTRATION', dueOn: '2029-01-09', hoursMissing: 72 },
    ]);
    expect(socialWorker.deadlines.nodes).toHaveLength(2);
    expect(await of('clock-met')).toMatchObject([{ kind: 'FIRST_REGISTRATION' }]);
    clock.at = new Date('2028-10-12T02:00:00Z');
    await graph.useCases.sweepPersonClocks();
    clock.at = new Date('2026-11-20T02:00:00Z');
    expect(await of('registration-expiring')).toMatchObject([
      { qualificationId, validUntil: '2029-01-09', hoursMissing: 72, daysLeft: 89 },
    ]);
  });

  it('are put right by the bureau that registered, then by the province, and never by the employer', async () => {
    const workerId = await aWorkerThere(graph);
    const qualificationId = await aVerifiedCertificate(graph, workerId);
    const input = { workerId, qualificationId, registeredOn: '2026-02-01' };
    expect(await codeOf(RECORD_REGISTRATION, input, manager)).toBe('FORBIDDEN');
    const { worker } = await done(graph, RECORD_REGISTRATION, input);
    const [{ registrationId }] = worker.registrations;
    const entry = { workerId, registrationId, reason: '演示' };

    expect(await codeOf(STRIKE_REGISTRATION, entry, { ...bureau, subject: 'another' })).toBe(
      'RECORDED_BY_OTHERS',
    );
    const right = await done(graph, CORRECT_REGISTRATION, { ...entry, registeredOn: '2026-03-01' }, province);
    expect(right.worker.registrations).toMatchObject([
      { validFrom: '2026-03-01', corrections: [{ registeredOn: '2026-02-01', reason: '演示' }] },
    ]);
    const struck = await done(graph, STRIKE_REGISTRATION, entry);
    expect(struck.worker.registrations).toMatchObject([
      { status: 'STRUCK', struckOn: '2026-11-20', allowedActions: [] },
    ]);
    expect(await codeOf(STRIKE_REGISTRATION, entry)).toBe('STRUCK_ALREADY');
    const unknown = { ...entry, registrationId: `rgn_${uuid(1)}` };
    expect(await codeOf(STRIKE_REGISTRATION, unknown)).toBe('REGISTRATION_NOT_FOUND');
  });
});
