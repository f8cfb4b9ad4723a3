import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OPERATOR } from './builders.ts';
import {
  aCertifiedWorker,
  aPastResident,
  aVerifiedCertificate,
  aWorkerThere,
  CERTIFY,
  certificateInput,
  CORRECT_QUALIFICATION,
  PROPOSE,
  read,
  REJECT,
  residentInput,
  REVOKE,
  STRIKE_QUALIFICATION,
  VERIFY,
} from './operations.ts';
import { aStation, bureau, done, manager, type PersonnelGraph, personnelGraph, told } from './under-test.ts';

let graph: PersonnelGraph;

beforeAll(async () => {
  graph = await personnelGraph();
});
afterAll(() => graph.stop());

const AREA_WITHOUT_LINE = { passLine: 'SEPARATE_LINE', validWithin: '420581' };

const recorded = async (workerId: string, changes = {}): Promise<string> =>
  (await done(graph, CERTIFY, certificateInput(workerId, changes), manager)).qualification.id;
const codeOf = async (operation: { readonly query: string }, input: unknown, actor = bureau) =>
  (await graph.execute(operation.query, { input }, actor)).code;

describe('PER-2 verifyQualification', () => {
  it('lets a certificate count for a deputy head, which it does not before', async () => {
    const workerId = await aWorkerThere(graph);
    const qualificationId = await recorded(workerId);
    const proposal = { ...residentInput(workerId, await aStation(graph)), role: 'DEPUTY_HEAD' };

    expect(await codeOf(PROPOSE, proposal, manager)).toBe('POSTING_DEPUTY_CERTIFICATE_UNVERIFIED');
    const { qualification } = await done(graph, VERIFY, { qualificationId });

    expect(qualification).toMatchObject({ status: 'VERIFIED', decidedOn: '2026-11-20', warnings: [] });
    expect(qualification.allowedActions).toEqual(['REVOKE', 'CORRECT', 'STRIKE']);
    expect(await codeOf(PROPOSE, proposal, manager)).toBeUndefined();
    expect(await codeOf(VERIFY, { qualificationId })).toBe('QUALIFICATION_NOT_RECORDED');
    expect(await codeOf(REJECT, { qualificationId, reason: '演示' })).toBe('QUALIFICATION_NOT_RECORDED');
  });

  it('is what the bureau finds in the list of those who wait, warned of until then', async () => {
    const workerId = await aWorkerThere(graph);
    await recorded(workerId);
    const query = /* GraphQL */ `
      query ($in: [QualificationStatus!]!) {
        socialWorkers(
          first: 100
          where: { qualificationStatus: { in: $in }, regionCode: { within: "420581" } }
        ) {
          nodes {
            id
            qualifications {
              warnings {
                rule
              }
            }
          }
        }
      }
    `;
    const found = async (status: string) => {
      const { data } = await graph.execute(query, { in: [status] }, bureau);
      return data.socialWorkers.nodes.find(({ id }: { readonly id: string }) => id === workerId);
    };

    expect(await found('VERIFIED')).toBeUndefined();
    expect(await found('RECORDED')).toEqual({
      id: workerId,
      qualifications: [{ warnings: [{ rule: 'PER-2' }] }],
    });
  });
});

describe('PER-8 a certificate that counts no more', () => {
  const certified = async () => {
    const { id: postingId, workerId } = await aPastResident(graph);
    const qualificationId = await recorded(workerId);
    expect(await read(graph, postingId)).toMatchObject({
      certificate: 'HELD',
      warnings: [{ rule: 'PER-8' }],
    });
    return { postingId, workerId, qualificationId };
  };
  const reopened = { certificate: 'RUNNING', certificateClock: { startedOn: '2025-01-20' } };

  it.each([
    ['rejected', REJECT, { status: 'REJECTED', decisionReason: '查无此证' }],
    ['struck out', STRIKE_QUALIFICATION, { struckOn: '2026-11-20', strikeReason: '查无此证' }],
  ])('when it is %s, opens the clock again', async (_how, operation, shown) => {
    const { postingId, qualificationId } = await certified();

    const { qualification } = await done(graph, operation, { qualificationId, reason: '查无此证' });

    expect(qualification).toMatchObject(shown);
    expect(await read(graph, postingId)).toMatchObject({ ...reopened, status: 'CERT_WARNING' });
    const facts = (await told(graph, 'certificate-requirement-reopened')).filter(
      ({ subject }) => subject === `posting/${postingId}`,
    );
    expect(facts).toMatchObject([{ data: { standingBefore: 'CERTIFIED' } }]);
  });

  it('when it is revoked, leaves what another certificate has met', async () => {
    const { postingId, workerId, qualificationId } = await certified();
    await done(graph, VERIFY, { qualificationId });
    const other = await aVerifiedCertificate(graph, workerId, { level: 'SOCIAL_WORKER' });

    await done(graph, REVOKE, { qualificationId, reason: '冒名取得' });
    expect((await read(graph, postingId)).certificate).toBe('HELD');
    await done(graph, REVOKE, { qualificationId: other, reason: '冒名取得' });

    expect(await read(graph, postingId)).toMatchObject(reopened);
    const lost = (await told(graph, 'qualification-revoked')).map(({ data }) => data);
    expect(lost.slice(-2)).toMatchObject([{ certified: true }, { certified: false }]);
  });

  it('PER-2 is warned of on the post of a deputy head', async () => {
    const workerId = await aWorkerThere(graph);
    const qualificationId = await aVerifiedCertificate(graph, workerId);
    const input = { ...residentInput(workerId, await aStation(graph)), role: 'DEPUTY_HEAD' };
    const { posting } = await done(graph, PROPOSE, input, manager);
    await graph.hear('qianshou.training.passed.v1', {
      enrolmentId: 'enr_01900000-0000-7000-8000-000000000033' as never,
      classId: 'cls_01900000-0000-7000-8000-000000000032' as never,
      workerId: workerId as never,
      postingId: posting.id,
      kind: 'PRE_JOB',
      regionCode: '420581' as never,
      hours: 16,
      certificateNo: 'QS-420581-2026-000009',
      passedOn: '2026-03-12' as never,
    });

    expect((await read(graph, posting.id)).warnings).toEqual([]);
    await done(graph, REVOKE, { qualificationId, reason: '冒名取得' });

    expect((await read(graph, posting.id)).warnings).toEqual([{ rule: 'PER-2' }]);
  });
});

