import { type CalendarDate, type Change, type PublicText, requireDifference } from '@qianshou/kernel';
import { addWorkingDays, type WorkingDeadline } from '../calendar/working-days.ts';
import { refuseOutOfOrder } from '../purchase/purchase-days.ts';
import type { Amendment, AmendmentNotice } from './amendment.ts';
import type { Contract, ContractEvent } from './contract.ts';
import { requireOpen, requireStanding } from './contract-status.ts';
import { refuseBeside, refuseWrongTerms } from './contract-terms.ts';
import { amendmentNotFound, amendmentNotified } from './errors.ts';

const NOTIFY_WORKING_DAYS = 2;

type Changed = Change<Contract, ContractEvent>;

export interface AmendingInput {
  readonly endsOn: CalendarDate;
  readonly longTermReason: PublicText | null;
  readonly signedOn: CalendarDate;
  readonly document: PublicText;
  readonly reason: PublicText;
  readonly by: string;
}

/** By both sides, also after money moved: it runs to another day; the amount changes by supplements and deductions alone. */
export function amendContract(
  contract: Contract,
  input: AmendingInput,
  facts: { readonly beside: readonly Contract[]; readonly today: CalendarDate },
): Changed {
  requireOpen(contract);
  const { endsOn, signedOn, document, reason, by } = input;
  requireDifference<Pick<Contract, 'endsOn'>>(contract, { endsOn });
  refuseOutOfOrder({ field: 'signedOn', day: signedOn, earliest: contract.signedOn, today: facts.today });
  const longTermReason = input.longTermReason ?? contract.longTermReason;
  const terms = { ...contract, endsOn, longTermReason };
  refuseWrongTerms(terms, facts.today, contract.year);
  refuseBeside({ ...terms, replacesContractId: null }, facts.beside);
  const no = contract.amendments.length + 1;
  const changed = { endedOn: contract.endsOn, endsOn };
  const amendment: Amendment = { no, kind: 'TERM', signedOn, ...changed, document, by, notified: null };
  return {
    state: {
      ...terms,
      amendments: [...contract.amendments, amendment],
      notes: [...contract.notes, { kind: 'AMENDED', by, on: facts.today, reason }],
    },
    events: [{ type: 'contract.amended', by, amendment }],
  };
}

/** Made known within 2 working days; a late day is recorded as it was. */
export function notifyAmendment(
  contract: Contract,
  no: number,
  notified: AmendmentNotice,
  today: CalendarDate,
): Changed {
  requireStanding(contract);
  const known = contract.amendments.find((each) => each.no === no);
  if (known === undefined) throw amendmentNotFound({ no });
  if (known.notified !== null) throw amendmentNotified({ no, notifiedOn: known.notified.notifiedOn });
  refuseOutOfOrder({ field: 'notifiedOn', day: notified.notifiedOn, earliest: known.signedOn, today });
  const amendment = { ...known, notified };
  return {
    state: {
      ...contract,
      amendments: contract.amendments.map((each) => (each.no === no ? amendment : each)),
    },
    events: [{ type: 'contract.amendment-notified', by: notified.by, amendment }],
  };
}

export function notifyBy({ signedOn }: Pick<Amendment, 'signedOn'>): WorkingDeadline {
  return addWorkingDays(signedOn, NOTIFY_WORKING_DAYS);
}
