import {
  badInput,
  type CalendarDate,
  type Fen,
  fen,
  LARGEST_AMOUNT,
  policyInForce,
  type PublicText,
} from '@qianshou/kernel';
import { allocate } from '../reference/allocate.ts';
import {
  budgetBaseMissing,
  budgetBaseYearWrong,
  budgetCapUnknown,
  budgetLinesWrong,
  budgetShareAboveCap,
  budgetTopUpTypedIn,
} from './errors.ts';
import type { CountyPolicyId } from '../ids.ts';
import { type SourceKind, sourceName, type SourceName } from '../money/account.ts';
import { capFen, isWithin } from '../money/cap.ts';
import type { Drawing } from '../money/movements.ts';
import type { PolicyReplica } from '../reference/replicas.ts';

/** One source of a budget. The municipal top-up has no line: it is computed. */
export interface BudgetLine {
  readonly kind: SourceKind;
  readonly amountFen: Fen;
  readonly note: PublicText | null;
  /** The last day on which it may be bound; null: to the end of the year. */
  readonly usableUntil?: CalendarDate | null;
}

/** FUN-3: last year's social-assistance special fund of the same county, as some paper states it. */
export interface AssistanceFund {
  readonly year: number;
  readonly amountFen: Fen;
  readonly source: PublicText;
}

/** FUN-1: the cap that a plan was measured by, frozen with the figure it rests on. */
export interface FrozenCap {
  /** Which figure of the fund it is: another amount or another source makes a new revision. */
  readonly revision: number;
  readonly year: number;
  readonly baseFen: Fen;
  readonly source: PublicText;
  /** Null where no policy in force says how much of it may be used. */
  readonly policy: CapPolicy | null;
}

export interface CapPolicy {
  readonly id: CountyPolicyId;
  readonly source: string;
  readonly percent: number;
  /** When finance approved the percentage; null while it is only proposed. */
  readonly approvedOn: CalendarDate | null;
}

export interface Sources {
  readonly plannedFen: Fen;
  readonly lines: readonly BudgetLine[];
  readonly cap: FrozenCap | null;
  /** FUN-2 */
  readonly topUpFen: Fen;
}

export interface SourcesInput {
  readonly countyCode: string;
  readonly year: number;
  readonly plannedFen: Fen;
  readonly lines: readonly BudgetLine[];
  readonly assistanceFund: AssistanceFund | null;
}

/** What a cap is measured by: the county's policies, and the day whose policy rules. */
export interface CapFacts {
  readonly policies: readonly PolicyReplica[];
  readonly day: CalendarDate;
}

export interface SourcesFacts extends CapFacts {
  /** The figure that an earlier draft was measured by. */
  readonly earlierCap: FrozenCap | null;
}

/** FUN-1, FUN-2, FUN-3: the sources of a budget, within the cap, with the city covering what they leave open. */
export function measureSources(input: SourcesInput, facts: SourcesFacts): Sources {
  const { plannedFen, lines } = input;
  if (plannedFen <= 0n)
    throw badInput({ field: 'plannedFen', reason: { en: 'must be more than 0', zh: '应大于 0' } });
  refuseWrongLines(lines);
  const cap = freezeCap(input, facts);
  refuseShareAboveCap({ ...input, cap, day: facts.day });
  return { plannedFen, lines, cap, topUpFen: openAmount(plannedFen, lines) };
}

/** FUN-2: what the lines leave open. */
export function openAmount(plannedFen: Fen, lines: readonly BudgetLine[]): Fen {
  const open = plannedFen - totalOf(lines);
  return fen(open > 0n ? open : 0n);
}

export function shareOfAssistance({ lines }: Pick<Sources, 'lines'>): Fen {
  return lines.find(({ kind }) => kind === 'ASSISTANCE_FUND_SHARE')?.amountFen ?? fen(0n);
}

/** Sources that may not be bound on the day any more. */
export function expiredSources({ lines }: Pick<Sources, 'lines'>, day: CalendarDate): readonly SourceName[] {
  return lines
    .filter(({ usableUntil = null }) => usableUntil !== null && usableUntil < day)
    .map(({ kind }) => sourceName({ kind, originYear: null }));
}

