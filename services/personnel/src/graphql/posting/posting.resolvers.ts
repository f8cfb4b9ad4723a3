import { history } from '@qianshou/service-kit/audit';
import { badInput, line, maskedNumber, publicText, regionCodeOf } from '@qianshou/kernel';
import { type Connection, optional, pageOf, toConnection } from '@qianshou/service-kit/graphql';
import type { PostingFilter } from '../../application/posting/ports.ts';
import type { WorkplaceKey } from '../../application/posting/recruitment-facts.ts';
import { allowedActions } from '../../domain/posting/allowed-actions.ts';
import { centreId, postingId, stationId, workerId } from '../../domain/ids.ts';
import { seesPersonalData } from '../../domain/worker/policy.ts';
import { visiblePosting } from '../../domain/posting/policy.ts';
import type { Posting as PostingState } from '../../domain/posting/posting.ts';
import { missingSignatures } from '../../domain/posting/signatures.ts';
import { lastUsefulExam } from '../../domain/worker/exam-calendar.ts';
import { postingWarnings } from '../../domain/posting/warnings.ts';
import { lifeOfPosting } from '../duty/duty.resolvers.ts';
import { postingTarget } from '../named.ts';
import type { Context } from '../context.ts';
import type {
  CertificateClockResolvers,
  MutationResolvers,
  PostingFilter as PostingWhere,
  PostingResolvers,
  QueryPostingsArgs,
  RecordPastPostingInput,
  QueryResolvers,
} from '../generated/resolvers.ts';

export const postingQueries = {
  posting: async (_root, { id }, { loaders, actor }) =>
    visiblePosting(actor, await loaders.posting.load(postingId(id))),
  postings: (_root, args, context) => postingsOf(args, context),
} satisfies Partial<QueryResolvers>;

/** The list at the root, and that of a worker. */
export async function postingsOf(
  { where, ...args }: Partial<QueryPostingsArgs>,
  { useCases, actor }: Context,
): Promise<Connection<PostingState>> {
  return toConnection(await useCases.listPostings(toFilter(where ?? {}), pageOf(args, 'DESC'), actor));
}

function toFilter({ regionCode, status, workerId: worker, struck }: PostingWhere): PostingFilter {
  return {
    within: regionCode?.within ?? null,
    status: status?.in ?? null,
    workerId: optional(worker?.eq, workerId),
    struck: struck ?? false,
  };
}

interface NamedPlace {
  readonly stationId?: string | null | undefined;
  readonly centreId?: string | null | undefined;
}

/** A post is at a station or at a guidance centre: exactly one of the two is named. */
function workplace(input: NamedPlace): WorkplaceKey {
  const station = optional(input.stationId, stationId);
  const centre = optional(input.centreId, centreId);
  if (station !== null && centre === null) return { stationId: station };
  if (station === null && centre !== null) return { centreId: centre };
  throw badInput({
    field: 'stationId',
    reason: {
      en: 'name a station or a guidance centre, one of the two',
      zh: '请在社工站与指导中心中指明其一',
    },
  });
}

const exception = (raw: string) => publicText(raw, 'educationException', 500);

const decision = (raw: string) => publicText(raw, 'overdueDecision', 500);

/** Both are said of a posting that is over, or neither. */
function ended(input: Pick<RecordPastPostingInput, 'endReason' | 'endedOn'>) {
  const { endedOn = null } = input;
  const reason = optional(input.endReason, (raw) => publicText(raw, 'endReason', 500));
  if (endedOn !== null && reason !== null) return { endedOn, reason };
  if (endedOn === null && reason === null) return null;
  throw badInput({
    field: endedOn === null ? 'endedOn' : 'endReason',
    reason: { en: 'name the last day and the reason, or neither', zh: '离岗日期与原因须同时填写或均不填写' },
  });
}

export const postingMutations = {
  proposePosting: async (_root, { input }, { useCases, actor }) => ({
    posting: await useCases.proposePosting(
      {
        workerId: workerId(input.workerId),
        role: input.role,
        workplace: workplace(input),
        startsOn: input.startsOn,
        educationException: optional(input.educationException, exception),
        overdueDecision: optional(input.overdueDecision, decision),
        actingUntil: input.actingUntil ?? null,
        substituteFor: optional(input.substituteForPostingId, postingId),
      },
      actor,
    ),
  }),
  signPosting: async (_root, { input }, { useCases, actor }) => ({
    posting: await useCases.signPosting(postingTarget(input), actor),
  }),
  startPosting: async (_root, { input }, { useCases, actor }) => ({
    posting: await useCases.startPosting({ ...postingTarget(input), startedOn: input.startedOn }, actor),
  }),
  recordPastPosting: async (_root, { input }, { useCases, actor }) => ({
    posting: await useCases.recordPastPosting(
      {
        workerId: workerId(input.workerId),
        role: input.role,
        workplace: workplace(input),
        startedOn: input.startedOn,
        preJobCertificateNo: optional(input.preJobCertificateNo, (raw) =>
          line(raw, 'preJobCertificateNo', 50),
        ),
        educationException: optional(input.educationException, exception),
        overdueDecision: optional(input.overdueDecision, decision),
        source: publicText(input.source, 'source', 300),
        ended: ended(input),
      },
      actor,
    ),
  }),
  endPosting: async (_root, { input }, { useCases, actor }) => {
    const ending = { endedOn: input.endedOn, reason: publicText(input.reason, 'reason', 500) };
    return { posting: await useCases.endPosting({ ...postingTarget(input), ...ending }, actor) };
  },
  reviewCertificateDeadlines: (_root, { input }, { useCases, actor }) =>
    useCases.reviewCertificateDeadlines(regionCodeOf('COUNTY', input.countyCode, 'countyCode'), actor),
} satisfies Partial<MutationResolvers>;

export const Posting: PostingResolvers = {
  history,
  ...lifeOfPosting,
  __resolveReference: async ({ id }, { loaders, actor }) =>
    visiblePosting(actor, await loaders.posting.load(postingId(id))),
  // Whoever reads the post, its bureau, township, operator and centre, sees who holds it; the name stays masked for strangers.
  worker: (posting, _args, { loaders }) => loaders.worker.load(posting.workerId),
  station: (posting) => (posting.stationId === null ? null : { id: posting.stationId }),
  centre: (posting) => (posting.centreId === null ? null : { id: posting.centreId }),
  county: ({ countyCode }) => ({ code: countyCode }),
  operatorAgency: ({ operatorAgencyId }) => (operatorAgencyId === null ? null : { id: operatorAgencyId }),
  preJobTraining: ({ preJobTraining: passed, workerId: id, ...posting }, _args, { actor }) => {
    const holder = { id, countyCode: posting.countyCode, employerAgencyId: posting.operatorAgencyId };
    if (passed === null || seesPersonalData(actor, holder)) return passed;
    return { ...passed, certificateNo: maskedNumber(passed.certificateNo) };
  },
  signatures: ({ signatures }) => [...signatures],
  missingSignatures: (posting) => [...missingSignatures(posting)],
  overdueDecision: ({ overdueDecision }) => overdueDecision ?? null,
  certificateClock: ({ clock }) => clock,
  warnings: async (posting, _args, { loaders }) => [
    ...postingWarnings(posting, await loaders.worker.load(posting.workerId)),
  ],
  allowedActions: (posting, _args, { actor, useCases }) => [
    ...allowedActions(posting, actor, useCases.today()),
  ],
};

export const CertificateClock: CertificateClockResolvers = {
  lastUsefulExam: ({ deadline }) => lastUsefulExam(deadline),
};
