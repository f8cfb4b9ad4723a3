import { importing, workOffImports } from '@qianshou/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aPastResident, aVerifiedCertificate, DECIDE_RENEWAL, END, read, REVIEW } from './operations.ts';
import { bureau, clock, done, manager, type PersonnelGraph, personnelGraph, told } from './under-test.ts';

let graph: PersonnelGraph;

beforeAll(async () => {
  graph = await personnelGraph();
});
afterAll(() => {
  clock.at = new Date('2026-11-20T02:00:00Z');
  return graph.stop();
});

const OVERDUE = { startedOn: '2023-02-01' };
const LIST = `query ($w: ID!) { renewalDecisions(where: { workerId: { eq: $w } }) {
  nodes { id status outcome deadline decideBy settledOn allowedActions posting { id } } } }`;
const listed = async (workerId: string, actor = bureau) =>
  (await graph.execute(LIST, { w: workerId }, actor)).data.renewalDecisions.nodes;
const codeOf = async (input: Record<string, unknown>, actor = bureau) =>
  (await graph.execute(DECIDE_RENEWAL.query, { input }, actor)).code;

async function anOverdueOne() {
  const posting = await aPastResident(graph, OVERDUE);
  await done(graph, REVIEW, { countyCode: '420581' });
  const [renewal] = await listed(posting.workerId);
  return { ...posting, renewalId: renewal.id as string };
}

describe('PER-10 decideRenewal', () => {
  it('is proposed when the clock has run out, and an exception gives another day that no policy takes back', async () => {
    const { id, workerId, renewalId } = await anOverdueOne();
    const exception = {
      renewalId,
      outcome: 'RENEWED_WITH_EXCEPTION',
      until: '2027-07-31',
      reason: '演示:山区人员紧缺',
    };

    expect(await listed(workerId)).toMatchObject([
      {
        status: 'PROPOSED',
        deadline: '2025-02-01',
        decideBy: '2026-12-20',
        allowedActions: ['DECIDE'],
        posting: { id },
      },
    ]);
    expect(await listed(workerId, manager)).toMatchObject([{ allowedActions: [] }]);
    expect(await codeOf(exception, manager)).toBe('FORBIDDEN');
    expect(await codeOf({ ...exception, until: '2026-11-20' })).toBe('RENEWAL_DAY_IMPLAUSIBLE');
    expect(await codeOf({ ...exception, until: '2028-11-21' })).toBe('RENEWAL_DAY_IMPLAUSIBLE');
    expect(await codeOf({ ...exception, reason: ' ' })).toBe('BAD_USER_INPUT');
    const { renewal, posting } = await done(graph, DECIDE_RENEWAL, exception);

    expect(renewal).toMatchObject({
      status: 'DECIDED',
      outcome: 'RENEWED_WITH_EXCEPTION',
      settledOn: '2026-11-20',
    });
    expect(posting).toMatchObject({
      overdueDecision: '演示:山区人员紧缺',
      certificateClock: { deadline: '2027-07-31' },
    });
    expect(await codeOf(exception)).toBe('RENEWAL_NOT_OPEN');
    await done(graph, REVIEW, { countyCode: '420581' });
    expect(await listed(workerId)).toHaveLength(1);
    const decided = (await told(graph, 'renewal-decided')).find(
      ({ data }) => data['renewalId'] === renewalId,
    );
    expect(decided?.data).toEqual({
      renewalId,
      postingId: id,
      workerId,
      countyCode: '420581',
      outcome: 'RENEWED_WITH_EXCEPTION',
      until: '2027-07-31',
    });
  });

  it('ends the post with the day that the bureau names, at once or later', async () => {
    const now = await anOverdueOne();
    const later = await anOverdueOne();
    const verdict = { outcome: 'NOT_RENEWED', reason: '演示' };
    const gone = await done(graph, DECIDE_RENEWAL, {
      ...verdict,
      renewalId: now.renewalId,
      until: '2026-11-20',
    });
    const going = await done(graph, DECIDE_RENEWAL, {
      ...verdict,
      renewalId: later.renewalId,
      until: '2026-12-31',
    });

    expect(gone.posting).toMatchObject({ status: 'LEFT', endReason: 'NOT_RENEWED' });
    expect(going.posting).toMatchObject({ status: 'CERT_OVERDUE', endsOn: '2026-12-31' });
  });

  it('lapses with the certificate, and with the post', async () => {
    const certified = await anOverdueOne();
    const ended = await anOverdueOne();
    await aVerifiedCertificate(graph, certified.workerId);
    await done(graph, END, { postingId: ended.id, endedOn: '2026-11-20', reason: '演示' });

    expect(await listed(certified.workerId)).toMatchObject([{ status: 'LAPSED', allowedActions: [] }]);
    expect(await listed(ended.workerId)).toMatchObject([{ status: 'LAPSED', settledOn: '2026-11-20' }]);
    expect(await read(graph, certified.id)).toMatchObject({ status: 'ON_DUTY' });
  });

  it('lapses with a post that a file ends', async () => {
    const { workerId, stationId } = await anOverdueOne();
    const stopImports = workOffImports(graph);
    const files = importing(graph, { of: 'Personnel', kind: 'POSTINGS', actor: bureau });
    const station = await graph.connection
      .collection<{ _id: string; townshipCode: string }>('station_replicas')
      .findOne({ _id: stationId });
    const rows = [
      '社工编号,岗位,任职单位代码,到岗日期,离岗日期,离岗原因,依据材料',
      `${workerId},驻站社工,${station?.townshipCode},${OVERDUE.startedOn},2026-11-19,离职,台账`,
    ];

    const { id, check } = await files.check(rows.join('\n'), { update: true });
    await files.apply(id);

    expect([check.changed, (await files.settled(id)).status]).toEqual([1, 'APPLIED']);
    expect(await listed(workerId)).toMatchObject([{ status: 'LAPSED' }]);
    await stopImports();
  });
});
