import { grounds, publicText } from '@qianshou/kernel';
import { history } from '@qianshou/service-kit/audit';
import { atMost, optional, pageOf, toConnection } from '@qianshou/service-kit/graphql';
import type { RecruitmentFilter } from '../../application/recruitment/ports.ts';
import { recruitmentNoticeId, stationId, workerId } from '../../domain/ids.ts';
import { missingParties } from '../../domain/posting/signatures.ts';
import { recruitmentActions } from '../../domain/recruitment/actions.ts';
import { standingApplicants } from '../../domain/recruitment/applicants.ts';
import type { ApplicantTerms, NoticeTerms } from '../../domain/recruitment/recruitment-notice.ts';
import type {
  CorrectRecruitmentApplicantInput,
  CorrectRecruitmentInput,
  MutationResolvers,
  QueryResolvers,
  RecruitmentNoticeFilter,
  RecruitmentNoticeResolvers,
} from '../generated/resolvers.ts';
import { said } from '../named.ts';
import { applicantsShown } from './applicant.resolvers.ts';

export const recruitmentQueries = {
  recruitmentNotice: (_root, { id }, { loaders }) => loaders.recruitment.load(recruitmentNoticeId(id)),
  recruitmentNotices: async (_root, { where, orderBy, ...args }, { useCases }) => {
    const direction = orderBy?.[0]?.direction ?? 'DESC';
    return toConnection(await useCases.listRecruitments(toFilter(where ?? {}), direction, pageOf(args)));
  },
} satisfies Partial<QueryResolvers>;

function toFilter({ regionCode, stationId: station, status }: RecruitmentNoticeFilter): RecruitmentFilter {
  return {
    within: regionCode?.within ?? null,
    stationId: optional(station?.eq, stationId),
    status: status?.in ?? null,
  };
}

interface Target {
  readonly noticeId: string;
  readonly expectedVersion?: number | null | undefined;
}

function target(input: Target) {
  return { noticeId: recruitmentNoticeId(input.noticeId), expectedVersion: input.expectedVersion ?? null };
}

const applicant = (input: Target & { readonly workerId: string }) => ({
  ...target(input),
  workerId: workerId(input.workerId),
});

const conditionsOf = (raw: string) => publicText(raw, 'conditions', 2_000);
const exceptionOf = (raw: string) => publicText(raw, 'educationException', 500);

function correctedNotice({ postCount, closesOn, ...input }: CorrectRecruitmentInput): Partial<NoticeTerms> {
  return said<NoticeTerms>({ postCount, closesOn, conditions: optional(input.conditions, conditionsOf) });
}

function correctedApplicant({ score, ...input }: CorrectRecruitmentApplicantInput): Partial<ApplicantTerms> {
  return said<ApplicantTerms>({ score, educationException: optional(input.educationException, exceptionOf) });
}

export const recruitmentMutations = {
  openRecruitment: async (_root, { input }, { useCases, actor }) => {
    const { postCount, closesOn, openedOn = null } = input;
    const terms = { postCount, closesOn, openedOn, conditions: conditionsOf(input.conditions) };
    return {
      notice: await useCases.openRecruitment({ ...terms, stationId: stationId(input.stationId) }, actor),
    };
  },
  correctRecruitment: async (_root, { input }, { useCases, actor }) => {
    const asked = { ...target(input), ...grounds(input), corrected: correctedNotice(input) };
    return { notice: await useCases.correctRecruitment(asked, actor) };
  },
  recordRecruitmentApplicant: async (_root, { input }, { useCases, actor }) => {
    const { appliedOn = null, score = null } = input;
    const educationException = optional(input.educationException, exceptionOf);
    const asked = { ...applicant(input), appliedOn, score, educationException };
    return { notice: await useCases.recordRecruitmentApplicant(asked, actor) };
  },
  correctRecruitmentApplicant: async (_root, { input }, { useCases, actor }) => {
    const asked = { ...applicant(input), ...grounds(input), corrected: correctedApplicant(input) };
    return { notice: await useCases.correctRecruitmentApplicant(asked, actor) };
  },
  withdrawRecruitmentApplicant: async (_root, { input }, { useCases, actor }) => ({
    notice: await useCases.withdrawRecruitmentApplicant(applicant(input), actor),
  }),
  closeRecruitment: async (_root, { input }, { useCases, actor }) => ({
    notice: await useCases.closeRecruitment(target(input), actor),
  }),
  announceRecruitment: async (_root, { input }, { useCases, actor }) => {
    const announcement = {
      taken: optional(input.workerIds, (ids) => atMost(ids, 50, 'workerIds').map((id) => workerId(id))),
      rankingException: optional(input.rankingException, (raw) => publicText(raw, 'rankingException', 500)),
      startsOn: input.startsOn,
      overdueDecision: optional(input.overdueDecision, (raw) => publicText(raw, 'overdueDecision', 500)),
    };
    return { notice: await useCases.announceRecruitment({ ...target(input), ...announcement }, actor) };
  },
  signRecruitment: async (_root, { input }, { useCases, actor }) => ({
    notice: await useCases.signRecruitment(target(input), actor),
  }),
  cancelRecruitment: async (_root, { input }, { useCases, actor }) => {
    const reason = publicText(input.reason, 'reason', 500);
    return { notice: await useCases.cancelRecruitment({ ...target(input), reason }, actor) };
  },
} satisfies Partial<MutationResolvers>;

export const RecruitmentNotice: RecruitmentNoticeResolvers = {
  history,
  __resolveReference: ({ id }, { loaders }) => loaders.recruitment.load(recruitmentNoticeId(id)),
  station: (notice) => ({ id: notice.stationId }),
  county: ({ countyCode }) => ({ code: countyCode }),
  operatorAgency: ({ operatorAgencyId }) => (operatorAgencyId === null ? null : { id: operatorAgencyId }),
  signatures: ({ signatures }) => [...signatures],
  missingSignatures: (notice) => (notice.status === 'CANCELLED' ? [] : [...missingParties(notice)]),
  applicants: (notice, _args, context) => applicantsShown(notice, context),
  applicantCount: (notice) => standingApplicants(notice).length,
  corrections: ({ corrections }) => [...corrections],
  allowedActions: (notice, _args, { actor, useCases }) => [
    ...recruitmentActions(actor, notice, useCases.today()),
  ],
};
