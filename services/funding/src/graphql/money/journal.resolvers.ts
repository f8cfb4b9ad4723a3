import { type RegionCode, regionCodeOf } from '@qianshou/kernel';
import { pageOf, toConnection } from '@qianshou/service-kit/graphql';
import type {
  AccountComparisonResolvers,
  FigureComparisonResolvers,
  FundingFigureName,
  JournalEntryResolvers,
  JournalPostingResolvers,
  LedgerFindingResolvers,
  MonthlyReconciliationResolvers,
  QueryResolvers,
  ReconciliationResolvers,
} from '../generated/resolvers.ts';
import { MOST_FINDINGS } from '../../domain/money/ledger-findings.ts';
import { yearOf } from '../reference/parse.ts';

function ledgerOf({ countyCode, year }: { readonly countyCode: RegionCode; readonly year: number }) {
  return { countyCode: regionCodeOf('COUNTY', countyCode, 'countyCode'), year: yearOf(year) };
}

export const journalQueries = {
  journalEntries: async (_root, { countyCode, year, ...args }, { useCases, actor }) =>
    toConnection(await useCases.listJournalEntries(ledgerOf({ countyCode, year }), pageOf(args), actor)),
  reconciliation: (_root, args, { useCases, actor }) => useCases.reconcile(ledgerOf(args), actor),
  monthlyReconciliations: async (_root, { countyCode, year, ...args }, { useCases, actor }) =>
    toConnection(await useCases.listLedgerChecks(ledgerOf({ countyCode, year }), pageOf(args), actor)),
} satisfies Partial<QueryResolvers>;

export const JournalEntry: JournalEntryResolvers = {
  postings: ({ postings }) => [...postings],
  origin: ({ origin }) => origin ?? 'PLATFORM',
  sources: ({ parts }) => (parts === null ? null : [...parts]),
  budgetPlanId: ({ reference }) => reference.budgetPlanId,
  contractId: ({ reference }) => reference.contractId,
  awardId: ({ reference }) => reference.awardId,
  paymentId: ({ reference }) => reference.paymentId,
};

export const JournalPosting: JournalPostingResolvers = {
  amount: ({ fen }) => fen,
};

export const Reconciliation: ReconciliationResolvers = {
  county: ({ countyCode }) => ({ code: countyCode }),
  balanced: ({ findings }) => findings.length === 0,
  findings: ({ findings }) => findings.slice(0, MOST_FINDINGS),
  accounts: ({ accounts }) => [...accounts],
  sources: ({ sources }) => [...sources],
  figures: ({ figures }) => [...figures],
};

export const LedgerFinding: LedgerFindingResolvers = {
  difference: ({ differenceFen }) => differenceFen,
};

export const MonthlyReconciliation: MonthlyReconciliationResolvers = {
  county: ({ countyCode }) => ({ code: countyCode }),
  findings: ({ findings }) => [...findings],
};

export const AccountComparison: AccountComparisonResolvers = {
  journal: ({ journalFen }) => journalFen,
  guard: ({ guardFen }) => guardFen,
  difference: ({ differenceFen }) => differenceFen,
};

const FIGURES = {
  plannedFen: 'PLANNED',
  boundFen: 'BOUND',
  paidFen: 'PAID',
} as const satisfies Record<string, FundingFigureName>;

export const FigureComparison: FigureComparisonResolvers = {
  figure: ({ figure }) => FIGURES[figure],
  journal: ({ journalFen }) => journalFen,
  events: ({ eventsFen }) => eventsFen,
  difference: ({ differenceFen }) => differenceFen,
};
