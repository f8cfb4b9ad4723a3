import type { Fen } from '@qianshou/kernel';
import { type Digest, GENESIS, isIntact, type JournalEntry } from './journal-entry.ts';
import type { Ledger } from './ledger.ts';
import type { LedgerSeal } from './ledger-seal.ts';

/** What can be wrong with a journal and what stands beside it (核对发现). */
export const LEDGER_FINDING_KINDS = [
  'ENTRY_ALTERED',
  'ENTRY_MISSING',
  'ENTRY_INSERTED',
  'CHAIN_BROKEN',
  'JOURNAL_CUT_OFF',
  'GUARD_DIFFERS',
  'SEAL_BROKEN',
  'SEAL_ALTERED',
  'SEAL_MISSING',
  'OBJECT_DIFFERS',
  'EVENT_DIFFERS',
] as const;

export type LedgerFindingKind = (typeof LEDGER_FINDING_KINDS)[number];

/** One thing that is wrong, named: which entry or seal, which account, which object, and by how much. */
export interface LedgerFinding {
  readonly kind: LedgerFindingKind;
  /** Of an entry, or of a seal. */
  readonly no: number | null;
  readonly account: string | null;
  readonly objectId: string | null;
  readonly differenceFen: Fen | null;
}

export function finding(kind: LedgerFindingKind, named: Partial<Omit<LedgerFinding, 'kind'>>): LedgerFinding {
  return { kind, no: null, account: null, objectId: null, differenceFen: null, ...named };
}

/** More would say nothing new. */
export const MOST_FINDINGS = 100;

/** What a seal says, as it is kept or as it was told. */
export type SealedFacts = Pick<LedgerSeal, 'no' | 'entries' | 'lastHash'>;

/** Entries by number: altered in themselves, missing, put in, or not written after the one before them. */
export function entryFindings(
  entries: readonly JournalEntry[],
  ledger: Pick<Ledger, 'entries' | 'lastHash'>,
  digest: Digest,
): readonly LedgerFinding[] {
  const found: LedgerFinding[] = [];
  let before = { no: 0, hash: GENESIS, sound: true };
  for (const entry of entries) {
    const intact = isIntact(entry, digest);
    found.push(...placeFindings(entry, before, intact), ...gapBefore(entry, before.no));
    before = { no: Math.max(entry.no, before.no), hash: entry.hash, sound: intact };
  }
  return [...found, ...endFindings(entries, ledger)];
}

interface Before {
  readonly no: number;
  readonly hash: string;
  readonly sound: boolean;
}

function placeFindings(entry: JournalEntry, before: Before, intact: boolean): readonly LedgerFinding[] {
  const { no, id: objectId } = entry;
  if (no <= before.no) return [finding('ENTRY_INSERTED', { no, objectId })];
  if (!intact) return [finding('ENTRY_ALTERED', { no, objectId })];
  const follows = no === before.no + 1 && before.sound;
  return follows && entry.previousHash !== before.hash ? [finding('CHAIN_BROKEN', { no, objectId })] : [];
}

function gapBefore({ no }: JournalEntry, last: number): readonly LedgerFinding[] {
  const missing = Math.min(Math.max(no - last - 1, 0), MOST_FINDINGS);
  return Array.from({ length: missing }, (_, at) => finding('ENTRY_MISSING', { no: last + 1 + at }));
}

/** A journal cut off at its end is whole in itself: only the guard knows how far it reached. */
function endFindings(
  entries: readonly JournalEntry[],
  ledger: Pick<Ledger, 'entries' | 'lastHash'>,
): readonly LedgerFinding[] {
  const last = entries.at(-1);
  const reached = last?.no ?? 0;
  if (reached < ledger.entries) return [finding('JOURNAL_CUT_OFF', { no: reached + 1 })];
  const beyond = entries.filter(({ no }) => no > ledger.entries);
  if (beyond.length > 0) {
    return beyond.map(({ no, id: objectId }) => finding('ENTRY_INSERTED', { no, objectId }));
  }
  const sameEnd = last === undefined || last.hash === ledger.lastHash;
  return sameEnd ? [] : [finding('GUARD_DIFFERS', { no: last.no })];
}

/**
 * What was sealed is there as it was sealed. A journal that was cut off together with its guard, or written anew from
 * its beginning, is whole in itself: a seal, or what was told of it, still knows the entry that it ended with.
 */
export function sealFindings(
  entries: readonly JournalEntry[],
  seals: readonly SealedFacts[],
  told: readonly SealedFacts[],
): readonly LedgerFinding[] {
  const hashes = new Map(entries.map(({ no, hash }) => [no, hash]));
  const kept = new Map(seals.map((seal) => [seal.no, seal]));
  const known = new Map([...seals, ...told].map((seal) => [seal.no, seal]));
  return [...known.values()]
    .toSorted((a, b) => a.no - b.no)
    .flatMap((seal) => {
      const { no, entries: upTo, lastHash } = seal;
      const broken = hashes.get(upTo) === lastHash ? [] : [finding('SEAL_BROKEN', { no: upTo })];
      return [...broken, ...keptFindings(kept.get(no), seal)];
    });
}

function keptFindings(kept: SealedFacts | undefined, known: SealedFacts): readonly LedgerFinding[] {
  const { no } = known;
  if (kept === undefined) return [finding('SEAL_MISSING', { no })];
  const same = kept.entries === known.entries && kept.lastHash === known.lastHash;
  return same ? [] : [finding('SEAL_ALTERED', { no })];
}
