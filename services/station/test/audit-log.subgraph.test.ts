import { type Actor, PUBLIC_ACTOR } from '@qianshou/kernel';
import { anActor, inRegion, ofAgency, sealed } from '@qianshou/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OPERATOR_ID } from './builders.ts';
import { bureau, operating, type StationGraph, stationGraph } from './under-test.ts';

let graph: StationGraph;
let stationId: string;
beforeAll(async () => {
  graph = await stationGraph();
  stationId = await operating(graph);
});
afterAll(() => graph.stop());

const admin = anActor('ADMIN');
const auditor = inRegion('FINANCE_AUDITOR', '420500');
const foreignAuditor = inRegion('FINANCE_AUDITOR', '110000');
const foreignBureau = inRegion('COUNTY_CIVIL_AFFAIRS', '420582');

const suspend = (actor: Actor, input = '') =>
  graph.execute(
    `mutation { suspendStation(input: { stationId: "${stationId}", reason: "演示:漏水" ${input} }) { station { id } } }`,
    {},
    actor,
  );

const ENTRY = `outcome operation actor { role regionCode subject } objectId versionBefore versionAfter events
  changes { field before after } reason code body proof { index treeSize }`;

async function historyFor(actor: Actor) {
  const { data, errors } = await graph.execute(
    `{ station(id: "${stationId}") { history(first: 1) { nodes { ${ENTRY} } } } }`,
    {},
    actor,
  );
  expect(errors).toEqual([]);
  return data.station.history.nodes[0];
}

async function logFor(actor: Actor, where: string) {
  return graph.execute(
    `{ stationAuditLog(where: { ${where} }) { nodes { ${ENTRY} } totalCount } }`,
    {},
    actor,
  );
}

describe('the history of a station', () => {
  it('says to everybody what was done by which office, and to whoever oversees the place also why and what changed', async () => {
    await suspend(bureau);

    expect(await historyFor(PUBLIC_ACTOR)).toMatchObject({
      outcome: 'DONE',
      operation: 'suspendStation',
      actor: { role: 'COUNTY_CIVIL_AFFAIRS', regionCode: '420581', subject: null },
      objectId: stationId,
      events: ['qianshou.station.suspended.v1'],
      changes: null,
      reason: null,
      body: null,
    });
    expect(await historyFor(ofAgency(OPERATOR_ID))).toMatchObject({
      changes: null,
      reason: null,
      body: null,
    });
    expect(await historyFor(bureau)).toMatchObject({
      actor: { subject: bureau.subject },
      reason: '演示:漏水',
      changes: expect.arrayContaining([{ field: 'status', before: 'OPERATING', after: 'SUSPENDED' }]),
      body: null,
    });
    expect(await historyFor(auditor)).toMatchObject({
      actor: { subject: bureau.subject },
      body: expect.stringContaining('"operation":"suspendStation"'),
    });
    expect(await historyFor(foreignAuditor)).toMatchObject({
      actor: { subject: null },
      body: null,
      changes: null,
    });
  });

  it('is proved by the head that is told to everybody', async () => {
    await sealed(graph, 'station');
    const { data } = await graph.execute('{ stationAuditHead { service size root keyId signature } }');

    expect(data.stationAuditHead).toMatchObject({ service: 'station', keyId: 'station-test' });
    const { proof } = await historyFor(PUBLIC_ACTOR);
    expect(proof.treeSize).toBe(data.stationAuditHead.size);
    expect(proof.index).toBeLessThan(proof.treeSize);
  });
});

describe('the audit log of the station service', () => {
  it('keeps who was refused, once a request, for the auditors of where that person may act', async () => {
    const refused = await suspend(foreignBureau);
    expect(refused.code).toBe('FORBIDDEN');

    const { data } = await logFor(admin, 'outcome: REFUSED');
    expect(data.stationAuditLog.nodes).toEqual([
      expect.objectContaining({
        operation: 'suspendStation',
        code: 'FORBIDDEN',
        objectId: stationId,
        actor: { role: 'COUNTY_CIVIL_AFFAIRS', regionCode: '420582', subject: foreignBureau.subject },
      }),
    ]);
    const seen = await logFor(inRegion('FINANCE_AUDITOR', '420582'), 'outcome: REFUSED');
    expect(seen.data.stationAuditLog.totalCount).toBe(1);
    const unseen = await logFor(inRegion('FINANCE_AUDITOR', '420581'), 'outcome: REFUSED');
    expect(unseen.data.stationAuditLog.totalCount).toBe(0);
  });

  it('keeps what a rule refused, and nothing of what was badly written', async () => {
    expect((await suspend(bureau, 'expectedVersion: 999')).code).toBe('VERSION_CONFLICT');
    expect((await suspend(bureau, 'expectedVersion: "x"')).code).not.toBe('VERSION_CONFLICT');

    const refused = await logFor(admin, 'operation: "suspendStation", outcome: REFUSED');
    expect(refused.data.stationAuditLog.nodes.map(({ code }: { code: string }) => code)).toEqual([
      'VERSION_CONFLICT',
      'FORBIDDEN',
    ]);
  });

  it('tells a command that is sent again as one that changed nothing', async () => {
    const resume = `mutation { resumeStation(input: { stationId: "${stationId}", idempotencyKey: "again" }) { station { id } } }`;
    for (const _time of [1, 2]) expect((await graph.execute(resume, {}, bureau)).errors).toEqual([]);

    const { data } = await logFor(admin, `operation: "resumeStation", objectId: "${stationId}"`);
    expect(data.stationAuditLog.nodes.map(({ outcome }: { outcome: string }) => outcome)).toEqual([
      'UNCHANGED',
      'DONE',
    ]);
  });

  it('is asked only within the grant', async () => {
    const { code } = await logFor(auditor, 'regionCode: "110000"');
    expect(code).toBe('FORBIDDEN');
    const there = await logFor(auditor, 'regionCode: "420581", operation: "suspendStation", outcome: DONE');
    expect(there.data.stationAuditLog.totalCount).toBe(1);
    const elsewhere = await logFor(foreignAuditor, '');
    expect(elsewhere.data.stationAuditLog.totalCount).toBe(0);
  });

  it('names the role by which a question was asked that is refused', async () => {
    await logFor(auditor, 'regionCode: "120000"');

    const { data } = await logFor(admin, 'operation: "stationAuditLog", outcome: REFUSED');
    expect(data.stationAuditLog.nodes[0].actor).toMatchObject({
      role: 'FINANCE_AUDITOR',
      regionCode: '420500',
    });
  });

  it('names the platform for what no person did', async () => {
    const { data } = await logFor(admin, 'operation: "qianshou.pairing.agency-registered.v1"');
    expect(
      data.stationAuditLog.nodes.every((each: { actor: { role: unknown } }) => each.actor.role === null),
    ).toBe(true);
  });
});
