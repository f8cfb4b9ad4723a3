import { aStation, bureau, done, type PersonnelGraph } from './under-test.ts';

const NOTICE = `notice {
  id status version conditions postCount announcedTo rankingException applicantCount erasedApplicants eraseFrom allowedActions
  missingSignatures corrections { reason postCount }
  applicants { worker { id } place rank taken score withdrawnOn reason { criterion rule zh } corrections { score } }
}`;

const operation = (name: string) => {
  const input = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input!`;
  return { name, query: `mutation ($input: ${input}) { ${name}(input: $input) { ${NOTICE} } }` };
};

export const OPEN = operation('openRecruitment');
export const CORRECT = operation('correctRecruitment');
export const APPLY = operation('recordRecruitmentApplicant');
export const CORRECT_APPLICANT = operation('correctRecruitmentApplicant');
export const WITHDRAW = operation('withdrawRecruitmentApplicant');
export const CLOSE = operation('closeRecruitment');
export const ANNOUNCE = operation('announceRecruitment');
export const SIGN_NOTICE = operation('signRecruitment');
export const CANCEL = operation('cancelRecruitment');

export const noticeInput = (stationId: string, changes: Record<string, unknown> = {}) => ({
  stationId,
  conditions: '演示:大专及以上,社会工作专业优先',
  openedOn: '2026-11-10',
  closesOn: '2026-11-20',
  ...changes,
});

export async function aNotice(graph: PersonnelGraph, station?: string): Promise<string> {
  const stationId = station ?? (await aStation(graph));
  return (await done(graph, OPEN, noticeInput(stationId), bureau)).notice.id as string;
}

export async function anAnnouncedNotice(graph: PersonnelGraph, workerId: string): Promise<string> {
  const noticeId = await aNotice(graph);
  await done(graph, APPLY, { noticeId, workerId });
  await done(graph, CLOSE, { noticeId });
  await done(graph, ANNOUNCE, { noticeId, startsOn: '2026-12-20' });
  return noticeId;
}
