import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { aCertifiedWorker, aWorkerThere } from './operations.ts';
import {
  ANNOUNCE,
  aNotice,
  APPLY,
  CANCEL,
  CLOSE,
  CORRECT,
  CORRECT_APPLICANT,
  noticeInput,
  OPEN,
  SIGN_NOTICE,
  WITHDRAW,
} from './recruitment-operations.ts';
import {
  aStation,
  bureau,
  clock,
  done,
  manager,
  neighbour,
  type PersonnelGraph,
  personnelGraph,
  province,
  told,
  township,
} from './under-test.ts';

let graph: PersonnelGraph;

beforeAll(async () => {
  graph = await personnelGraph();
});
afterAll(() => graph.stop());

const TODAY = clock.at;
afterEach(() => {
  clock.at = TODAY;
});

const onDay = (day: string) => {
  clock.at = new Date(`${day}T02:00:00Z`);
};
const codeOf = async (operation: { readonly query: string }, input: object, actor = bureau) =>
  (await graph.execute(operation.query, { input }, actor)).code;
const OTHER_MAJOR = { level: 'BACHELOR', major: 'OTHER', fullTime: true, graduatedOn: '2020-06-30' };

describe('PER-4, PER-5, PER-6 a recruitment in the open', () => {
  it('ranks, freezes, announces, is signed by three, proposes who is taken, and forgets the others', async () => {
    const stationId = await aStation(graph);
    const certified = await aCertifiedWorker(graph);
    const local = await aWorkerThere(graph);
    const stranger = await aWorkerThere(graph, { localResident: false, education: OTHER_MAJOR });
    const noticeId = await aNotice(graph, stationId);
    await done(graph, APPLY, { noticeId, workerId: stranger, educationException: '演示:急需' }, township);
    await done(graph, APPLY, { noticeId, workerId: local, score: 50 }, manager);
    const { notice: live } = await done(graph, APPLY, { noticeId, workerId: certified });

    expect(live.applicants).toMatchObject([
      { worker: { id: certified }, place: 1, rank: 'CERTIFIED_LOCAL', reason: { rule: 'PER-5' } },
      { worker: { id: local }, place: 2, rank: 'LOCAL' },
      { worker: { id: stranger }, place: 3, rank: 'OTHER' },
    ]);
    expect(await codeOf(APPLY, { noticeId, workerId: local })).toBe('RECRUITMENT_APPLIED_ALREADY');
    expect(await codeOf(SIGN_NOTICE, { noticeId })).toBe('RECRUITMENT_NOT_ANNOUNCED');

    const right = { noticeId, workerId: local, score: 80, reason: '演示:录入有误' };
    const { notice: corrected } = await done(graph, CORRECT_APPLICANT, right);
    expect(corrected.applicants[1]).toMatchObject({ score: 80, corrections: [{ score: 50 }] });
    const { notice: closed } = await done(graph, CLOSE, { noticeId }, manager);
    expect(closed).toMatchObject({ status: 'CLOSED', allowedActions: ['WITHDRAW_APPLICANT'] });
    expect(await codeOf(CORRECT_APPLICANT, { ...right, score: 90 })).toBe('RECRUITMENT_NOT_OPEN');

    const announced = { noticeId, startsOn: '2026-12-20' };
    expect(await codeOf(ANNOUNCE, { ...announced, workerIds: [local] })).toBe(
      'RECRUITMENT_RANKING_NEEDS_REASON',
    );
    await done(graph, ANNOUNCE, announced);
    expect(await codeOf(SIGN_NOTICE, { noticeId })).toBe('RECRUITMENT_STILL_ANNOUNCED');
    // Who comes first withdraws: the ranking stands, and it is announced anew.
    const { notice: again } = await done(graph, WITHDRAW, { noticeId, workerId: certified });
    expect(again).toMatchObject({ status: 'CLOSED', announcedTo: null });
    await done(graph, ANNOUNCE, announced);

    onDay('2026-11-26');
    await done(graph, SIGN_NOTICE, { noticeId });
    const twice = { ...township, subject: bureau.subject };
    expect(await codeOf(SIGN_NOTICE, { noticeId }, twice)).toBe('POSTING_SIGNED_BY_SAME_SUBJECT');
    await done(graph, SIGN_NOTICE, { noticeId }, township);
    const { notice: concluded } = await done(graph, SIGN_NOTICE, { noticeId }, manager);
    expect(concluded).toMatchObject({ status: 'CONCLUDED', eraseFrom: '2026-12-26', missingSignatures: [] });
    const { data } = await graph.execute(
      `{ postings(where: { workerId: { eq: "${local}" } }) { nodes { status startsOn signatures { party } } } }`,
      {},
      bureau,
    );
    expect(data.postings.nodes).toMatchObject([{ status: 'IN_PRE_JOB_TRAINING', startsOn: '2026-12-20' }]);
    expect(data.postings.nodes[0].signatures).toHaveLength(3);

    expect(await graph.useCases.eraseApplicants()).toEqual({ notices: 0 });
    onDay('2026-12-26');
    expect(await graph.useCases.eraseApplicants()).toEqual({ notices: 1 });
    expect(await graph.useCases.eraseApplicants()).toEqual({ notices: 0 });
    const after = await graph.execute(
      `{ recruitmentNotice(id: "${noticeId}") { erasedApplicants applicants { worker { id } taken } } }`,
      {},
      bureau,
    );
    expect(after.data.recruitmentNotice).toEqual({
      erasedApplicants: 2,
      applicants: [{ worker: { id: local }, taken: true }],
    });
    expect(JSON.stringify(await told(graph, 'recruitment-concluded'))).not.toContain('wkr_');
  });

  it('is public, but for who applied', async () => {
    const noticeId = await aNotice(graph);
    await done(graph, APPLY, { noticeId, workerId: await aWorkerThere(graph) });
    const query = `{ recruitmentNotice(id: "${noticeId}") { conditions applicantCount applicants { score } } }`;

    for (const stranger of [province, neighbour, { subject: null, grants: [] }]) {
      const { data } = await graph.execute(query, {}, stranger);
      expect(data.recruitmentNotice).toMatchObject({ applicantCount: 1, applicants: null });
    }
    expect((await graph.execute(query, {}, manager)).data.recruitmentNotice.applicants).toHaveLength(1);
  });

  it.each([
    ['PER-3 of more posts than the county has seats', { postCount: 2 }, 'RECRUITMENT_MORE_THAN_SEATS'],
    ['that ends before it begins', { closesOn: '2026-11-09' }, 'RECRUITMENT_DAYS_OUT_OF_ORDER'],
    ['from a day to come', { openedOn: '2026-11-21', closesOn: '2026-11-25' }, 'POSTING_DATE_IN_FUTURE'],
    ['whose words point at a person', { conditions: '\u202E' }, 'BAD_USER_INPUT'],
  ])('refuses a notice %s', async (_what, changes, code) => {
    expect(await codeOf(OPEN, noticeInput(await aStation(graph), changes))).toBe(code);
  });

  it('PER-6 takes nobody outside the preferred education without a reason; nobody is ranked in an empty one', async () => {
    const noticeId = await aNotice(graph);
    const workerId = await aWorkerThere(graph, { education: OTHER_MAJOR });
    expect(await codeOf(CLOSE, { noticeId })).toBe('RECRUITMENT_LACKS_APPLICANTS');
    await done(graph, APPLY, { noticeId, workerId });
    const because = { conditions: '演示:须为本科', reason: '演示:漏写' };
    expect((await done(graph, CORRECT, { noticeId, ...because })).notice.corrections).toHaveLength(1);
    expect(await codeOf(CORRECT, { noticeId, ...because })).toBe('CORRECTED_TO_THE_SAME');
    await done(graph, CLOSE, { noticeId });

    expect(await codeOf(ANNOUNCE, { noticeId, startsOn: '2026-12-20' })).toBe(
      'POSTING_EDUCATION_NEEDS_REASON',
    );
    expect((await done(graph, CANCEL, { noticeId, reason: '演示:无合适人选' })).notice.status).toBe(
      'CANCELLED',
    );
    expect(await codeOf(CANCEL, { noticeId, reason: '演示' })).toBe('RECRUITMENT_OVER');
  });
});
