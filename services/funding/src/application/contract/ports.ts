import type { CalendarDate, Fen, Page, PageRequest } from '@qianshou/kernel';
import type { Contract, ContractEvent } from '../../domain/contract/contract.ts';
import type { ContractStatus } from '../../domain/contract/contract-status.ts';
import type { OfStationYears, OfYear, Repository, PlaceFilter, Within } from '../reference/ports.ts';
import type { AgencyId, ContractId, PurchaseProjectId, StationId } from '../../domain/ids.ts';

export type ContractOrder = 'COUNTY_CODE' | 'AMOUNT' | 'SIGNED_ON';

export interface ContractFilter extends PlaceFilter {
  readonly order: ContractOrder;
  readonly status: readonly ContractStatus[] | null;
  readonly signedOn: Within<CalendarDate>;
  readonly amount: Within<Fen>;
  readonly open: boolean | null;
  /** Past its last day on that day, and still open; null for all. */
  readonly overdueOn: CalendarDate | null;
  readonly providerAgencyId: AgencyId | null;
  readonly stationId: StationId | null;
}

export interface Contracts extends Repository<ContractId, Contract, ContractEvent> {
  readonly ofYear: OfYear<Contract>;
  readonly ofStationYears: OfStationYears<Contract>;
  /** Those of these numbers that were entered of past years and stand. */
  readonly findHistory: (
    numbers: readonly Pick<Contract, 'countyCode' | 'contractNo'>[],
  ) => Promise<readonly Contract[]>;
  readonly findSignedFor: (stationId: StationId) => Promise<readonly Contract[]>;
  /** Signed ones whose money lies in the ledger of that year. */
  readonly findBoundIn: (
    place: Pick<Contract, 'countyCode' | 'programme' | 'year'>,
  ) => Promise<readonly Contract[]>;
  readonly list: (filter: ContractFilter, page: PageRequest) => Promise<Page<Contract>>;
  /** In the order asked for: those under each purchase, whatever became of them. */
  readonly findUnder: (ids: readonly PurchaseProjectId[]) => Promise<readonly (readonly Contract[])[]>;
  /** Signed ones of the county with the same number, or for one of the stations at the same time; and the replaced. */
  readonly findBeside: (
    place: Pick<Contract, 'countyCode' | 'stationIds'>,
    claim: Pick<Contract, 'contractNo' | 'startsOn' | 'endsOn'>,
  ) => Promise<readonly Contract[]>;
}
