import type { CalendarDate, Warning } from '@qianshou/kernel';
import { acceptanceWarnings } from './acceptance-warnings.ts';
import { notifyBy } from './contract-amendment.ts';
import type { StationReplica } from '../reference/replicas.ts';
import { isOpen } from './contract-status.ts';
import type { Contract } from './contract.ts';
import { publicityWarnings } from './publicity-warnings.ts';

export function contractWarnings(
  contract: Contract,
  stations: readonly (StationReplica | null)[],
  today: CalendarDate,
): readonly Warning[] {
  if (!isOpen(contract)) return [];
  return [
    ...splitUnsaid(contract),
    ...operatorsLeft(contract, stations, today),
    ...publicityWarnings(contract, today),
    ...unnotified(contract, today),
    ...acceptanceWarnings(contract, today),
  ];
}

/** FUN-12: parts of a payment stand in the contract, not in a program. */
function splitUnsaid({ splitAssumed = false, installments }: Contract): readonly Warning[] {
  if (!splitAssumed) return [];
  const parts = installments.map(({ perMille }) => perMille / 10).join('/');
  return [
    {
      rule: 'FUN-12',
      figures: installments.map(({ condition: name, perMille: value }) => ({ name, value })),
      en: `Nobody said how the contract is paid: the demonstration split ${parts} % was taken, which no norm sets. If the paper says otherwise, withdraw it and sign it anew with its installments.`,
      zh: `签订时未填写分期，暂按演示比例 ${parts}（%）分期，该比例无规范依据。如与合同文本不符，请撤回后按实际分期重新签订。`,
    },
  ];
}

/** FUN-5: the money is meant for who runs the stations; a contract that outlives its operator is somebody's to decide. */
function operatorsLeft(
  { endsOn, providerAgencyId }: Contract,
  stations: readonly (StationReplica | null)[],
  today: CalendarDate,
): readonly Warning[] {
  if (endsOn < today) return [];
  const left = stations.filter(
    (station) => station !== null && station.operatorAgencyId !== providerAgencyId,
  );
  if (left.length === 0) return [];
  return [
    {
      rule: 'FUN-5',
      figures: [{ name: 'STATIONS_OF_OTHERS', value: left.length, expected: 0 }],
      en: `Its provider does not run ${left.length} of its stations any more, and the contract goes on: pay what was done until then, and sign one with the new operator that replaces it.`,
      zh: `承接主体已不再运营合同中的 ${left.length} 个社工站，而合同尚未到期：请结清此前服务，并与新承接机构另签替代合同。`,
    },
  ];
}

/** FUN-6: what both sides changed is made known, too. */
function unnotified({ amendments }: Contract, today: CalendarDate): readonly Warning[] {
  return amendments
    .filter((each) => each.notified === null && notifyBy(each).day < today)
    .map((each) => ({
      rule: 'FUN-6',
      since: notifyBy(each).day,
      figures: [{ name: 'AMENDMENT', value: each.no }],
      en: `Amendment ${each.no} was to be made known within 2 working days of its signing. Do it (notifyContractAmendment).`,
      zh: `第 ${each.no} 号变更应自签订之日起 2 个工作日内公告，现已逾期。请尽快公告（notifyContractAmendment）。`,
    }));
}
