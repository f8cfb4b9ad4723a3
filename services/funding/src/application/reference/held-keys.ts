import type { RegionCode } from '@qianshou/kernel';
import type { LedgerPlace } from '../../domain/money/ledger.ts';
import type { StationId } from '../../domain/ids.ts';

export type { LedgerPlace } from '../../domain/money/ledger.ts';

/**
 * What transactions hold against each other. All that moves money of one county and year goes through one key: the
 * sums that a decision reads stay true until it is saved.
 */
export const ledgerKey = ({ countyCode, year }: LedgerPlace): string => `ledger:${countyCode}/${year}`;

/** Covers a station's acceptance and the awards that wait for it. */
export const stationKey = (id: StationId): string => `station:${id}`;

/** Covers the numbers and the days of a county's contracts, whatever their year. */
export const contractsKey = (countyCode: RegionCode): string => `contracts:${countyCode}`;

/** The lock of a decision that moves money: the ledger of what it is about, whose county and year never change. */
export const lockLedgerOf =
  <Input>(load: (input: Input) => Promise<LedgerPlace>) =>
  async (input: Input): Promise<string> =>
    ledgerKey(await load(input));
