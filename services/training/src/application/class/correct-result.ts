import { type Actor, type CalendarDate, chinaDay, type Grounds, requireDifference } from '@qianshou/kernel';
import {
  cancelCertificate,
  correctHours,
  issueCertificate,
} from '../../domain/certificate/training-certificate.ts';
import { assessmentDay, judge, type Result, type Verdict } from '../../domain/class/assessment.ts';
import type { Enrolment } from '../../domain/class/enrolment-state.ts';
import { correctResult as correct, type NewCertificate } from '../../domain/class/result-correction.ts';
import { creditHours, hoursOf } from '../hours/credit-hours.ts';
import type { Ports } from '../ports.ts';
import type { EnrolmentChangeInput } from './class-decision.ts';
import { heldHours } from './held-hours.ts';
import { dropNeedOf } from './drop-need-of.ts';
import { newCertificates } from './new-certificates.ts';
import { type ResultTarget, resultTarget } from './result-target.ts';

type Deps = Parameters<typeof dropNeedOf>[0] &
  Pick<Ports, 'certificates' | 'policies' | 'hoursOfYears' | 'newId' | 'sessions'>;

/** What is not named stays. */
export type CorrectedResult = Partial<{
  readonly attendedHours: number;
  readonly score: number;
  readonly absent: boolean;
  readonly assessedOn: CalendarDate;
}>;

export interface CorrectResultInput extends EnrolmentChangeInput, Grounds {
  readonly corrected: CorrectedResult;
}

/** It happened otherwise: certificate, hours and figures follow, and through its event the post. */
export const correctResult =
  (deps: Deps) =>
  (input: CorrectResultInput, actor: Actor): Promise<Enrolment> =>
    deps.unitOfWork.run(async () => {
      const target = await resultTarget(deps, input, actor);
      const { enrolment, group } = target;
      const stood = { ...enrolment, absent: enrolment.status === 'ABSENT' };
      requireDifference<typeof stood>(stood, input.corrected);
      const at = deps.clock.now();
      const assessedOn = assessmentDay(group, input.corrected.assessedOn ?? enrolment.assessedOn, at);
      const verdict = judge(
        group,
        enrolment,
        resultOf(stood, input.corrected),
        await heldHours(deps, group.id),
      );
      const { reason, evidence } = input;
      const certificate = await certificateNow(deps, target, { verdict, assessedOn, reason, evidence });
      const correction = { verdict, assessedOn, reason, evidence, today: chinaDay(at), certificate };
      const corrected = await deps.enrolments.save(correct(enrolment, correction));
      if (corrected.status === 'PASSED' && enrolment.status !== 'PASSED') await dropNeedOf(deps, corrected);
      return corrected;
    });

interface Corrected extends Grounds {
  readonly verdict: Verdict;
  readonly assessedOn: CalendarDate;
}

/** A pass that was none before gets one; one that there was follows; without a pass there is none. */
async function certificateNow(
  deps: Deps,
  target: ResultTarget,
  { verdict, assessedOn, ...grounds }: Corrected,
): Promise<NewCertificate | null> {
  if (verdict.outcome !== 'PASSED' || target.certificate !== null) {
    await follow(deps, target, verdict, grounds);
    return verdict.outcome === 'PASSED' ? target.certificate : null;
  }
  const [fresh = null] = await newCertificates(deps, target.group, assessedOn, 1);
  if (fresh === null) return null;
  const issue = { ...fresh, hours: verdict.attendedHours };
  const issued = await deps.certificates.save(issueCertificate(target.enrolment, issue));
  await creditHours(deps, hoursOf(issued, 1));
  return fresh;
}

/** The certificate that was issued: cancelled with its pass, or with other hours. */
async function follow(
  deps: Deps,
  { enrolment, certificate }: ResultTarget,
  verdict: Verdict,
  { reason, evidence }: Grounds,
): Promise<void> {
  if (certificate === null) return;
  const { certificates, clock } = deps;
  const at = clock.now();
  const { hours: before } = certificate;
  const now = verdict.outcome === 'PASSED' ? verdict.attendedHours : 0;
  await creditHours(deps, hoursOf({ ...certificate, hours: now - before }, 1));
  if (verdict.outcome !== 'PASSED') {
    await certificates.save(cancelCertificate(certificate, reason, at, enrolment.postingId));
  } else if (verdict.attendedHours !== certificate.hours) {
    await certificates.save(
      correctHours(certificate, verdict.attendedHours, { on: chinaDay(at), reason, evidence }),
    );
  }
}

/** Who is named hours or a score came; else they stay as they were. */
function resultOf(
  stood: Pick<Enrolment, 'attendedHours' | 'score'> & { readonly absent: boolean },
  corrected: CorrectedResult,
): Result {
  const isNamed = corrected.attendedHours !== undefined || corrected.score !== undefined;
  const { absent = stood.absent && !isNamed } = corrected;
  if (absent) return { attendedHours: null, score: null, ...corrected, absent };
  const { attendedHours, score } = { ...stood, ...corrected };
  return { absent, attendedHours, score };
}
