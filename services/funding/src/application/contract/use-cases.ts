import type { Ports } from '../ports.ts';
import { correctContract, refuseContract, withdrawContract } from './change-contract.ts';
import { advanceContract, closeContract } from './advance-contract.ts';
import { amendContract, notifyContractAmendment } from './amend-contract.ts';
import { deductFromContract } from './deduct-from-contract.ts';
import { listContracts } from './list-contracts.ts';
import { onEvaluationStruck, onStationEvaluated } from './on-station-evaluated.ts';
import { publishAcceptance, recordAcceptance } from './accept-contract.ts';
import { fileContract, publishContract } from './publish-contract.ts';
import { supplementContract } from './supplement-contract.ts';
import { terminateContract } from './terminate-contract.ts';
import { signContract } from './sign-contract.ts';
import { warnOfContract } from './warn-of-contract.ts';

export function useCasesOfContract(ports: Ports) {
  return {
    advanceContract: advanceContract(ports),
    amendContract: amendContract(ports),
    closeContract: closeContract(ports),
    deductFromContract: deductFromContract(ports),
    notifyContractAmendment: notifyContractAmendment(ports),
    correctContract: correctContract(ports),
    publishAcceptance: publishAcceptance(ports),
    fileContract: fileContract(ports),
    publishContract: publishContract(ports),
    recordAcceptance: recordAcceptance(ports),
    supplementContract: supplementContract(ports),
    terminateContract: terminateContract(ports),
    listContracts: listContracts(ports),
    onEvaluationStruck: onEvaluationStruck(ports),
    onStationEvaluated: onStationEvaluated(ports),
    refuseContract: refuseContract(ports),
    signContract: signContract(ports),
    warnOfContract: warnOfContract(ports),
    withdrawContract: withdrawContract(ports),
  };
}
