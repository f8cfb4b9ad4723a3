import type { CalendarDate, Change } from '@qianshou/kernel';
import { refuseOutOfOrder } from '../purchase/purchase-days.ts';
import { requireStanding } from './contract-status.ts';
import type { Contract, ContractEvent } from './contract.ts';
import type { ContractFiling, ContractPublication } from './contract-publication.ts';
import { contractFiled, contractPublished } from './errors.ts';

type Changed = Change<Contract, ContractEvent>;

/** A late day is recorded as it was; the contract warns of it. */
export function publishContract(
  contract: Contract,
  published: ContractPublication,
  today: CalendarDate,
): Changed {
  requireStanding(contract);
  if (contract.published !== null) throw contractPublished({ publishedOn: contract.published.publishedOn });
  refuseOutOfOrder({ field: 'publishedOn', day: published.publishedOn, earliest: contract.signedOn, today });
  return {
    state: { ...contract, published },
    events: [{ type: 'contract.published', by: published.by, published }],
  };
}

export function fileContract(contract: Contract, filed: ContractFiling, today: CalendarDate): Changed {
  requireStanding(contract);
  if (contract.filed !== null) throw contractFiled({ filedOn: contract.filed.filedOn });
  refuseOutOfOrder({ field: 'filedOn', day: filed.filedOn, earliest: contract.signedOn, today });
  return { state: { ...contract, filed }, events: [{ type: 'contract.filed', by: filed.by, filed }] };
}
