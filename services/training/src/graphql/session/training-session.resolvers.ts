import { grounds, publicText, type WrittenDocument } from '@qianshou/kernel';
import { history } from '@qianshou/service-kit/audit';
import { atMost, optional, pageOf, toConnection } from '@qianshou/service-kit/graphql';
import { MOST_ON_LIST } from '../../domain/class/class-limits.ts';
import { sessionActions } from '../../domain/session/session-actions.ts';
import { classId, enrolmentId, sessionId } from '../../domain/ids.ts';
import type {
  MutationResolvers,
  SessionAttendanceResolvers,
  TrainingClassResolvers,
  TrainingSessionResolvers,
} from '../generated/resolvers.ts';
import { daysOf } from '../reference/days-of.ts';
import { given } from '../reference/given.ts';

const topicOf = (raw: string | null | undefined) => optional(raw, (text) => publicText(text, 'topic', 500));

/** What every change of a session says: which one, why, and which version the caller read. */
function target(input: {
  readonly sessionId: string;
  readonly reason: string;
  readonly evidence?: WrittenDocument | null | undefined;
  readonly expectedVersion?: number | null | undefined;
}) {
  return {
    sessionId: sessionId(input.sessionId),
    ...grounds(input),
    expectedVersion: input.expectedVersion ?? null,
  };
}

export const sessionMutations = {
  recordTrainingSession: async (_root, { input }, { useCases, actor }) => {
    const { heldOn, hours } = input;
    const sitting = { classId: classId(input.classId), heldOn, hours, topic: topicOf(input.topic) };
    return { session: await useCases.recordTrainingSession(sitting, actor) };
  },
  recordSessionAttendance: async (_root, { input }, { useCases, actor }) => {
    const attendances = atMost(input.attendances, MOST_ON_LIST, 'attendances').map((row) => ({
      enrolmentId: enrolmentId(row.enrolmentId),
      presence: row.presence,
      hours: row.hours ?? null,
    }));
    const register = { sessionId: sessionId(input.sessionId), attendances };
    const recorded = await useCases.recordSessionAttendance(register, actor);
    return { session: recorded.session, enrolments: [...recorded.enrolments] };
  },
  correctSessionAttendance: async (_root, { input }, { useCases, actor }) => {
    const { presence, hours = null } = input;
    const which = { ...target(input), enrolmentId: enrolmentId(input.enrolmentId) };
    return { enrolment: await useCases.correctSessionAttendance({ ...which, presence, hours }, actor) };
  },
  correctTrainingSession: async (_root, { input }, { useCases, actor }) => {
    const { heldOn, hours } = input;
    const corrected = given({ heldOn, hours, topic: topicOf(input.topic) });
    return { session: await useCases.correctTrainingSession({ ...target(input), corrected }, actor) };
  },
  strikeTrainingSession: async (_root, { input }, { useCases, actor }) => ({
    session: await useCases.strikeTrainingSession(target(input), actor),
  }),
} satisfies Partial<MutationResolvers>;

export const TrainingSession: TrainingSessionResolvers = {
  history,
  __resolveReference: ({ id }, { loaders }) => loaders.session.load(sessionId(id)),
  trainingClass: ({ classId: id }, _args, { loaders }) => loaders.trainingClass.load(id),
  struckOn: ({ struck }) => struck?.on ?? null,
  strikeReason: ({ struck }) => struck?.reason ?? null,
  strikeEvidence: ({ struck }) => struck?.evidence ?? null,
  corrections: ({ corrections }) => [...corrections],
  allowedActions: async (session, _args, { loaders, actor }) => {
    const group = await loaders.trainingClass.load(session.classId);
    if (group === null) return [];
    const time = await loaders.correctionTime(group.regionCode);
    return [...sessionActions(actor, session, group, time)];
  },
};

export const SessionAttendance: SessionAttendanceResolvers = {
  session: ({ sessionId: id }, _args, { loaders }) => loaders.session.load(id),
};

export const sessionsOfClass = {
  sessions: async ({ id: ofClass }, { where, orderBy, ...args }, { useCases }) => {
    const { struck = false, heldOn } = where ?? {};
    const filter = { classId: ofClass, ...daysOf(heldOn), struck };
    const direction = orderBy?.[0]?.direction ?? 'ASC';
    return toConnection(await useCases.listTrainingSessions(filter, direction, pageOf(args)));
  },
  heldHours: ({ id }, _args, { loaders }) => loaders.heldHours.load(id),
} satisfies Partial<TrainingClassResolvers>;
