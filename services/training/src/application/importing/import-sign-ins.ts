import {
  type Actor,
  type Change,
  type ImportKind,
  importKind,
  knownRow,
  newRow,
  oneOfEach,
  requireNotStruck,
  type RowDecision,
} from '@qianshou/kernel';
import type { TrainingClass } from '../../domain/class/class-state.ts';
import type { Enrolment, EnrolmentEvent } from '../../domain/class/enrolment-state.ts';
import { workerHasNoSeat } from '../../domain/class/errors.ts';
import { attendSession } from '../../domain/class/session-attendance.ts';
import { requireInProgress } from '../../domain/class/training-class.ts';
import type { ClassId, SessionId } from '../../domain/ids.ts';
import { canImport, mayRun } from '../../domain/policy.ts';
import { sessionNotFound } from '../../domain/class/session-errors.ts';
import type { TrainingSession } from '../../domain/session/training-session.ts';
import { holdClasses } from '../class/hold-class.ts';
import type { Ports } from '../ports.ts';
import { readSignInRow, SIGN_IN_COLUMNS, type SignInRow } from './sign-in-columns.ts';

type Attended = Change<Enrolment, EnrolmentEvent>;

interface Facts {
  readonly sessions: ReadonlyMap<SessionId, TrainingSession>;
  readonly classes: ReadonlyMap<ClassId, TrainingClass>;
  /** By class and worker. */
  readonly places: ReadonlyMap<string, Enrolment>;
}

const ROWS_AT_ONCE = 200;

/** Sign-in lists of sessions, by the rules of `recordSessionAttendance`. */
export function importSignIns(ports: Ports): ImportKind {
  return importKind<SignInRow, Facts, Attended>({
    name: 'SIGN_IN_LISTS',
    columns: SIGN_IN_COLUMNS,
    rowsAtOnce: ROWS_AT_ONCE,
    may: canImport,
    parse: readSignInRow,
    keyOf: ({ sessionId, workerId }) => `${sessionId}/${workerId}`,
    load: (rows) => load(ports, rows),
    decide,
    after: (facts, { state }) => ({ ...facts, places: new Map([...facts.places, [placeOf(state), state]]) }),
    save: async (changes) => {
      await ports.enrolments.saveMany(oneOfEach(changes));
    },
  });
}

async function load(ports: Ports, rows: readonly SignInRow[]): Promise<Facts> {
  const ids = [...new Set(rows.map(({ sessionId }) => sessionId))];
  const found = (await ports.sessions.findMany(ids)).flatMap((session) => session ?? []);
  const groups = await holdClasses(
    ports,
    found.map(({ classId }) => classId),
  );
  const workers = [...new Set(rows.map(({ workerId }) => workerId))];
  const places: Enrolment[] = [];
  for (const { id } of groups) places.push(...(await ports.enrolments.listLive(id, workers)));
  return {
    sessions: new Map(found.map((session) => [session.id, session])),
    classes: new Map(groups.map((group) => [group.id, group])),
    places: new Map(places.map((place) => [placeOf(place), place])),
  };
}

function placeOf({ classId, workerId }: Pick<Enrolment, 'classId' | 'workerId'>): string {
  return `${classId}/${workerId}`;
}

function decide(row: SignInRow, facts: Facts, actor: Actor): RowDecision<Attended> {
  const { sessionId, workerId } = row;
  const session = facts.sessions.get(sessionId);
  const group = session === undefined ? undefined : facts.classes.get(session.classId);
  if (session === undefined || group === undefined)
    throw sessionNotFound({ field: 'sessionId', id: sessionId });
  mayRun(actor, group);
  requireNotStruck(session);
  requireInProgress(group);
  const place = facts.places.get(placeOf({ classId: group.id, workerId }));
  if (place === undefined) throw workerHasNoSeat({ field: 'workerId', workerId });
  const change = attendSession(place, session, row);
  return change.events.length === 0 ? knownRow({}) : newRow(change);
}