/** In whole fen, for people; null where there is no fund figure or no policy. */
export function capOf({ cap }: Pick<Sources, 'cap'>): Fen | null {
  if (cap === null || cap.policy === null) return null;
  return capFen({ baseFen: cap.baseFen, percent: cap.policy.percent });
}

/** What the sources give beyond what is planned. Legal, and worth a word: the surplus is not drawn. */
export function surplusOf({ plannedFen, lines }: Pick<Sources, 'plannedFen' | 'lines'>): Fen {
  const surplus = totalOf(lines) - plannedFen;
  return fen(surplus > 0n ? surplus : 0n);
}

/** What each source gives in the end: the plan and no more. Sources that exceed it are drawn in proportion. */
export function drawingsOf(sources: Sources): readonly Drawing[] {
  const { plannedFen, lines, topUpFen } = sources;
  if (surplusOf(sources) === 0n) return [...lines, { kind: 'MUNICIPAL_TOP_UP', amountFen: topUpFen }];
  const parts = allocate(
    plannedFen,
    lines.map(({ amountFen }) => amountFen),
  );
  return lines.map(({ kind }, at) => ({ kind, amountFen: parts[at] ?? fen(0n) }));
}

function totalOf(lines: readonly BudgetLine[]): bigint {
  return lines.reduce<bigint>((sum, { amountFen }) => sum + amountFen, 0n);
}

export function refuseWrongLines(lines: readonly BudgetLine[]): void {
  const kinds = new Set(lines.map(({ kind }) => kind));
  if (kinds.has('MUNICIPAL_TOP_UP')) throw budgetTopUpTypedIn();
  if (kinds.size !== lines.length)
    throw budgetLinesWrong({
      reason: {
        en: 'each source has one line; join those that repeat it',
        zh: '每个来源仅限一行,请合并重复的来源',
      },
    });
  if (totalOf(lines) > LARGEST_AMOUNT)
    throw budgetLinesWrong({
      reason: { en: 'together they are beyond 10^15 fen', zh: '各来源合计超过 10^15 分' },
    });
}

/** FUN-3: the figure of the fund with the percentage that rules on the day; another figure is another revision. */
export function freezeCap(
  { year, assistanceFund }: Pick<SourcesInput, 'year' | 'assistanceFund'>,
  { policies, day, earlierCap }: SourcesFacts,
): FrozenCap | null {
  if (assistanceFund === null) return null;
  if (assistanceFund.year !== year - 1) {
    throw budgetBaseYearWrong({ year, expectedYear: year - 1, baseYear: assistanceFund.year });
  }
  const { amountFen: baseFen, source } = assistanceFund;
  const same = earlierCap?.baseFen === baseFen && earlierCap.source === source;
  const revision = (earlierCap?.revision ?? 0) + (same ? 0 : 1);
  return { revision, year: assistanceFund.year, baseFen, source, policy: capPolicyOn(policies, day) };
}

function capPolicyOn(policies: readonly PolicyReplica[], day: CalendarDate): CapPolicy | null {
  const policy = policyInForce(policies, day);
  if (policy === null || policy.capPercent === null) return null;
  const { id, source, capPercent: percent, capApprovedOn: approvedOn } = policy;
  return { id, source, percent, approvedOn };
}

interface Measured extends Pick<SourcesInput, 'countyCode' | 'year' | 'lines'> {
  readonly cap: FrozenCap | null;
  readonly day: CalendarDate;
}

/** FUN-1: what the fund gives stays within the cap. */
export function refuseShareAboveCap({ countyCode, year, lines, cap, day }: Measured): void {
  const share = shareOfAssistance({ lines });
  if (share === 0n) return;
  if (cap === null) throw budgetBaseMissing({ expectedYear: year - 1 });
  if (cap.policy === null) throw budgetCapUnknown({ countyCode, year, day });
  const { baseFen, policy } = cap;
  if (isWithin({ baseFen, percent: policy.percent }, share)) return;
  throw budgetShareAboveCap({
    capFen: capFen({ baseFen, percent: policy.percent }).toString(),
    askedFen: share.toString(),
    baseFen: baseFen.toString(),
    capPercent: policy.percent,
  });
}