describe('correctQualification', () => {
  it('keeps what it said, and lets the bureau verify it anew', async () => {
    const workerId = await aWorkerThere(graph);
    const qualificationId = await aVerifiedCertificate(graph, workerId, { certificateNo: 'PM-77' });
    const correction = { qualificationId, certificateNo: 'PM-78', reason: '抄录有误' };

    expect(await codeOf(CORRECT_QUALIFICATION, correction, manager)).toBe('DECIDED_BY_OTHERS');
    const { qualification } = await done(graph, CORRECT_QUALIFICATION, correction);

    expect(qualification).toMatchObject({
      status: 'RECORDED',
      certificateNo: 'PM-78',
      corrections: [{ certificateNo: 'PM-77', reason: '抄录有误' }],
    });
  });

  it.each([
    ['to what it says already', { level: 'ASSISTANT' }, 'CORRECTED_TO_THE_SAME'],
    ['to a day before the first exam', { obtainedOn: '2007-06-01' }, 'QUALIFICATION_DATE_IMPLAUSIBLE'],
    ['to a day to come', { obtainedOn: '2027-06-01' }, 'QUALIFICATION_DATE_IN_FUTURE'],
    ['to an area without a line of its own', AREA_WITHOUT_LINE, 'QUALIFICATION_AREA_HAS_NO_LINE'],
  ])('is refused %s', async (_what, corrected, code) => {
    const qualificationId = await recorded(await aWorkerThere(graph));

    expect(await codeOf(CORRECT_QUALIFICATION, { qualificationId, ...corrected, reason: '演示' })).toBe(code);
  });

  it('is refused to the number of another, in whatever case and width; what was struck out takes none', async () => {
    const [one, other] = [await aWorkerThere(graph), await aWorkerThere(graph)];
    const taken = await recorded(one, { certificateNo: 'PM-90' });
    const another = { ...manager, subject: 'another of the agency' };
    const correction = {
      qualificationId: await recorded(other),
      certificateNo: 'ｐｍ-９０',
      reason: '抄录有误',
    };

    expect(await codeOf(CORRECT_QUALIFICATION, correction, another)).toBe('RECORDED_BY_OTHERS');
    expect(await codeOf(CORRECT_QUALIFICATION, correction)).toBe('QUALIFICATION_NUMBER_TAKEN');
    await done(graph, STRIKE_QUALIFICATION, { qualificationId: taken, reason: '登记到他人名下' });

    expect(await codeOf(CORRECT_QUALIFICATION, correction)).toBeUndefined();
    expect(await codeOf(STRIKE_QUALIFICATION, { qualificationId: taken, reason: '演示' })).toBe(
      'STRUCK_ALREADY',
    );
    expect(
      await codeOf(CORRECT_QUALIFICATION, { qualificationId: taken, level: 'SENIOR', reason: '演示' }),
    ).toBe('STRUCK_ALREADY');
  });

  it('is seen of one that belongs to others as if it did not exist', async () => {
    const qualificationId = await recorded(await aCertifiedWorker(graph));
    const stranger = {
      subject: 'x',
      grants: [{ role: 'AGENCY_MANAGER' as const, agencyId: OPERATOR.replace(/.$/, '9') }],
    };

    expect(await codeOf(STRIKE_QUALIFICATION, { qualificationId, reason: '演示' }, stranger as never)).toBe(
      'QUALIFICATION_NOT_FOUND',
    );
  });
});
