import { useCasesOfClock } from './clock/use-cases.ts';
import { useCasesOfEmployment } from './employment/use-cases.ts';
import { useCasesOfExam } from './exam/use-cases.ts';
import { useCasesOfDuty } from './duty/use-cases.ts';
import { useCasesOfPeople } from './people/use-cases.ts';
import { useCasesOfPosting } from './posting/use-cases.ts';
import { useCasesOfQualification } from './qualification/use-cases.ts';
import { useCasesOfRecruitment } from './recruitment/use-cases.ts';
import { useCasesOfReference } from './reference/use-cases.ts';
import { useCasesOfRegistration } from './registration/use-cases.ts';
import { useCasesOfRenewal } from './renewal/use-cases.ts';
import { useCasesOfTransfer } from './transfer/use-cases.ts';
import { useCasesOfWorker } from './worker/use-cases.ts';
import type { Ports } from './ports.ts';

/** Everything that this service can do, with its ports filled in. */
export type UseCases = ReturnType<typeof personnelUseCases>;

export function personnelUseCases(ports: Ports) {
  return {
    ...useCasesOfClock(ports),
    ...useCasesOfEmployment(ports),
    ...useCasesOfExam(ports),
    ...useCasesOfDuty(ports),
    ...useCasesOfPeople(ports),
    ...useCasesOfPosting(ports),
    ...useCasesOfQualification(ports),
    ...useCasesOfRecruitment(ports),
    ...useCasesOfReference(ports),
    ...useCasesOfRegistration(ports),
    ...useCasesOfRenewal(ports),
    ...useCasesOfTransfer(ports),
    ...useCasesOfWorker(ports),
  };
}
