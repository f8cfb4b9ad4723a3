import { useCasesOfAgency } from './agency/use-cases.ts';
import { useCasesOfApplication } from './application/use-cases.ts';
import { useCasesOfCounty } from './county/use-cases.ts';
import { useCasesOfExit } from './exit/use-cases.ts';
import { useCasesOfPairing } from './pairing/use-cases.ts';
import { useCasesOfScheme } from './scheme/use-cases.ts';
import { useCasesOfWork } from './work/use-cases.ts';
import type { Ports } from './ports.ts';

/** Everything that this service can do, with its ports filled in. */
export type UseCases = ReturnType<typeof pairingUseCases>;

export function pairingUseCases(ports: Ports) {
  return {
    ...useCasesOfAgency(ports),
    ...useCasesOfApplication(ports),
    ...useCasesOfCounty(ports),
    ...useCasesOfExit(ports),
    ...useCasesOfPairing(ports),
    ...useCasesOfScheme(ports),
    ...useCasesOfWork(ports),
  };
}
