import { applyForAward } from './apply-for-award.ts';
import { approveAward } from './approve-award.ts';
import { approveBudget } from './approve-budget.ts';
import { approvePayment } from './approve-payment.ts';
import { correctAward, refuseAward, withdrawAward } from './change-award.ts';
import { correctContract, refuseContract, withdrawContract } from './change-contract.ts';
import { draftBudget } from './draft-budget.ts';
import { listAwards } from './list-awards.ts';
import { listBudgetPlans } from './list-budget-plans.ts';
import { listContracts } from './list-contracts.ts';
import { listJournalEntries } from './list-journal-entries.ts';
import { listPayments } from './list-payments.ts';
import { makePayment } from './make-payment.ts';
import { onAcceptancePassed } from './on-acceptance-passed.ts';
import { onAgencyRegistered } from './on-agency-registered.ts';
import { onAgencyRevised } from './on-agency-revised.ts';
import { onAgencyStatusChanged } from './on-agency-status-changed.ts';
import { onPolicyAdopted } from './on-policy-adopted.ts';
import { onStationClosed } from './on-station-closed.ts';
import { onEvaluationStruck, onStationEvaluated } from './on-station-evaluated.ts';
import { onStationStanding } from './on-station-standing.ts';
import { onStationTakenOver } from './on-station-taken-over.ts';
import { onStationTierChanged } from './on-station-tier-changed.ts';
import { reconcile } from './reconcile.ts';
import { redraftBudget } from './redraft-budget.ts';
import { rejectBudget } from './reject-budget.ts';
import { releaseExpiredPayments } from './release-expired-payments.ts';
import { remeasureCaps } from './remeasure-caps.ts';
import { requestAwardPayment } from './request-award-payment.ts';
import { requestPayment } from './request-payment.ts';
import { restateAssistanceFund } from './restate-assistance-fund.ts';
import { returnPayment } from './return-payment.ts';
import { signContract } from './sign-contract.ts';
import { submitBudget } from './submit-budget.ts';
import type { Ports } from './ports.ts';

/** Everything that this service can do, with its ports filled in. */
export type UseCases = ReturnType<typeof fundingUseCases>;

export function fundingUseCases(ports: Ports) {
  return {
    applyForAward: applyForAward(ports),
    approveAward: approveAward(ports),
    approveBudget: approveBudget(ports),
    approvePayment: approvePayment(ports),
    correctContract: correctContract(ports),
    correctAward: correctAward(ports),
    draftBudget: draftBudget(ports),
    listAwards: listAwards(ports),
    listBudgetPlans: listBudgetPlans(ports),
    listContracts: listContracts(ports),
    listJournalEntries: listJournalEntries(ports),
    listPayments: listPayments(ports),
    makePayment: makePayment(ports),
    onAcceptancePassed: onAcceptancePassed(ports),
    onAgencyRegistered: onAgencyRegistered(ports),
    onAgencyRevised: onAgencyRevised(ports),
    onAgencyStatusChanged: onAgencyStatusChanged(ports),
    onPolicyAdopted: onPolicyAdopted(ports),
    onStationClosed: onStationClosed(ports),
    onEvaluationStruck: onEvaluationStruck(ports),
    onStationEvaluated: onStationEvaluated(ports),
    onStationStanding: onStationStanding(ports),
    onStationTierChanged: onStationTierChanged(ports),
    onStationTakenOver: onStationTakenOver(ports),
    reconcile: reconcile(ports),
    redraftBudget: redraftBudget(ports),
    refuseContract: refuseContract(ports),
    refuseAward: refuseAward(ports),
    rejectBudget: rejectBudget(ports),
    releaseExpiredPayments: releaseExpiredPayments(ports),
    remeasureCaps: remeasureCaps(ports),
    requestAwardPayment: requestAwardPayment(ports),
    requestPayment: requestPayment(ports),
    restateAssistanceFund: restateAssistanceFund(ports),
    returnPayment: returnPayment(ports),
    signContract: signContract(ports),
    submitBudget: submitBudget(ports),
    withdrawAward: withdrawAward(ports),
    withdrawContract: withdrawContract(ports),
  };
}
