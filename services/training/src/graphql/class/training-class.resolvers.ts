import { history } from '@qianshou/service-kit/audit';
import { ofParent, optional, pageOf, toConnection } from '@qianshou/service-kit/graphql';
import type { ClassFilter } from '../../application/class/ports.ts';
import { classActions } from '../../domain/class/allowed-actions.ts';
import { classNotFound } from '../../domain/class/class-errors.ts';
import { programmeNotFound } from '../../domain/programme/errors.ts';
import { agencyId, classId, programmeId } from '../../domain/ids.ts';
import { daysOf } from '../reference/days-of.ts';
import { examsOfClass } from '../exam/exam-outcome.resolvers.ts';
import { sessionsOfClass } from '../session/training-session.resolvers.ts';
import { enrolmentsOf } from './enrolment.resolvers.ts';
import type { QueryResolvers, TrainingClassFilter, TrainingClassResolvers } from '../generated/resolvers.ts';

export const trainingClassQueries = {
  trainingClass: (_root, { id }, { loaders }) => loaders.trainingClass.load(classId(id)),
  trainingClasses: async (_root, { where, orderBy, ...args }, { useCases }) => {
    const order = orderBy?.[0] ?? { field: 'STARTS_ON', direction: 'ASC' };
    return toConnection(await useCases.listTrainingClasses(classFilterOf(where ?? {}), order, pageOf(args)));
  },
} satisfies Partial<QueryResolvers>;

export function classFilterOf({
  regionCode,
  kind,
  status,
  organiserAgencyId,
  programmeId: programme,
  startsOn,
}: TrainingClassFilter): ClassFilter {
  return {
    within: optional(regionCode, (scope) => scope.within),
    kind: optional(kind, (one) => one.in),
    status: optional(status, (one) => one.in),
    programmeId: optional(programme, ({ eq }) => programmeId(eq)),
    startsOn: daysOf(startsOn),
    organiserAgencyId: optional(organiserAgencyId, ({ eq }) => agencyId(eq)),
  };
}

export const TrainingClass: TrainingClassResolvers = {
  history,
  ...sessionsOfClass,
  ...examsOfClass,
  corrections: ({ corrections }) => [...(corrections ?? [])],
  __resolveReference: ({ id }, { loaders }) => loaders.trainingClass.load(classId(id)),
  programme: async ({ programmeId: id }, _args, { loaders }) => {
    const programme = await loaders.programme.load(id);
    if (programme === null) throw programmeNotFound({ id });
    return programme;
  },
  region: ({ regionCode }) => ({ code: regionCode }),
  organiserAgency: ({ organiserAgencyId: id }) => (id === null ? null : { id }),
  openedAt: (group) => ('openedAt' in group ? group.openedAt : null),
  startedAt: (group) => ('startedAt' in group ? group.startedAt : null),
  assessedAt: (group) => ('assessedAt' in group ? group.assessedAt : null),
  closedAt: (group) => ('closedAt' in group ? group.closedAt : null),
  cancelledAt: (group) => ('cancelledAt' in group ? group.cancelledAt : null),
  cancelReason: (group) => ('cancelReason' in group ? group.cancelReason : null),
  interruptedAt: (group) => ('interruptedAt' in group ? group.interruptedAt : null),
  interruptedOn: (group) => ('interruptedOn' in group ? group.interruptedOn : null),
  interruptReason: (group) => ('interruptReason' in group ? group.interruptReason : null),
  postponedFrom: ({ postponedFrom }) => postponedFrom ?? null,
  replaces: ({ replacesClassId }, _args, { loaders }) =>
    replacesClassId ? loaders.trainingClass.load(replacesClassId) : null,
  tally: async ({ id }, _args, { loaders }) => {
    const tally = await loaders.tally.load(id);
    if (tally === null) throw classNotFound({ id });
    return tally;
  },
  enrolments: ({ id }, { where, ...args }, context) =>
    enrolmentsOf({ ...args, where: ofParent(where, { classId: { eq: id } }) }, context),
  allowedActions: async (group, _args, { actor, loaders }) => [
    ...classActions(actor, group, await loaders.correctionTime(group.regionCode)),
  ],
};
