/** What is added up for a region, over all years and for each budget year. */
const FIGURE_NAMES = [
  'plannedFen',
  'capFen',
  'assistanceShareFen',
  'topUpFen',
  'contractedFen',
  'contractsSigned',
  'awardsApprovedFen',
  'awardsPaidFen',
  'paidFen',
  'contractsPaidFen',
  'paymentsOverdue',
  'carriedInFen',
  'carriedOverFen',
  'surplusFen',
  'boundMovedFen',
  'historyPlannedFen',
  'historyContractedFen',
  'historyPaidFen',
  'provisionalFen',
] as const;

export type FigureName = (typeof FIGURE_NAMES)[number];
