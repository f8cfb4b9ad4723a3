import { badInput, type CalendarDate, type Change } from '@qianshou/kernel';
import { dayInFuture, contractTermsWrong } from '../reference/errors.ts';
import type { FourEyesName } from '../reference/four-eyes-pairs.ts';
import { requireSecondPerson } from '../reference/four-eyes.ts';
import { requirePayable } from './contract-status.ts';
import type { AcceptanceInput, AcceptanceRecord } from './acceptance-record.ts';
import type { Contract, ContractEvent } from './contract.ts';
import { acceptanceNotRecorded, acceptancePublished, acceptanceWithoutRecipients } from './errors.ts';

/** FUN-9, FUN-10: recipients are invited and heard; who bought does not accept. */
export function recordAcceptance(
  contract: Contract,
  input: AcceptanceInput,
  today: CalendarDate,
  switched: readonly FourEyesName[] = [],
): Change<Contract, ContractEvent> {
  // A terminated contract is accepted for what was done until then.
  requirePayable(contract);
  requireSecondPerson('BUYER_ACCEPTOR', input.acceptedBy, [contract.signedBy], switched);
  if (input.acceptedOn > today) throw dayInFuture({ field: 'acceptedOn', day: input.acceptedOn, today });
  if (input.acceptedOn < contract.startsOn) {
    throw contractTermsWrong({
      field: 'acceptedOn',
      reason: { en: 'before the first day of service', zh: '早于服务开始日期' },
    });
  }
  refuseUnheard(input);
  const acceptance: AcceptanceRecord = {
    ...input,
    no: contract.acceptances.length + 1,
    publishedOn: null,
    publicUrl: null,
  };
  return {
    state: { ...contract, acceptances: [...contract.acceptances, acceptance] },
    events: [{ type: 'contract.acceptance-recorded', by: input.acceptedBy, acceptance }],
  };
}

export interface Publishing {
  readonly no: number;
  readonly publishedOn: CalendarDate;
  readonly publicUrl: string;
  readonly by: string;
}

/** FUN-9: the result is published. */
export function publishAcceptance(
  contract: Contract,
  { no, publishedOn, publicUrl, by }: Publishing,
  today: CalendarDate,
): Change<Contract, ContractEvent> {
  const known = contract.acceptances.find((each) => each.no === no);
  if (known === undefined) throw acceptanceNotRecorded({ no });
  if (known.publishedOn !== null) throw acceptancePublished({ no, publishedOn: known.publishedOn });
  if (publishedOn > today) throw dayInFuture({ field: 'publishedOn', day: publishedOn, today });
  if (publishedOn < known.acceptedOn) {
    throw contractTermsWrong({
      field: 'publishedOn',
      reason: { en: 'before the acceptance', zh: '早于验收日期' },
    });
  }
  const acceptance = { ...known, publishedOn, publicUrl };
  return {
    state: {
      ...contract,
      acceptances: contract.acceptances.map((each) => (each.no === no ? acceptance : each)),
    },
    events: [{ type: 'contract.acceptance-published', by, acceptance }],
  };
}

const FEW = { en: 'more answers than recipients were invited', zh: '意见数多于受邀服务对象人数' };

function refuseUnheard({ recipientsInvited, opinion }: AcceptanceInput): void {
  const counts = [opinion.satisfied, opinion.neutral, opinion.dissatisfied];
  const heard = counts.reduce((sum, each) => sum + each, 0);
  if (recipientsInvited < 1 || heard < 1) throw acceptanceWithoutRecipients();
  if (counts.some((each) => each < 0) || heard > recipientsInvited) {
    throw badInput({ field: 'opinion', reason: FEW });
  }
}
