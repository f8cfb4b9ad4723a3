import type { Clock, NewId, UnitOfWork } from '@qianshou/kernel';
import type { Digest } from '../domain/money/journal-entry.ts';
import type { Agencies, Stations, Evaluations, Policies, PublishedFigures } from './reference/ports.ts';
import type { BudgetPlans, CapBreaches, FundSources } from './budget/ports.ts';
import type { Contracts } from './contract/ports.ts';
import type { Awards } from './award/ports.ts';
import type { FourEyesSwitches } from './four-eyes/ports.ts';
import type { PurchaseProjects } from './purchase/ports.ts';
import type { BudgetEvaluations, EvaluationSchemes, FundEvaluations } from './evaluation/ports.ts';
import type { Payments } from './payment/ports.ts';
import type { LedgerChecks, Ledgers, LedgerSeals, ToldOfMoney } from './money/ports.ts';

export interface Ports {
  readonly budgetPlans: BudgetPlans;
  readonly fundSources: FundSources;
  readonly capBreaches: CapBreaches;
  readonly fundEvaluations: FundEvaluations;
  readonly evaluationSchemes: EvaluationSchemes;
  readonly budgetEvaluations: BudgetEvaluations;
  readonly contracts: Contracts;
  readonly awards: Awards;
  readonly payments: Payments;
  readonly purchaseProjects: PurchaseProjects;
  readonly fourEyesSwitches: FourEyesSwitches;
  readonly ledgers: Ledgers;
  readonly ledgerSeals: LedgerSeals;
  readonly ledgerChecks: LedgerChecks;
  readonly toldOfMoney: ToldOfMoney;
  readonly agencies: Agencies;
  readonly stations: Stations;
  readonly evaluations: Evaluations;
  readonly policies: Policies;
  readonly publishedFigures: PublishedFigures;
  readonly digest: Digest;
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly newId: NewId;
}
