/** What is added up for a region, over all years and for each one. */
export const FIGURE_NAMES = [
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
] as const;

export type FigureName = (typeof FIGURE_NAMES)[number];

/** Under which name a year's figure is kept beside the one of all years; null asks for all. */
export function figureOfYear(name: FigureName, year: number | null): string {
  return year === null ? name : `${name}_${year}`;
}
