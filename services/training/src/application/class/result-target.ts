import { type Actor, correctionTimeIn, expectVersion, mayPutRight } from '@qianshou/kernel';
import type { TrainingCertificate } from '../../domain/certificate/training-certificate.ts';
import {
  type AssessedEnrolment,
  requireAssessed,
  requireResult,
} from '../../domain/class/result-correction.ts';
import type { TrainingClass } from '../../domain/class/class-state.ts';
import { puttingRight } from '../../domain/class/putting-right.ts';
import { canRun, maySee } from '../../domain/policy.ts';
import type { Ports } from '../ports.ts';
import type { EnrolmentChangeInput } from './class-decision.ts';
import { holdClass } from './hold-class.ts';

export interface ResultTarget {
  readonly enrolment: AssessedEnrolment;
  readonly group: TrainingClass;
  readonly certificate: TrainingCertificate | null;
}

/** A result with its class held and its certificate, for whoever recorded it, or oversees who did. */
export async function resultTarget(
  deps: Pick<Ports, 'certificates' | 'classes' | 'enrolments' | 'policies' | 'unitOfWork' | 'clock'>,
  { enrolmentId, expectedVersion }: EnrolmentChangeInput,
  actor: Actor,
): Promise<ResultTarget> {
  const { classId } = await deps.enrolments.get(enrolmentId);
  const group = await holdClass(deps, classId);
  const enrolment = await deps.enrolments.get(enrolmentId);
  maySee(actor, group, enrolment);
  if (canRun(actor, group)) requireAssessed(enrolment);
  const time = await correctionTimeIn(deps, group.regionCode);
  mayPutRight(actor, puttingRight(actor, group, enrolment.resultRecorded, time));
  expectVersion(enrolment, expectedVersion);
  const certificate =
    enrolment.status === 'PASSED' ? await deps.certificates.get(enrolment.certificateId) : null;
  return { enrolment: requireResult(enrolment, certificate?.status === 'ISSUED'), group, certificate };
}
