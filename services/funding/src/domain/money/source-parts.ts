import { type Fen, fen } from '@qianshou/kernel';
import { allocate } from '../reference/allocate.ts';
import { sourceOverdrawn, sourcePurposeExhausted } from '../reference/errors.ts';
import {
  type Account,
  type Programme,
  type Source,
  SOURCE_KINDS,
  type SourceKind,
  type SourceName,
  sourceName,
  sourceOf,
  sourceOfAccount,
  sourceWords,
  STAGES,
  stageAccount,
} from './account.ts';
import type { JournalEntry, Posting } from './journal-entry.ts';
import type { SourcePart } from './source-part.ts';

export type { SourcePart } from './source-part.ts';

/** What stands in each stage, by source: `STATION_WORK/COMMITTED/CHARITY`. They sum to the stage's balance. */
export type PartBalances = Readonly<Record<string, Fen>>;

/** What money is bound for: a purchase of services, or a reward in place of a subsidy. */
export type Purpose = 'PURCHASE' | 'REWARD';

/** Which sources pay for one purpose alone. All others pay for both. */
const EARMARKED: Partial<Record<SourceKind, Purpose>> = {
  BUILD_REWARD: 'REWARD',
  PURCHASE_BUDGET: 'PURCHASE',
};

/** How an amount is taken from several sources: from each in proportion, or one after the other. */
export const ALLOCATIONS = ['PROPORTION', 'ORDER'] as const;

export type Allocation = (typeof ALLOCATIONS)[number];

export function partKey(account: Account, source: SourceName): string {
  return `${account}/${source}`;
}

/** What a stage holds, by source, each once; sources that gave nothing are left out. */
export function partsIn(
  balances: PartBalances,
  programme: Programme,
  stage: Parameters<typeof stageAccount>[1],
): readonly SourcePart[] {
  return partsOfAccount(balances, stageAccount(programme, stage));
}

function partsOfAccount(balances: PartBalances, account: Account): readonly SourcePart[] {
  const start = `${account}/`;
  const parts = Object.entries(balances)
    .filter(([key, amount]) => key.startsWith(start) && amount !== 0n)
    .map(([key, amountFen]) => ({ ...sourceOf(key.slice(start.length) as SourceName), amountFen }));
  return parts.toSorted(bySource);
}

/** How far money of one source is: each stage in which something of it stands. */
export function stagesOf(balances: PartBalances, programme: Programme, source: Source) {
  const name = sourceName(source);
  return STAGES.map((stage) => ({
    stage,
    amount: balances[partKey(stageAccount(programme, stage), name)] ?? fen(0n),
  })).filter(({ amount }) => amount !== 0n);
}

/** Older money first, then in the order in which the sources are known. */
function bySource(a: Source, b: Source): number {
  const age = (a.originYear ?? Infinity) - (b.originYear ?? Infinity);
  if (a.originYear !== b.originYear) return age;
  return SOURCE_KINDS.indexOf(a.kind) - SOURCE_KINDS.indexOf(b.kind);
}

/** Exactly the amount, from what is there; the whole of it when the amount is the whole. */
export function takeParts(
  available: readonly SourcePart[],
  amountFen: Fen,
  allocation: Allocation,
): readonly SourcePart[] {
  const taken =
    allocation === 'ORDER' ? oneAfterTheOther(available, amountFen) : inProportion(available, amountFen);
  return taken.filter((part) => part.amountFen > 0n);
}

/** Never more of a source than is there: a part rounded up had something left to be rounded. */
function inProportion(available: readonly SourcePart[], amountFen: Fen): readonly SourcePart[] {
  const weights = available.map((part) => (part.amountFen > 0n ? part.amountFen : 0n));
  if (weights.every((weight) => weight === 0n)) return [];
  const amounts = allocate(amountFen, weights);
  return available.map((part, at) => ({ ...part, amountFen: amounts[at] ?? fen(0n) }));
}

function oneAfterTheOther(available: readonly SourcePart[], amountFen: Fen): readonly SourcePart[] {
  let left: bigint = amountFen;
  return available.map((part) => {
    const taken = left < part.amountFen ? left : part.amountFen;
    left -= taken;
    return { ...part, amountFen: fen(taken) };
  });
}

export interface Binding {
  readonly amountFen: Fen;
  readonly purpose: Purpose;
  readonly allocation: Allocation;
  /** Sources whose time is over: they bind nothing any more. */
  readonly expired: readonly SourceName[];
}

/**
 * Of which sources an amount is bound, frozen from then on. Money that is meant for another purpose, or whose time is
 * over, is left alone. Null where all of them together do not have it: that the ledger says.
 */
