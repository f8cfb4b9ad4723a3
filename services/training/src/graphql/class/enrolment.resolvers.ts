import { history } from '@qianshou/service-kit/audit';
import { type Connection, optional, pageOf, toConnection } from '@qianshou/service-kit/graphql';
import { enrolmentActions } from '../../domain/class/allowed-actions.ts';
import { classNotFound } from '../../domain/class/class-errors.ts';
import { classId, enrolmentId, workerId } from '../../domain/ids.ts';
import { NATION, type Warning } from '@qianshou/kernel';
import { isLive } from '../../domain/class/enrolment.ts';
import { enrolmentWarnings, sameDaysWarnings } from '../../domain/class/warnings.ts';
import type { Enrolment as EnrolmentState } from '../../domain/class/enrolment-state.ts';
import type { Context } from '../context.ts';
import type {
  EnrolmentFilter,
  EnrolmentResolvers,
  MutationResolvers,
  QueryEnrolmentsArgs,
  QueryResolvers,
} from '../generated/resolvers.ts';
import { daysOf } from '../reference/days-of.ts';
import { visible } from '../reference/visible.ts';

export const enrolmentQueries = {
  enrolment: async (_root, { id }, { loaders, actor }) =>
    visible(await loaders.enrolment.load(enrolmentId(id)), actor),
  enrolments: (_root, args, context) => enrolmentsOf(args, context),
} satisfies Partial<QueryResolvers>;

/** The list at the root, and that of a class or a worker. */
export async function enrolmentsOf(
  { where, ...args }: Partial<QueryEnrolmentsArgs>,
  { useCases, actor }: Context,
): Promise<Connection<EnrolmentState>> {
  return toConnection(await useCases.listEnrolments(filterOf(where ?? {}), pageOf(args), actor));
}

function filterOf({ assessedOn, ...where }: EnrolmentFilter) {
  return {
    classId: optional(where.classId, ({ eq }) => classId(eq)),
    workerId: optional(where.workerId, ({ eq }) => workerId(eq)),
    status: optional(where.status, (one) => one.in),
    kind: optional(where.kind, (one) => one.in),
    within: optional(where.regionCode, ({ within }) => within),
    assessedOn: daysOf(assessedOn),
  };
}

/** What every change of an existing place says: which one, and which version the caller read. */
function target(input: {
  readonly enrolmentId: string;
  readonly expectedVersion?: number | null | undefined;
}) {
  return { enrolmentId: enrolmentId(input.enrolmentId), expectedVersion: input.expectedVersion ?? null };
}

export const enrolmentMutations = {
  enrolWorker: async (_root, { input }, { useCases, actor }) =>
    useCases.enrolWorker({ classId: classId(input.classId), workerId: workerId(input.workerId) }, actor),
  acceptOffer: async (_root, { input }, { useCases, actor }) => ({
    enrolment: await useCases.acceptOffer(target(input), actor),
  }),
  withdrawEnrolment: async (_root, { input }, { useCases, actor }) => ({
    enrolment: await useCases.withdrawEnrolment(target(input), actor),
  }),
} satisfies Partial<MutationResolvers>;

async function warningsOfDays(
  enrolment: EnrolmentState,
  { placesOfWorker, trainingClass }: Context['loaders'],
): Promise<readonly Warning[]> {
  if (!isLive(enrolment)) return [];
  const { id, classId: own, workerId: who } = enrolment;
  const others = ((await placesOfWorker.load(who)) ?? []).filter((place) => place.id !== id);
  const groups = await Promise.all(others.map((place) => trainingClass.load(place.classId)));
  return sameDaysWarnings(
    await trainingClass.load(own),
    groups.flatMap((group) => group ?? []),
  );
}

export const Enrolment: EnrolmentResolvers = {
  history,
  __resolveReference: async ({ id }, { loaders, actor }) =>
    visible(await loaders.enrolment.load(enrolmentId(id)), actor),
  trainingClass: async ({ classId: id }, _args, { loaders }) => {
    const group = await loaders.trainingClass.load(id);
    if (group === null) throw classNotFound({ id });
    return group;
  },
  worker: ({ workerId: id }) => ({ id }),
  offerExpiresAt: ({ offerExpiresAt }) => offerExpiresAt ?? null,
  posting: ({ postingId: id }) => (id === null ? null : { id }),
  attendance: async ({ attendedHours: numerator, classId: id }, _args, { loaders }) => {
    const group = numerator === null ? null : await loaders.trainingClass.load(id);
    if (numerator === null || group === null) return null;
    return { numerator, denominator: group.hours, rate: numerator / group.hours, asOf: null };
  },
  assessedOn: (enrolment) => ('assessedOn' in enrolment ? enrolment.assessedOn : null),
  certificate: (enrolment, _args, { loaders }) =>
    enrolment.status === 'PASSED' ? loaders.certificate.load(enrolment.certificateId) : null,
  sessions: ({ sessions }) => [...(sessions ?? [])],
  makeUp: ({ makeUp }) => makeUp ?? null,
  resultCorrections: ({ resultCorrections }) => [...(resultCorrections ?? [])],
  struckResults: ({ struckResults }) => [...(struckResults ?? [])],
  warnings: async (enrolment, _args, { loaders }) => [
    ...enrolmentWarnings(enrolment),
    ...(await warningsOfDays(enrolment, loaders)),
  ],
  allowedActions: async (enrolment, _args, { actor, loaders }) => {
    const group = await loaders.trainingClass.load(enrolment.classId);
    const time = await loaders.correctionTime(group?.regionCode ?? NATION);
    return [...enrolmentActions(actor, enrolment, group, time)];
  },
};
