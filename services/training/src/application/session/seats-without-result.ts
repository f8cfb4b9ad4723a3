import type { SeatedEnrolment } from '../../domain/class/enrolment-state.ts';
import { sessionCredited } from '../../domain/class/session-errors.ts';
import type { ClassId, SessionId } from '../../domain/ids.ts';
import type { Ports } from '../ports.ts';

/** Those whose hours follow a session; once a result rests on it, the result is put right first. */
export async function seatsWithoutResult(
  { enrolments }: Pick<Ports, 'enrolments'>,
  classId: ClassId,
  sessionId: SessionId,
): Promise<readonly SeatedEnrolment[]> {
  const places = await enrolments.listOfClass(classId, ['SEATED', 'PASSED', 'FAILED', 'ABSENT']);
  const there = places.filter(({ sessions = [] }) => sessions.some((each) => each.sessionId === sessionId));
  if (there.some(({ status }) => status !== 'SEATED')) throw sessionCredited();
  return there.flatMap((place) => (place.status === 'SEATED' ? [place] : []));
}
