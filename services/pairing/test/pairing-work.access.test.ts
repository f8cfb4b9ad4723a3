import type { Role } from '@qianshou/kernel';
import { onlyFor, verdicts } from '@qianshou/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NINGXIA, XIJI } from './builders.ts';
import { active, bureau, key, openedGraph, type PairingGraph, scheme } from './under-test.ts';
import {
  activityInput,
  dispatchInput,
  evaluationInput,
  helperOf,
  mutationOf,
  office,
  worked,
} from './work-under-test.ts';

let graph: PairingGraph;
let pairingId: string;
let agencyId: string;

beforeAll(async () => {
  graph = await openedGraph();
  pairingId = await active(graph);
  const helper = await helperOf(graph, pairingId);
  agencyId = helper.grants[0]?.agencyId ?? '';
});
afterAll(() => graph.stop());

const ask = (operation: string, input: Record<string, unknown>, scope = {}) =>
  verdicts(graph, {
    query: mutationOf(operation),
    variables: { input: { ...input, idempotencyKey: key() } },
    scope: { region: NINGXIA, agencyId, ...scope },
  });
const WORKERS: readonly Role[] = ['PROVINCE_AUTHORITY', 'COUNTY_CIVIL_AFFAIRS', 'AGENCY_MANAGER'];

const target = {
  taskGroup: 'BUILD_STATION',
  indicator: '建成社工站',
  unit: '个',
  targetValue: 5,
  dueOn: '2026-12-31',
};

describe('who may record the work of a pairing', () => {
  it('the dispatching agency and the recipient side’s authorities', async () => {
    expect(await ask('logSupportActivity', activityInput(pairingId))).toEqual(onlyFor(...WORKERS));
    expect(await ask('startDispatch', dispatchInput(pairingId, 1))).toEqual(onlyFor(...WORKERS));
    expect(await ask('setPairingTarget', { pairingId, ...target })).toEqual(onlyFor(...WORKERS));
  });

  it('no agency and no authority of elsewhere', async () => {
    const elsewhere = { region: XIJI, agencyId: 'agy_01900000-0000-7000-8000-0000000000ee' };

    expect(await ask('logSupportActivity', activityInput(pairingId), elsewhere)).toEqual(onlyFor());
    expect(await ask('nameTrainees', { pairingId, workerIds: [] }, elsewhere)).toEqual(onlyFor());
  });

  it('endDispatch and recordTargetProgress: the same', async () => {
    const stay = await worked(graph, 'startDispatch', dispatchInput(pairingId, 2), bureau);
    const { id: targetId } = await worked(graph, 'setPairingTarget', { pairingId, ...target }, bureau);

    const departure = { dispatchId: stay.id, leftOn: '2026-04-01', workingDays: 9 };
    expect(await ask('endDispatch', departure)).toEqual(onlyFor(...WORKERS));
    expect(await ask('recordTargetProgress', { targetId, achievedValue: 1 })).toEqual(onlyFor(...WORKERS));
  });

  it('striking out: the same, and nobody of elsewhere', async () => {
    const record = { reason: '演示' };
    const elsewhere = { region: XIJI, agencyId: 'agy_01900000-0000-7000-8000-0000000000ee' };
    const { id: activityId } = await worked(graph, 'logSupportActivity', activityInput(pairingId), bureau);
    const { id: dispatchId } = await worked(graph, 'startDispatch', dispatchInput(pairingId, 3), bureau);
    const { id: targetId } = await worked(graph, 'setPairingTarget', { pairingId, ...target }, bureau);
    await worked(graph, 'recordTargetProgress', { targetId, achievedValue: 1 }, bureau);
    const strikes: readonly (readonly [string, Record<string, unknown>])[] = [
      ['strikeSupportActivity', { activityId, ...record }],
      ['strikeDispatch', { dispatchId, ...record }],
      ['strikeTargetProgress', { targetId, entryNo: 1, ...record }],
    ];

    for (const [operation, input] of strikes) {
      expect(await ask(operation, input, elsewhere)).toEqual(onlyFor());
      expect(await ask(operation, input)).toEqual(onlyFor(...WORKERS));
    }
  });

  it('nameTrainees and recordGrownAgency: the recipient side, not the agency that helps', async () => {
    const recipientSide = onlyFor('PROVINCE_AUTHORITY', 'COUNTY_CIVIL_AFFAIRS');

    expect(await ask('nameTrainees', { pairingId, workerIds: [] })).toEqual(recipientSide);
    expect(await ask('recordGrownAgency', { pairingId, agencyId })).toEqual(recipientSide);
  });
});