export function bindParts(
  appropriated: readonly SourcePart[],
  { amountFen, purpose, allocation, expired }: Binding,
): readonly SourcePart[] | null {
  const usable = appropriated.filter(
    (part) => mayPay(part.kind, purpose) && !expired.includes(sourceName(part)),
  );
  if (sumOfParts(appropriated) < amountFen) return null;
  const available = sumOfParts(usable);
  if (available < amountFen) {
    const unusable = appropriated.filter((part) => !usable.includes(part));
    const sources = unusable.map((part) => sourceWords(sourceName(part)));
    throw sourcePurposeExhausted({
      availableFen: available.toString(),
      askedFen: amountFen.toString(),
      sources,
    });
  }
  const [meant, others] = [true, false].map((is) =>
    usable.filter((part) => isMeantFor(part, purpose) === is),
  );
  const inOrder = [...(meant ?? []), ...(others ?? [])];
  return takeParts(allocation === 'ORDER' ? inOrder : usable, amountFen, allocation);
}

function mayPay(kind: SourceKind, purpose: Purpose): boolean {
  return (EARMARKED[kind] ?? purpose) === purpose;
}

function isMeantFor({ kind }: Source, purpose: Purpose): boolean {
  return EARMARKED[kind] === purpose;
}

export function sumOfParts(parts: readonly SourcePart[]): Fen {
  return fen(parts.reduce<bigint>((sum, { amountFen }) => sum + amountFen, 0n));
}

/** What is left of parts once others are taken from them. */
export function lessParts(parts: readonly SourcePart[], taken: readonly SourcePart[]): readonly SourcePart[] {
  return parts.map((part) => {
    const of = taken.filter((each) => sourceName(each) === sourceName(part));
    return { ...part, amountFen: fen(part.amountFen - sumOfParts(of)) };
  });
}

/** As the next year has them: money of the year itself becomes money of its year. */
export function partsFromYear(parts: readonly SourcePart[], year: number): readonly SourcePart[] {
  return parts
    .filter(({ amountFen }) => amountFen > 0n)
    .map((part) => ({ ...part, originYear: part.originYear ?? year }));
}

/** Each source once. */
export function joinParts(parts: readonly SourcePart[]): readonly SourcePart[] {
  const joined = Map.groupBy(parts, sourceName);
  return [...joined.values()]
    .flatMap((same) => same.slice(0, 1).map((part) => ({ ...part, amountFen: sumOfParts(same) })))
    .toSorted(bySource);
}

type Entry = Pick<JournalEntry, 'postings' | 'parts'>;

/** The balances by source with one more entry. Entries of before name no sources: they took of each in proportion. */
export function withParts(balances: PartBalances, entry: Entry): PartBalances {
  const after: Record<string, Fen> = { ...balances };
  for (const [key, amount] of movedParts(balances, entry)) after[key] = fen((after[key] ?? 0n) + amount);
  return after;
}

function movedParts(balances: PartBalances, entry: Entry): readonly (readonly [string, bigint])[] {
  const given = givenParts(entry.postings);
  if (given.length > 0) return given;
  const from = entry.postings.find((posting) => posting.fen < 0n);
  if (from === undefined) return [];
  const parts = entry.parts ?? inProportion(heldIn(balances, from.account), fen(-from.fen));
  return entry.postings.flatMap((posting) =>
    parts.map((part) => {
      const amount = posting.fen < 0n ? -part.amountFen : part.amountFen;
      return [partKey(posting.account, sourceName(part)), amount] as const;
    }),
  );
}

/** What came back stands against the paid of the same source. */
function heldIn(balances: PartBalances, account: Account): readonly SourcePart[] {
  if (!account.endsWith('/RETURNED')) return partsOfAccount(balances, account);
  const paid = account.replace(/RETURNED$/, 'DISBURSED') as Account;
  return joinParts([...partsOfAccount(balances, paid), ...partsOfAccount(balances, account)]);
}

/** What sources give, or take back, stands in the stage that they give into. */
function givenParts(postings: readonly Posting[]): readonly (readonly [string, bigint])[] {
  const into = postings.find(({ account }) => sourceOfAccount(account) === null)?.account;
  return postings.flatMap(({ account, fen: amount }) => {
    const source = sourceOfAccount(account);
    if (source === null) return [];
    const stage = into ?? (account.replace(/\/SOURCE_.*$/, '/APPROPRIATED') as Account);
    return [[partKey(stage, source), -amount] as const];
  });
}

/** No source gives more in a stage than it has there; what came back of it, not more than was paid of it. */
export function refuseSourceOverdraft(before: PartBalances, after: PartBalances): void {
  for (const [key, balance] of Object.entries(after)) {
    const [account, name] = splitKey(key);
    const held = account.endsWith('/RETURNED')
      ? balance + (after[key.replace('/RETURNED/', '/DISBURSED/')] ?? 0n)
      : balance;
    if (held >= 0n) continue;
    const available = before[key] ?? fen(0n);
    throw sourceOverdrawn({
      source: sourceWords(name),
      availableFen: available.toString(),
      askedFen: (available - balance).toString(),
    });
  }
}

function splitKey(key: string): readonly [Account, SourceName] {
  const at = key.lastIndexOf('/');
  return [key.slice(0, at) as Account, key.slice(at + 1) as SourceName];
}
