import type { CalendarDate, PolicyDays, RegionCode } from '@qianshou/kernel';

export type { RepositoryOfMany as Repository } from '@qianshou/kernel';

export type Direction = 'ASC' | 'DESC';

/** What a county's policy says of putting records right; station owns it. */
export interface PolicyReplica extends PolicyDays {
  readonly id: string;
  readonly countyCode: RegionCode;
  readonly correctionDays: number;
}

export interface Policies {
  readonly put: (policy: PolicyReplica) => Promise<void>;
  /** The ones that rule in the counties on that day, in the order asked for; null where none does. */
  readonly inForceOfMany: (
    countyCodes: readonly RegionCode[],
    on: CalendarDate,
  ) => Promise<readonly (PolicyReplica | null)[]>;
}
