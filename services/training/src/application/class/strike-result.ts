import { type Actor, chinaDay, type Grounds } from '@qianshou/kernel';
import { cancelCertificate } from '../../domain/certificate/training-certificate.ts';
import type { Enrolment } from '../../domain/class/enrolment-state.ts';
import { interrupt } from '../../domain/class/enrolment.ts';
import { strikeResult as strike } from '../../domain/class/result-correction.ts';
import { awaitResults } from '../../domain/class/training-class.ts';
import { creditHours, hoursOf } from '../hours/credit-hours.ts';
import type { Ports } from '../ports.ts';
import type { EnrolmentChangeInput } from './class-decision.ts';
import { dropNeedOf } from './drop-need-of.ts';
import { resultTarget } from './result-target.ts';
import { returnNeeds } from './return-needs.ts';

type Deps = Parameters<typeof returnNeeds>[0] &
  Parameters<typeof creditHours>[0] &
  Pick<Ports, 'certificates' | 'policies'>;

export type StrikeResultInput = EnrolmentChangeInput & Grounds;

/** It never happened: the seat awaits a result again, and the class with it; a certificate goes with its pass. */
export const strikeResult =
  (deps: Deps) =>
  (input: StrikeResultInput, actor: Actor): Promise<Enrolment> =>
    deps.unitOfWork.run(async () => {
      const { reason, evidence } = input;
      const { enrolment, group, certificate } = await resultTarget(deps, input, actor);
      const at = deps.clock.now();
      const seated = await deps.enrolments.save(strike(enrolment, { reason, evidence }, chinaDay(at)));
      if (certificate !== null) {
        await deps.certificates.save(cancelCertificate(certificate, reason, at, enrolment.postingId));
        await creditHours(deps, hoursOf(certificate, -1));
      }
      if (group.status === 'INTERRUPTED') {
        const interrupted = await deps.enrolments.save(interrupt(seated, at));
        await returnNeeds(deps, [interrupted]);
        return interrupted;
      }
      await deps.classes.save(awaitResults(group));
      await dropNeedOf(deps, seated);
      return seated;
    });
