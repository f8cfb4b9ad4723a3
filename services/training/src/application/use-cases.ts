import { useCasesOfCertificate } from './certificate/use-cases.ts';
import { useCasesOfClass } from './class/use-cases.ts';
import { useCasesOfExam } from './exam/use-cases.ts';
import { useCasesOfNeed } from './need/use-cases.ts';
import { useCasesOfProgramme } from './programme/use-cases.ts';
import { useCasesOfReference } from './reference/use-cases.ts';
import { useCasesOfSession } from './session/use-cases.ts';
import { useCasesOfSupervision } from './supervision/use-cases.ts';
import type { Ports } from './ports.ts';

/** Everything that this service can do, with its ports filled in. */
export type UseCases = ReturnType<typeof trainingUseCases>;

export function trainingUseCases(ports: Ports) {
  return {
    ...useCasesOfCertificate(ports),
    ...useCasesOfClass(ports),
    ...useCasesOfExam(ports),
    ...useCasesOfNeed(ports),
    ...useCasesOfProgramme(ports),
    ...useCasesOfReference(ports),
    ...useCasesOfSession(ports),
    ...useCasesOfSupervision(ports),
  };
}
