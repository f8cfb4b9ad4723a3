import { type Actor, type CalendarDate, chinaDay, expectVersion, wholeWithin } from '@qianshou/kernel';
import { issueCertificate } from '../../domain/certificate/training-certificate.ts';
import { passes } from '../../domain/class/assessment.ts';
import type { Enrolment } from '../../domain/class/enrolment-state.ts';
import { requireMakeUp, takeMakeUp } from '../../domain/class/result-correction.ts';
import { mayAssess } from '../../domain/policy.ts';
import { creditHours, hoursOf } from '../hours/credit-hours.ts';
import type { Ports } from '../ports.ts';
import type { EnrolmentChangeInput } from './class-decision.ts';
import { dropNeedOf } from './drop-need-of.ts';
import { holdClass } from './hold-class.ts';
import { newCertificates } from './new-certificates.ts';

type Deps = Parameters<typeof dropNeedOf>[0] & Pick<Ports, 'certificates' | 'hoursOfYears' | 'newId'>;

export interface RecordMakeUpInput extends EnrolmentChangeInput {
  readonly score: number;
  readonly heldOn: CalendarDate | null;
}

/** TRA-3: who missed the score sits it once more; with a pass come certificate and hours, and the post needs no other class. */
export const recordMakeUp =
  (deps: Deps) =>
  (input: RecordMakeUpInput, actor: Actor): Promise<Enrolment> =>
    deps.unitOfWork.run(async () => {
      const { classId } = await deps.enrolments.get(input.enrolmentId);
      const group = await holdClass(deps, classId);
      const found = await deps.enrolments.get(input.enrolmentId);
      mayAssess(actor, group, found);
      expectVersion(found, input.expectedVersion);
      const at = deps.clock.now();
      const score = wholeWithin(input.score, 'score', 0, 100);
      const heldOn = input.heldOn ?? chinaDay(at);
      const enrolment = requireMakeUp(found, group, { heldOn, at });
      const attendedHours = enrolment.attendedHours ?? 0;
      const passed = passes(group.passSettings, group.hours, { attendedHours, score });
      const [certificate = null] = await newCertificates(deps, group, heldOn, passed ? 1 : 0);
      if (certificate !== null) {
        const issue = issueCertificate(enrolment, { ...certificate, hours: attendedHours });
        await creditHours(deps, hoursOf(await deps.certificates.save(issue), 1));
      }
      const taken = await deps.enrolments.save(takeMakeUp(enrolment, { heldOn, score, certificate }));
      if (passed) await dropNeedOf(deps, taken);
      return taken;
    });
