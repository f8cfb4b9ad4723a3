import { ofAgency } from '@qianshou/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OPERATOR, OTHER_OPERATOR } from './builders.ts';
import {
  aWorkerThere,
  CONFIRM_TRANSFER,
  CORRECT_EMPLOYMENT,
  DECLINE_TRANSFER,
  employmentOf,
  END_EMPLOYMENT,
  OFFER_TRANSFER,
  RECORD_EMPLOYMENT,
  STRIKE_EMPLOYMENT,
} from './operations.ts';
import { bureau, done, manager, type PersonnelGraph, personnelGraph, told } from './under-test.ts';

let graph: PersonnelGraph;

beforeAll(async () => {
  graph = await personnelGraph();
});
afterAll(() => graph.stop());

const other = ofAgency(OTHER_OPERATOR);
const codeOf = async (operation: { readonly query: string }, input: unknown, actor = bureau) =>
  (await graph.execute(operation.query, { input }, actor)).code;

describe('employment', () => {
  it('goes over from one agency to the other once both have said so', async () => {
    const workerId = await aWorkerThere(graph);
    const since = {
      workerId,
      employmentId: employmentOf(workerId),
      employedFrom: '2026-01-10',
      reason: '演示',
    };
    await done(graph, CORRECT_EMPLOYMENT, since);
    const offer = { workerId, toAgencyId: OTHER_OPERATOR, on: '2026-11-01' };

    expect(await codeOf(CONFIRM_TRANSFER, { workerId }, other)).toBe('WORKER_NOT_FOUND');
    expect(await codeOf(OFFER_TRANSFER, { ...offer, toAgencyId: OPERATOR }, manager)).toBe(
      'TRANSFER_TO_THE_SAME',
    );
    expect(await codeOf(OFFER_TRANSFER, { ...offer, on: '2026-01-10' }, manager)).toBe(
      'EMPLOYMENT_DAYS_IMPLAUSIBLE',
    );
    await done(graph, OFFER_TRANSFER, offer, manager);
    expect(await codeOf(CONFIRM_TRANSFER, { workerId }, manager)).toBe('FORBIDDEN');
    const declined = await done(graph, DECLINE_TRANSFER, { workerId }, other);
    expect(declined).toEqual({ workerId });
    await done(graph, OFFER_TRANSFER, offer, manager);
    const { worker } = await done(graph, CONFIRM_TRANSFER, { workerId }, other);

    expect(worker).toMatchObject({
      employer: { id: OTHER_OPERATOR },
      transferOffer: null,
      employments: [
        { agency: { id: OPERATOR }, employedFrom: '2026-01-10', employedTo: '2026-10-31' },
        { agency: { id: OTHER_OPERATOR }, employedFrom: '2026-11-01', employedTo: null },
      ],
    });
    const changes = (await told(graph, 'worker-employer-changed')).filter(
      ({ data }) => data['workerId'] === workerId,
    );
    expect(changes).toMatchObject([{ data: { employerAgencyId: OTHER_OPERATOR, employerBefore: OPERATOR } }]);
    expect(
      await codeOf(
        END_EMPLOYMENT,
        { workerId, employmentId: since.employmentId, employedTo: '2026-10-31' },
        manager,
      ),
    ).toBe('WORKER_NOT_FOUND');
  });

  it('is one at a time, ends, and is struck out', async () => {
    const workerId = await aWorkerThere(graph);
    const entry = { workerId, employmentId: employmentOf(workerId) };
    const another = { workerId, agencyId: OTHER_OPERATOR, employedFrom: '2026-11-20' };

    expect(await codeOf(RECORD_EMPLOYMENT, { ...another, agencyId: OPERATOR })).toBe(
      'EMPLOYMENT_OPEN_ALREADY',
    );
    expect(await codeOf(END_EMPLOYMENT, { ...entry, employedTo: '2026-11-19' })).toBe(
      'EMPLOYMENT_DAYS_IMPLAUSIBLE',
    );
    const { worker } = await done(graph, END_EMPLOYMENT, { ...entry, employedTo: '2026-11-20' });
    expect(worker.employer).toBeNull();
    expect(await codeOf(END_EMPLOYMENT, { ...entry, employedTo: '2026-11-20' })).toBe(
      'EMPLOYMENT_ENDED_ALREADY',
    );
    expect(await codeOf(RECORD_EMPLOYMENT, { ...another, agencyId: OPERATOR })).toBe('EMPLOYMENT_OVERLAPS');
    const past = { ...another, employedFrom: '2020-01-01', employedTo: '2021-12-31', kind: 'PART_TIME' };
    await done(graph, RECORD_EMPLOYMENT, past);
    expect(
      await codeOf(RECORD_EMPLOYMENT, { ...past, employedFrom: '2021-12-31', employedTo: '2022-01-31' }),
    ).toBe('EMPLOYMENT_OVERLAPS');
    const struck = await done(graph, STRIKE_EMPLOYMENT, { ...entry, reason: '演示' });
    expect(struck.worker.employments).toMatchObject([{ struckOn: '2026-11-20' }, { kind: 'PART_TIME' }]);
  });
});
