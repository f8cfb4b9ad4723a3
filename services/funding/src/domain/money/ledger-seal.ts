import { chinaDay, type Change, type RegionCode, type Versioned } from '@qianshou/kernel';
import type { LedgerSealId } from '../ids.ts';
import type { Digest } from './journal-entry.ts';
import type { Ledger } from './ledger.ts';

/** How far the journal of a county and year reached at one moment (封账), told to everybody who listens. */
export interface LedgerSeal extends Versioned {
  readonly id: LedgerSealId;
  readonly countyCode: RegionCode;
  readonly year: number;
  /** Its place among the seals of that journal, from 1. */
  readonly no: number;
  /** The number of the journal's last entry. */
  readonly entries: number;
  /** The digest of that entry. */
  readonly lastHash: string;
  readonly sealedAt: Date;
}

export interface LedgerSealed {
  readonly type: 'ledger.sealed';
}

type Place = Pick<LedgerSeal, 'countyCode' | 'year'>;

/** So many entries are sealed before the night. */
const SEAL_AFTER_ENTRIES = 1_000;

/** Each night, and every thousand entries; never twice for the same entries. */
export function isSealDue(
  { entries }: Pick<Ledger, 'entries'>,
  last: Pick<LedgerSeal, 'entries' | 'sealedAt'> | null,
  at: Date,
): boolean {
  if (last === null) return entries > 0;
  if (entries <= last.entries) return false;
  return entries - last.entries >= SEAL_AFTER_ENTRIES || chinaDay(at) > chinaDay(last.sealedAt);
}

export function sealLedger(
  { countyCode, year, entries, lastHash }: Ledger,
  last: Pick<LedgerSeal, 'no'> | null,
  { at: sealedAt, digest }: { readonly at: Date; readonly digest: Digest },
): Change<LedgerSeal, LedgerSealed> {
  const no = (last?.no ?? 0) + 1;
  const id = sealId({ countyCode, year }, no, digest);
  return {
    state: { id, version: 0, countyCode, year, no, entries, lastHash, sealedAt },
    events: [{ type: 'ledger.sealed' }],
  };
}

/** Made of its place alone, so that what was told of a seal is found although the seal is gone. */
export function sealId({ countyCode, year }: Place, no: number, digest: Digest): LedgerSealId {
  const hex = digest(`ledger-seal:${countyCode}/${year}/${no}`);
  const groups = [hex.slice(0, 8), hex.slice(8, 12), `7${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`];
  return `sel_${[...groups, hex.slice(20, 32)].join('-')}` as LedgerSealId;
}
