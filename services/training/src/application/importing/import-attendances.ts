import {
  type Actor,
  type Change,
  type ImportKind,
  importKind,
  knownRow,
  newRow,
  oneOfEach,
  type RowDecision,
} from '@qianshou/kernel';
import { recordAttendance } from '../../domain/class/assessment.ts';
import { classNotFound } from '../../domain/class/class-errors.ts';
import type { TrainingClass } from '../../domain/class/class-state.ts';
import type { Enrolment, EnrolmentEvent } from '../../domain/class/enrolment-state.ts';
import { workerHasNoSeat } from '../../domain/class/errors.ts';
import { attendanceBySession } from '../../domain/class/session-errors.ts';
import { requireInProgress } from '../../domain/class/training-class.ts';
import type { ClassId, WorkerId } from '../../domain/ids.ts';
import { canImport, mayRun } from '../../domain/policy.ts';
import { holdClasses } from '../class/hold-class.ts';
import type { Ports } from '../ports.ts';
import { ATTENDANCE_COLUMNS, type AttendanceRow, readAttendanceRow } from './attendance-columns.ts';

type Attended = Change<Enrolment, EnrolmentEvent>;

interface Standing {
  readonly group: TrainingClass;
  /** Its attendance is kept session by session. */
  readonly bySession: boolean;
  readonly seats: ReadonlyMap<WorkerId, Enrolment>;
}

type Facts = ReadonlyMap<ClassId, Standing>;

const ROWS_AT_ONCE = 200;

/** Hours attended in all, for classes that keep no sessions: by the rules of `recordAttendance`. */
export function importAttendances(ports: Ports): ImportKind {
  return importKind<AttendanceRow, Facts, Attended>({
    name: 'ATTENDANCES',
    columns: ATTENDANCE_COLUMNS,
    rowsAtOnce: ROWS_AT_ONCE,
    may: canImport,
    parse: readAttendanceRow,
    keyOf: ({ classId, workerId }) => `${classId}/${workerId}`,
    load: (rows) => load(ports, rows),
    decide,
    save: async (changes) => {
      await ports.enrolments.saveMany(oneOfEach(changes));
    },
  });
}

async function load(ports: Ports, rows: readonly AttendanceRow[]): Promise<Facts> {
  const groups = await holdClasses(
    ports,
    rows.map(({ classId }) => classId),
  );
  const held = await ports.sessions.heldHoursOf(groups.map(({ id }) => id));
  const facts = new Map<ClassId, Standing>();
  for (const [at, group] of groups.entries()) {
    const workers = rows.filter(({ classId }) => classId === group.id).map(({ workerId }) => workerId);
    const live = await ports.enrolments.listLive(group.id, workers);
    const seats = new Map(live.map((place) => [place.workerId, place]));
    facts.set(group.id, { group, bySession: (held[at] ?? null) !== null, seats });
  }
  return facts;
}

function decide(row: AttendanceRow, facts: Facts, actor: Actor): RowDecision<Attended> {
  const { classId, workerId, attendedHours } = row;
  const standing = facts.get(classId);
  if (standing === undefined) throw classNotFound({ field: 'classId', id: classId });
  const { group, bySession, seats } = standing;
  mayRun(actor, group);
  if (bySession) throw attendanceBySession();
  const seat = seats.get(workerId);
  if (seat === undefined) throw workerHasNoSeat({ field: 'workerId', workerId });
  const change = recordAttendance(requireInProgress(group), seat, attendedHours);
  return change.events.length === 0 ? knownRow({}) : newRow(change);
}
