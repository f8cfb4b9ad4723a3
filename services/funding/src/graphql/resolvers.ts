import { auditFields, auditTypes } from '@qianshou/service-kit/audit';
import { importFields, importTypes } from '@qianshou/service-kit/imports';
import { budgetMutations } from './budget/budget-commands.resolvers.ts';
import {
  Amount,
  BudgetAdjustment,
  ProvisionalOpening,
  BudgetFigures,
  BudgetLine,
  BudgetPlan,
  BudgetSettlement,
  budgetQueries,
  CapBreach,
  CapMeasure,
  FundSource,
  SourcePart,
} from './budget/budget.resolvers.ts';
import { BudgetScenario, ScenarioFigures, scenarioQueries } from './budget/budget-scenario.resolvers.ts';
import { calendarQueries, WorkingDeadline } from './calendar/working-calendar.resolvers.ts';
import { contractMutations } from './contract/contract-commands.resolvers.ts';
import {
  AcceptanceRecord,
  Contract,
  ContractPublicity,
  contractQueries,
  ContractSupplement,
  Installment,
} from './contract/contract.resolvers.ts';
import {
  ContractAmendment,
  ContractDeduction,
  contractStepMutations,
} from './contract/contract-steps.resolvers.ts';
import { evaluationMutations } from './evaluation/evaluation-commands.resolvers.ts';
import {
  BudgetEvaluation,
  EvaluationScheme,
  evaluationQueries,
  FundEvaluation,
} from './evaluation/evaluation.resolvers.ts';
import { FourEyesPair, fourEyesMutations, fourEyesQueries } from './four-eyes/four-eyes.resolvers.ts';
import type { MutationResolvers, QueryResolvers, Resolvers } from './generated/resolvers.ts';
import {
  AccountComparison,
  FigureComparison,
  JournalEntry,
  journalQueries,
  JournalPosting,
  LedgerFinding,
  MonthlyReconciliation,
  Reconciliation,
} from './money/journal.resolvers.ts';
import { Agency, AmountRate, FundingFigures, Region, Station } from './neighbours.resolvers.ts';
import { paymentMutations } from './payment/payment-commands.resolvers.ts';
import { Payment, paymentQueries, Refund } from './payment/payment.resolvers.ts';
import { purchaseMutations } from './purchase/purchase-commands.resolvers.ts';
import {
  PurchaseAward,
  PurchaseBid,
  PurchaseCorrection,
  PurchaseObjection,
  PurchaseProject,
  purchaseQueries,
  PurchaseRound,
} from './purchase/purchase.resolvers.ts';
import { StationMoney } from './station-money/station-money.resolvers.ts';
import { awardMutations, awardQueries, RewardAward } from './award/reward-award.resolvers.ts';

const imports = importFields('funding');

/** `Required`: a root field of the schema without a resolver does not compile. */
const Query: Required<QueryResolvers> = {
  ...auditFields('funding'),
  ...awardQueries,
  ...budgetQueries,
  ...scenarioQueries,
  ...calendarQueries,
  ...contractQueries,
  ...evaluationQueries,
  ...fourEyesQueries,
  ...journalQueries,
  ...paymentQueries,
  ...purchaseQueries,
  ...imports.queries,
};

const Mutation: Required<MutationResolvers> = {
  ...awardMutations,
  ...budgetMutations,
  ...contractMutations,
  ...contractStepMutations,
  ...evaluationMutations,
  ...fourEyesMutations,
  ...paymentMutations,
  ...purchaseMutations,
  ...imports.mutations,
};

export const resolvers = {
  ...auditTypes,
  ...importTypes,
  Query,
  Mutation,
  AcceptanceRecord,
  AccountComparison,
  Agency,
  Amount,
  AmountRate,
  BudgetAdjustment,
  ProvisionalOpening,
  BudgetFigures,
  BudgetEvaluation,
  BudgetLine,
  BudgetPlan,
  BudgetScenario,
  BudgetSettlement,
  CapBreach,
  CapMeasure,
  Contract,
  ContractAmendment,
  ContractDeduction,
  ContractPublicity,
  ContractSupplement,
  EvaluationScheme,
  FigureComparison,
  FundEvaluation,
  FourEyesPair,
  FundingFigures,
  FundSource,
  Installment,
  JournalEntry,
  Payment,
  JournalPosting,
  LedgerFinding,
  MonthlyReconciliation,
  PurchaseAward,
  PurchaseBid,
  PurchaseCorrection,
  PurchaseObjection,
  PurchaseProject,
  PurchaseRound,
  Reconciliation,
  Refund,
  Region,
  RewardAward,
  ScenarioFigures,
  SourcePart,
  Station,
  StationMoney,
  WorkingDeadline,
} satisfies Resolvers;
