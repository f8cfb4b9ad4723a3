import { history } from '@qianshou/service-kit/audit';
import { badInput, publicText, regionCodeOf } from '@qianshou/kernel';
import { type Connection, ofParent, optional, pageOf, toConnection } from '@qianshou/service-kit/graphql';
import type { WorkerFilter } from '../../application/worker/ports.ts';
import { agencyId, workerId } from '../../domain/ids.ts';
import { birthYear, idNumber, personName, phone } from '../../domain/worker/personal-data.ts';
import { seesPersonalData, visibleWorker } from '../../domain/worker/policy.ts';
import { serviceMonths } from '../../domain/worker/service-months.ts';
import { openOffer } from '../../domain/worker/employment.ts';
import type { SocialWorker as WorkerState } from '../../domain/worker/social-worker.ts';
import type { Context } from '../context.ts';
import type {
  MutationResolvers,
  QueryResolvers,
  QuerySocialWorkersArgs,
  SocialWorkerFilter,
  SocialWorkerResolvers,
} from '../generated/resolvers.ts';
import { deadlinesOf } from '../posting/deadline.resolvers.ts';
import { postingsOf } from '../posting/posting.resolvers.ts';
import { employmentsShown } from './employment.resolvers.ts';
import { examAttemptsOf, examProgressOf } from './exam-attempt.resolvers.ts';
import { registrationsOf, standingOf } from './registration.resolvers.ts';
import { correctedWorker } from './correct-social-worker.resolvers.ts';
import { shownQualification } from './qualification.resolvers.ts';

export const socialWorkerQueries = {
  socialWorker: async (_root, { id }, { loaders, actor }) =>
    visibleWorker(actor, await loaders.worker.load(workerId(id))),
  socialWorkerByIdNumber: (_root, args, { useCases, actor }) =>
    useCases.findWorkerByIdNumber(idNumber(args.idNumber), actor),
  socialWorkers: (_root, args, context) => workersOf(args, context),
} satisfies Partial<QueryResolvers>;

/** The list at the root, and that of an agency. */
export async function workersOf(
  { where, ...args }: Partial<QuerySocialWorkersArgs>,
  { useCases, actor }: Context,
): Promise<Connection<WorkerState>> {
  return toConnection(await useCases.listSocialWorkers(toFilter(where ?? {}), pageOf(args), actor));
}

function toFilter({ regionCode, employerAgencyId, qualificationStatus }: SocialWorkerFilter): WorkerFilter {
  return {
    within: regionCode?.within ?? null,
    employerAgencyId: optional(employerAgencyId?.eq, agencyId),
    certificates: qualificationStatus?.in ?? null,
  };
}

export const socialWorkerMutations = {
  registerSocialWorker: async (_root, { input }, { useCases, actor }) => ({
    worker: await useCases.registerSocialWorker(
      {
        countyCode: regionCodeOf('COUNTY', input.countyCode, 'countyCode'),
        employerAgencyId: optional(input.employerAgencyId, agencyId),
        directsOfficeOf: optional(input.directsOfficeOf, (raw) =>
          regionCodeOf('TOWNSHIP_UNIT', raw, 'directsOfficeOf'),
        ),
        name: personName(input.name),
        phone: optional(input.phone, (raw) => phone(raw)),
        idNumber: optional(input.idNumber, (raw) => idNumber(raw)),
        birthYear: birthYear(input.birthYear),
        localResident: input.localResident,
        education: input.education,
        socialWorkSince: input.socialWorkSince ?? null,
        priorSocialWorkMonths: serviceMonths(input.priorSocialWorkMonths, 'priorSocialWorkMonths'),
      },
      actor,
    ),
  }),
  revealPersonalField: (_root, { input }, { useCases, actor }) =>
    useCases.revealPersonalField(
      {
        workerId: workerId(input.workerId),
        field: input.field,
        purposeKind: input.purposeKind,
        purpose: publicText(input.purpose, 'purpose', 300),
      },
      actor,
    ),
} satisfies Partial<MutationResolvers>;

export const SocialWorker: SocialWorkerResolvers = {
  history,
  ...correctedWorker,
  __resolveReference: async ({ id }, { loaders, actor }) =>
    visibleWorker(actor, await loaders.worker.load(workerId(id))),
  county: ({ countyCode }) => ({ code: countyCode }),
  employer: ({ employerAgencyId }) => (employerAgencyId === null ? null : { id: employerAgencyId }),
  directsOfficeOf: ({ directsOfficeOf }) => (directsOfficeOf === null ? null : { code: directsOfficeOf }),
  name: (worker, _args, { useCases, actor }) => useCases.showPersonalField(worker, 'NAME', actor) ?? '',
  phone: (worker, _args, { useCases, actor }) => useCases.showPersonalField(worker, 'PHONE', actor),
  idNumber: (worker, _args, { useCases, actor }) => useCases.showPersonalField(worker, 'ID_NUMBER', actor),
  birthYear: (worker, _args, { actor }) => (seesPersonalData(actor, worker) ? worker.birthYear : null),
  qualifications: (worker, _args, { actor }) =>
    worker.qualifications.map((each) => shownQualification(each, worker, actor)),
  degrees: ({ degrees }) => [...degrees],
  servicePeriods: ({ servicePeriods }) => [...servicePeriods],
  registrations: registrationsOf,
  registrationStanding: standingOf,
  employments: employmentsShown,
  transferOffer: openOffer,
  examAttempts: examAttemptsOf,
  examProgress: examProgressOf,
  examEligibility: (worker, { examYear }, { useCases }) =>
    useCases.listExamEligibility(worker, optional(examYear, examYearOf)),
  deadlines: ({ id }, { where, ...args }, context) =>
    deadlinesOf({ ...args, where: ofParent(where, { workerId: { eq: id } }) }, context),
  postings: ({ id }, { where, ...args }, context) =>
    postingsOf({ ...args, where: ofParent(where, { workerId: { eq: id } }) }, context),
};

/** The first exam was held in 2008. */
export function examYearOf(raw: number): number {
  if (raw < 2008 || raw > 2100)
    throw badInput({
      field: 'examYear',
      reason: { en: 'expected a year from 2008 on', zh: '应为 2008 年及以后' },
    });
  return raw;
}
