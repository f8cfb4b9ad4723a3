import { type CalendarDate, chinaDay, type Command, decision } from '@qianshou/kernel';
import type { AcceptanceInput } from '../../domain/contract/acceptance-record.ts';
import {
  publishAcceptance as publish,
  recordAcceptance as record,
} from '../../domain/contract/acceptance.ts';
import type { Contract } from '../../domain/contract/contract.ts';
import { maySpend } from '../../domain/policy.ts';
import { subjectOf } from '../../domain/reference/four-eyes.ts';
import { switchedPairs } from '../four-eyes/switched-pairs.ts';
import type { Ports } from '../ports.ts';
import { type ContractTarget, onContract } from './contract-decision.ts';

type Target = Omit<ContractTarget, 'reason'>;

export type RecordAcceptanceInput = Target & Omit<AcceptanceInput, 'acceptedBy'>;

export interface PublishAcceptanceInput extends Target {
  readonly acceptanceNo: number;
  readonly publishedOn: CalendarDate;
  readonly publicUrl: string;
}

/** FUN-9: how the service was accepted, with what its recipients said. */
export const recordAcceptance = (ports: Ports): Command<RecordAcceptanceInput, Contract> =>
  decision(ports.unitOfWork, {
    load: onContract(ports).load,
    once: 'recordAcceptance',
    may: (actor, { countyCode }) => maySpend(actor, countyCode),
    decide: async (contract, { acceptedOn, recipientsInvited, opinion, result }, actor) =>
      record(
        contract,
        { acceptedOn, recipientsInvited, opinion, result, acceptedBy: subjectOf(actor) },
        chinaDay(ports.clock.now()),
        await switchedPairs(ports, contract.countyCode),
      ),
    save: (change) => ports.contracts.save(change),
  });

export const publishAcceptance = (ports: Ports): Command<PublishAcceptanceInput, Contract> =>
  decision(ports.unitOfWork, {
    load: onContract(ports).load,
    once: 'publishAcceptance',
    may: (actor, { countyCode }) => maySpend(actor, countyCode),
    decide: (contract, { acceptanceNo: no, publishedOn, publicUrl }, actor) =>
      publish(contract, { no, publishedOn, publicUrl, by: subjectOf(actor) }, chinaDay(ports.clock.now())),
    save: (change) => ports.contracts.save(change),
  });
