import { addDays, type CalendarDate } from '@qianshou/kernel';
import { addWorkingDays } from '../calendar/working-days.ts';

/** How the provider is chosen (采购方式), Government Procurement Law Art. 26. */
export const PURCHASE_METHODS = [
  'OPEN_TENDER',
  'INVITED_TENDER',
  'COMPETITIVE_NEGOTIATION',
  'SINGLE_SOURCE',
  'PRICE_INQUIRY',
  'OTHER',
] as const;

export type PurchaseMethod = (typeof PURCHASE_METHODS)[number];

/** What wins among those who meet the need: the most points, the lowest price, or there is nothing to compare. */
export type Ranking = 'SCORE' | 'PRICE' | 'NONE';

interface MethodRules {
  /** Fewer offers than these, and the purchase failed (Art. 34, 36, 38, 40). */
  readonly fewestBids: number;
  readonly mostBids: number;
  readonly ranking: Ranking;
  /** How long offers, or objections to a single source, are taken at least, in days or working days. */
  readonly open: { readonly days: number; readonly unit: 'DAYS' | 'WORKING_DAYS' };
}

const MANY = 50;

/** Tenders: 政府采购法 Art. 35, 36; the others: 政府采购非招标采购方式管理办法 (财政部令第74号) Art. 29, 38, 45. */
const RULES: Readonly<Record<PurchaseMethod, MethodRules>> = {
  OPEN_TENDER: { fewestBids: 3, mostBids: MANY, ranking: 'SCORE', open: { days: 20, unit: 'DAYS' } },
  INVITED_TENDER: { fewestBids: 3, mostBids: MANY, ranking: 'SCORE', open: { days: 20, unit: 'DAYS' } },
  COMPETITIVE_NEGOTIATION: {
    fewestBids: 3,
    mostBids: MANY,
    ranking: 'PRICE',
    open: { days: 3, unit: 'WORKING_DAYS' },
  },
  PRICE_INQUIRY: { fewestBids: 3, mostBids: MANY, ranking: 'PRICE', open: { days: 3, unit: 'WORKING_DAYS' } },
  SINGLE_SOURCE: { fewestBids: 1, mostBids: 1, ranking: 'NONE', open: { days: 5, unit: 'WORKING_DAYS' } },
  OTHER: { fewestBids: 1, mostBids: MANY, ranking: 'SCORE', open: { days: 0, unit: 'DAYS' } },
};

/** Two offers are enough for a negotiation that repeats a purchase that failed (财政部令第74号 Art. 27). */
const REPEATED_NEGOTIATION = 2;

export function fewestBids(method: PurchaseMethod, roundNo: number): number {
  if (method === 'COMPETITIVE_NEGOTIATION' && roundNo > 1) return REPEATED_NEGOTIATION;
  return RULES[method].fewestBids;
}

export function mostBids(method: PurchaseMethod): number {
  return RULES[method].mostBids;
}

export function rankingOf(method: PurchaseMethod): Ranking {
  return RULES[method].ranking;
}

/** Until when it stays open at least. */
export function openAtLeastUntil(method: PurchaseMethod, publishedOn: CalendarDate): CalendarDate {
  const { days, unit } = RULES[method].open;
  return unit === 'DAYS' ? addDays(publishedOn, days) : addWorkingDays(publishedOn, days).day;
}

/** Nobody competes for a single source, and another way is an exception: both say why. */
export function needsReason(method: PurchaseMethod): boolean {
  return method === 'SINGLE_SOURCE' || method === 'OTHER';
}
