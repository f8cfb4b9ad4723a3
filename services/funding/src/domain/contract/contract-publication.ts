import type { CalendarDate, PublicText } from '@qianshou/kernel';

/** FUN-6: where and when a contract was published (合同公告). */
export interface ContractPublication {
  readonly publishedOn: CalendarDate;
  readonly publicUrl: PublicText;
  readonly by: string;
}

/** FUN-6: with whom and when a copy was filed (合同备案). */
export interface ContractFiling {
  readonly filedOn: CalendarDate;
  readonly office: PublicText;
  readonly by: string;
}
