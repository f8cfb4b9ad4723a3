import type { Probe, Probes } from '@qianshou/testing';
import { HONGHUATAO, OPERATOR, YIDU } from './builders.ts';
import { anAnnouncedNotice, aNotice, APPLY, noticeInput, CLOSE } from './recruitment-operations.ts';
import { aStation, done, type PersonnelGraph } from './under-test.ts';

interface Free {
  readonly workerId: string;
  readonly stationId: string;
}

const COUNTY = { COUNTY: YIDU };
const THREE = { ...COUNTY, TOWNSHIP: HONGHUATAO, OPERATOR };

/** Each is asked of a notice on which it is possible. */
export async function ofRecruitment(graph: PersonnelGraph, { workerId, stationId }: Free): Promise<Probes> {
  const open = await aNotice(graph);
  const applied = await aNotice(graph);
  await done(graph, APPLY, { noticeId: applied, workerId });
  const toClose = await aNotice(graph);
  await done(graph, APPLY, { noticeId: toClose, workerId });
  const closed = await aNotice(graph);
  await done(graph, APPLY, { noticeId: closed, workerId });
  await done(graph, CLOSE, { noticeId: closed });
  const because = { reason: '演示' };
  return {
    'Query.recruitmentNotice': { args: { id: open } },
    'Query.recruitmentNotices': {},
    'Mutation.openRecruitment': of(noticeInput(await aStation(graph)), THREE),
    'Mutation.correctRecruitment': of({ noticeId: open, conditions: '演示:更正', ...because }, THREE),
    'Mutation.recordRecruitmentApplicant': of({ noticeId: open, workerId }, THREE),
    'Mutation.correctRecruitmentApplicant': of({ noticeId: applied, workerId, score: 90, ...because }, THREE),
    'Mutation.withdrawRecruitmentApplicant': of({ noticeId: applied, workerId }, THREE),
    'Mutation.closeRecruitment': of({ noticeId: toClose }, THREE),
    'Mutation.announceRecruitment': of({ noticeId: closed, startsOn: '2026-12-20' }, COUNTY),
    'Mutation.signRecruitment': of({ noticeId: await anAnnouncedNotice(graph, workerId) }, THREE),
    'Mutation.cancelRecruitment': of({ noticeId: await aNotice(graph, stationId), ...because }, COUNTY),
  };
}

function of(input: Record<string, unknown>, at: Probe['at']): Probe {
  return { args: { input }, at: at ?? {} };
}