describe('who may report, accept and judge', () => {
  it('submitProgressReport: the dispatching agency alone; accepting and returning: the recipient side', async () => {
    expect(await ask('submitProgressReport', { pairingId, period: 1 })).toEqual(onlyFor('AGENCY_MANAGER'));
    const { data } = await graph.execute('{ progressReports { nodes { id } } }', {}, office);
    const reportId = data.progressReports.nodes[0].id;

    const recipientSide = onlyFor('PROVINCE_AUTHORITY', 'COUNTY_CIVIL_AFFAIRS');
    expect(await ask('returnProgressReport', { reportId, reason: '演示' })).toEqual(recipientSide);
    expect(await ask('acceptProgressReport', { reportId })).toEqual(recipientSide);
  });

  it('recordPairingEvaluation: evaluators, the province, the project office', async () => {
    expect(await ask('recordPairingEvaluation', evaluationInput(pairingId))).toEqual(
      onlyFor('PROJECT_OFFICE', 'PROVINCE_AUTHORITY', 'EVALUATOR'),
    );
  });

  it('completePairing: the recipient county and its province', async () => {
    expect(await ask('completePairing', { pairingId, on: '2026-06-30' })).toEqual(
      onlyFor('PROVINCE_AUTHORITY', 'COUNTY_CIVIL_AFFAIRS'),
    );
  });

  it('noteSupervision and closeSupervisionNote: the project office and the province', async () => {
    const supervisors = onlyFor('PROJECT_OFFICE', 'PROVINCE_AUTHORITY');
    const advice = { pairingId, advice: '演示', followUpOn: '2026-08-01' };
    const { id: noteId } = await worked(graph, 'noteSupervision', advice, office);

    expect(await ask('noteSupervision', advice)).toEqual(supervisors);
    expect(await ask('closeSupervisionNote', { noteId, outcome: '演示' })).toEqual(supervisors);
  });

  it('recordPublicityItem: the project office and the authorities of the region', async () => {
    const item = { kind: 'NEWS', title: '演示', link: 'https://example.org/1', publishedOn: '2026-05-04' };

    expect(await ask('recordPublicityItem', { ...item, pairingId })).toEqual(
      onlyFor('PROJECT_OFFICE', 'PROVINCE_AUTHORITY', 'COUNTY_CIVIL_AFFAIRS'),
    );
  });

  it('changeSchemeQuota and adoptSchemePolicy: the recipient province, the project office, an administrator', async () => {
    const schemeId = await scheme(graph);
    const keepers = onlyFor('ADMIN', 'PROJECT_OFFICE', 'PROVINCE_AUTHORITY');
    const policy = { reportMonths: 3, reportGraceDays: 30 };

    expect(await ask('changeSchemeQuota', { schemeId, quota: 4, documentNo: '演示' })).toEqual(keepers);
    expect(await ask('adoptSchemePolicy', { schemeId, policy })).toEqual(keepers);
  });
});

describe('who may read the work of pairings', () => {
  const reading = (query: string) => verdicts(graph, { query, scope: { region: NINGXIA, agencyId } });

  it.each([
    '{ supportActivities { nodes { id } } }',
    '{ dispatchAssignments { nodes { id } } }',
    '{ pairingTargets { nodes { id } } }',
    '{ pairingEvaluations { nodes { id } } }',
    '{ publicityItems { nodes { id } } }',
  ])('%s: everybody', async (query) => {
    expect(await reading(query)).toEqual(onlyFor('PUBLIC'));
  });

  it.each([
    '{ progressReports { nodes { id } } }',
    '{ supervisionNotes { nodes { id } } }',
    '{ pairingsToSupervise(reason: QUIET) { nodes { dueOn } } }',
  ])('%s: those whom it concerns', async (query) => {
    expect(await reading(query)).toEqual(
      onlyFor(
        'ADMIN',
        'PROJECT_OFFICE',
        'PROVINCE_AUTHORITY',
        'COUNTY_CIVIL_AFFAIRS',
        'FINANCE_AUDITOR',
        'ANALYST',
        'AGENCY_MANAGER',
      ),
    );
  });
});
