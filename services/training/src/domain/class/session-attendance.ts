import { type Change, requireDifference, wholeWithin } from '@qianshou/kernel';
import {
  attendanceBeyondSession,
  attendanceRecordedAlready,
  attendanceNotRecorded,
} from './session-errors.ts';
import type { SessionId } from '../ids.ts';
import { requireSeated } from './assessment.ts';
import type { Enrolment, EnrolmentEvent, SeatedEnrolment, SessionAttendance } from './enrolment-state.ts';

/** Whether a participant was there: excused counts no hours, and is no reproach. */
export type Presence = SessionAttendance['presence'];

export interface Attended {
  readonly presence: Presence;
  /** Hours of a session that was left early or joined late; null means all of it. */
  readonly hours: number | null;
}

interface Sitting {
  readonly id: SessionId;
  readonly hours: number;
}

type Attending = Change<SeatedEnrolment, EnrolmentEvent>;

/** The same again is no news; otherwise it is a correction, with its reason. */
export function attendSession(enrolment: Enrolment, session: Sitting, attended: Attended): Attending {
  const seated = requireSeated(enrolment);
  const entry = entryOf(session, attended);
  const before = attendances(seated).find(({ sessionId }) => sessionId === session.id);
  if (before === undefined) return withEntries(seated, [...attendances(seated), entry]);
  if (before.presence === entry.presence && before.hours === entry.hours)
    return { state: seated, events: [] };
  throw attendanceRecordedAlready({ enrolmentId: seated.id });
}

export function correctAttendance(enrolment: Enrolment, session: Sitting, attended: Attended): Attending {
  const seated = requireSeated(enrolment);
  const entry = entryOf(session, attended);
  const before = attendances(seated).find(({ sessionId }) => sessionId === session.id);
  if (before === undefined) throw attendanceNotRecorded({ enrolmentId: seated.id });
  requireDifference<SessionAttendance>(before, entry);
  return withEntries(
    seated,
    attendances(seated).map((each) => (each === before ? entry : each)),
  );
}

/** A session that never took place gave nobody an hour. */
export function forgetSession(seated: SeatedEnrolment, sessionId: SessionId): Attending {
  const left = attendances(seated).filter((each) => each.sessionId !== sessionId);
  return left.length === attendances(seated).length
    ? { state: seated, events: [] }
    : withEntries(seated, left);
}

/** Who attended all of it attended as long as it lasted; who was there for a part, for that part. */
export function follow(seated: SeatedEnrolment, session: Sitting, hoursBefore: number): Attending {
  const entry = attendances(seated).find(({ sessionId }) => sessionId === session.id);
  if (entry === undefined || entry.presence !== 'PRESENT') return { state: seated, events: [] };
  const hours = entry.hours === hoursBefore ? session.hours : entry.hours;
  if (hours > session.hours) throw attendanceBeyondSession({ hours, sessionHours: session.hours });
  if (hours === entry.hours) return { state: seated, events: [] };
  return withEntries(
    seated,
    attendances(seated).map((each) => (each === entry ? { ...entry, hours } : each)),
  );
}

function entryOf(session: Sitting, { presence, hours }: Attended): SessionAttendance {
  const there = presence === 'PRESENT' ? (hours ?? session.hours) : (hours ?? 0);
  wholeWithin(there, 'hours', 0, Number.MAX_SAFE_INTEGER);
  const most = presence === 'PRESENT' ? session.hours : 0;
  if (there > most) throw attendanceBeyondSession({ hours: there, sessionHours: most });
  return { sessionId: session.id, presence, hours: there };
}

function withEntries(seated: SeatedEnrolment, sessions: readonly SessionAttendance[]): Attending {
  const attendedHours = sessions.reduce((sum, { hours }) => sum + hours, 0);
  return {
    state: { ...seated, sessions, attendedHours },
    events: [{ type: 'enrolment.attendanceRecorded', attendedHours }],
  };
}

function attendances({ sessions = [] }: Enrolment): readonly SessionAttendance[] {
  return sessions;
}
