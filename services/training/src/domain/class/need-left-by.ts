import type { EndedEnrolment, Enrolment } from './enrolment-state.ts';
import type { AgencyId } from '../ids.ts';
import type { NeedKind, TrainingNeed } from '../need/training-need.ts';

/**
 * The need that comes back when its place led to nothing: a post still lacks its training, however the place ended; an
 * exam course that was declined or taken is not forced on anybody again. Whom the class left keeps the time they waited.
 */
export function needLeftBy(enrolment: Enrolment, at: Date): TrainingNeed | null {
  const { postingId, workerId, countyCode, certifiedLocal, deadline } = enrolment;
  const kind = kindOfNeed(enrolment);
  if (kind === null || postingId === null) return null;
  const onlyWaited = isEndedByClass(enrolment) && enrolment.previous !== 'OFFERED';
  const agencyId = agencyOfNeed(kind, enrolment);
  const since = onlyWaited ? enrolment.waitingSince : at;
  return { kind, postingId, workerId, agencyId, countyCode, certifiedLocal, deadline, since };
}

/** The class ended it, not the worker. */
function isEndedByClass(enrolment: Enrolment): enrolment is EndedEnrolment {
  return enrolment.status === 'LAPSED' || enrolment.status === 'INTERRUPTED';
}

/** A post without an operator still waits for whoever trains in its county, whoever tried first. */
function agencyOfNeed(kind: NeedKind, enrolment: Enrolment): AgencyId | null {
  const { organiserAgencyId, needAgencyId = organiserAgencyId, employerAgencyId } = enrolment;
  return kind === 'PRE_JOB' ? needAgencyId : employerAgencyId;
}

function kindOfNeed({ source, status }: Enrolment): NeedKind | null {
  if (source === 'POSTING') return status === 'PASSED' ? null : 'PRE_JOB';
  if (source !== 'CERTIFICATE_DEADLINE') return null;
  return status === 'LAPSED' || status === 'INTERRUPTED' ? 'EXAM_PREP' : null;
}
