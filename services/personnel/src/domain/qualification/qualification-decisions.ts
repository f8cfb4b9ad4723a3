import {
  type CalendarDate,
  type Change,
  comparableNumber,
  type Grounds,
  type PublicText,
  requireDifference,
  requireNotStruck,
} from '@qianshou/kernel';
import type { QualificationId } from '../ids.ts';
import {
  qualificationNotFound,
  qualificationNotRecorded,
  qualificationNotVerified,
} from '../worker/errors.ts';
import type { Certificate, Qualification } from '../worker/qualification.ts';
import {
  isCertifiedIn,
  possible,
  type QualificationChanged,
  qualificationFacts,
  type SocialWorker,
  type WorkerEvent,
} from '../worker/social-worker.ts';

type Decided = Change<SocialWorker, WorkerEvent>;

export function qualificationOf(worker: SocialWorker, id: QualificationId): Qualification {
  const found = worker.qualifications.find((each) => each.id === id);
  if (found === undefined) throw qualificationNotFound({ id });
  return found;
}

/** The bureau has seen the certificate: from now on it counts for PER-2 as well. */
export function verify(worker: SocialWorker, id: QualificationId, today: CalendarDate): Decided {
  const found = standing(worker, id);
  if (found.status !== 'RECORDED') throw qualificationNotRecorded({ status: found.status });
  const verified = { ...found, status: 'VERIFIED', verdict: { on: today, reason: null } } as const;
  return changed(worker, verified, 'qualification.verified');
}

/** The bureau did not find the certificate: it counts no more, and clocks that it had stopped run again. */
export function reject(
  worker: SocialWorker,
  id: QualificationId,
  { reason, today }: { readonly reason: PublicText; readonly today: CalendarDate },
): Decided {
  const found = standing(worker, id);
  if (found.status !== 'RECORDED') throw qualificationNotRecorded({ status: found.status });
  return changed(
    worker,
    { ...found, status: 'REJECTED', verdict: { on: today, reason } },
    'qualification.rejected',
  );
}

/** A verified certificate was taken back by who issued it, as after fraud. */
export function revoke(
  worker: SocialWorker,
  id: QualificationId,
  { reason, today }: { readonly reason: PublicText; readonly today: CalendarDate },
): Decided {
  const found = standing(worker, id);
  if (found.status !== 'VERIFIED') throw qualificationNotVerified({ status: found.status });
  return changed(
    worker,
    { ...found, status: 'REVOKED', verdict: { on: today, reason } },
    'qualification.revoked',
  );
}

/** It was never obtained: a slip of the pen, or somebody else's. */
export function strike(
  worker: SocialWorker,
  id: QualificationId,
  { today, ...grounds }: Grounds & { readonly today: CalendarDate },
): Decided {
  return changed(
    worker,
    { ...standing(worker, id), struck: { on: today, ...grounds } },
    'qualification.struck',
  );
}

/** What is not named stays as it is. */
export type CorrectedCertificate = Partial<Omit<Certificate, 'certificateKey'>>;

/** It says otherwise on the paper: judged as a new one, and to be verified as it reads now. */
export function correct(
  worker: SocialWorker,
  id: QualificationId,
  corrected: CorrectedCertificate,
  { today, ...grounds }: Grounds & { readonly today: CalendarDate },
): Decided {
  const found = standing(worker, id);
  requireDifference(found, corrected);
  const { level, certificateNo, obtainedOn, passLine, validWithin, byExam, corrections } = found;
  const before = { level, certificateNo, obtainedOn, passLine, validWithin, byExam, on: today, ...grounds };
  const others = { ...worker, qualifications: worker.qualifications.filter((each) => each.id !== id) };
  const right = possible(others, { ...found, ...corrected }, today);
  return changed(
    worker,
    {
      ...right,
      certificateKey: comparableNumber(right.certificateNo),
      status: 'RECORDED',
      verdict: null,
      corrections: [...corrections, before],
    },
    'qualification.corrected',
  );
}

function standing(worker: SocialWorker, id: QualificationId): Qualification {
  const found = qualificationOf(worker, id);
  requireNotStruck(found);
  return found;
}

function changed(
  worker: SocialWorker,
  qualification: Qualification,
  type: QualificationChanged['type'],
): Decided {
  const { qualifications, countyCode } = worker;
  const state = {
    ...worker,
    qualifications: qualifications.map((each) => (each.id === qualification.id ? qualification : each)),
  };
  const certified = isCertifiedIn(state, countyCode);
  return { state, events: [{ type, ...qualificationFacts(state, qualification), certified }] };
}
