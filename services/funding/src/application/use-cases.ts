import { useCasesOfAward } from './award/use-cases.ts';
import { useCasesOfBudget } from './budget/use-cases.ts';
import { useCasesOfContract } from './contract/use-cases.ts';
import { useCasesOfEvaluation } from './evaluation/use-cases.ts';
import { useCasesOfFourEyes } from './four-eyes/use-cases.ts';
import { useCasesOfMoney } from './money/use-cases.ts';
import { useCasesOfPayment } from './payment/use-cases.ts';
import { useCasesOfPurchase } from './purchase/use-cases.ts';
import { useCasesOfReference } from './reference/use-cases.ts';
import type { Ports } from './ports.ts';

/** Everything that this service can do, with its ports filled in. */
export type UseCases = ReturnType<typeof fundingUseCases>;

export function fundingUseCases(ports: Ports) {
  return {
    ...useCasesOfAward(ports),
    ...useCasesOfBudget(ports),
    ...useCasesOfContract(ports),
    ...useCasesOfEvaluation(ports),
    ...useCasesOfFourEyes(ports),
    ...useCasesOfMoney(ports),
    ...useCasesOfPayment(ports),
    ...useCasesOfPurchase(ports),
    ...useCasesOfReference(ports),
  };
}
