import type { CalendarDate, Warning } from '@qianshou/kernel';
import { fileContractBy, publishContractBy } from '../purchase/purchase-days.ts';
import type { Contract } from './contract.ts';

/**
 * FUN-6: what the law asks of a signed contract, and how far it was done in time. Of a contract without a purchase, which
 * was signed before purchases were kept or beside them, nobody wrote that down.
 */
export function publicityWarnings(contract: Contract, today: CalendarDate): readonly Warning[] {
  if (contract.purchaseProjectId === null) return [];
  return [...unpublished(contract, today), ...unfiled(contract, today)];
}

function unpublished({ signedOn, published }: Contract, today: CalendarDate): readonly Warning[] {
  const { day } = publishContractBy(signedOn);
  if ((published?.publishedOn ?? today) <= day) return [];
  return [
    {
      rule: 'FUN-6',
      since: day,
      en:
        published === null
          ? `The contract was to be published within 2 working days of signing, by ${day}. Publish it (publishContract).`
          : `The contract was published on ${published.publishedOn}, later than 2 working days after signing (${day}).`,
      zh:
        published === null
          ? `合同应自签订之日起 2 个工作日内公告，截止 ${day}。请尽快公告（publishContract）。`
          : `合同于 ${published.publishedOn} 公告，晚于签订后 2 个工作日（${day}）。`,
    },
  ];
}

function unfiled({ signedOn, filed }: Contract, today: CalendarDate): readonly Warning[] {
  const { day } = fileContractBy(signedOn);
  if ((filed?.filedOn ?? today) <= day) return [];
  return [
    {
      rule: 'FUN-6',
      since: day,
      en:
        filed === null
          ? `A copy of the contract was to be filed within 7 working days of signing, by ${day}. File it (fileContract).`
          : `A copy of the contract was filed on ${filed.filedOn}, later than 7 working days after signing (${day}).`,
      zh:
        filed === null
          ? `合同副本应自签订之日起 7 个工作日内备案，截止 ${day}。请尽快备案（fileContract）。`
          : `合同副本于 ${filed.filedOn} 备案，晚于签订后 7 个工作日（${day}）。`,
    },
  ];
}
