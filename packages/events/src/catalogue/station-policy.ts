import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { count, day, id, oneOf, region } from '../fields.ts';

const POLICY = 'pol_01900000-0000-7000-8000-000000000015';

const policy = {
  policyId: id('pol'),
  countyCode: region,
  validFrom: day,
  /** First day on which it rules no longer. */
  validTo: day.nullable(),
  /** First day of its successor; absent in events of before supersession was told. */
  supersededOn: day.nullable().optional(),
  /** Taken back before it began: it rules on no day. */
  withdrawnOn: day.nullable().optional(),
  source: z.string(),
  demonstrationStations: count.nullable(),
  demonstrationRooms: count.nullable(),
  residentsPerStation: count,
  certificateYears: count.nullable(),
  /** PER-9; absent in events of before. */
  certificateGapDays: count.optional(),
  /** PER-9: days before the deadline on which it is warned of, the widest first; absent in events of before, then 180, 90, 30. */
  certificateWarningDays: z.array(count).optional(),
  /** Days in which whoever recorded a fact may put it right; absent in events of before, then 7. */
  correctionDays: count.optional(),
  /** Days of recruiting (PER-4); absent in events of before. */
  recruitmentNoticeDays: count.optional(),
  applicantDays: count.optional(),
  vacancyDays: count.optional(),
  /** TRA-8: sessions of supervision that a station gets in a quarter; absent in events of before, then 1. */
  supervisionsPerQuarter: count.optional(),
  /** Proposed with the policy; it counts from `capApprovedOn` on. */
  capPercent: count.nullable(),
  /** When finance approved the cap; null while nobody did. */
  capApprovedOn: day.nullable().optional(),
  countsQuasiTownships: z.boolean(),
  /** Units that the switch leaves out of the denominator. */
  unitsOutOfScope: count,
};
const counted = { demonstrationStations: count, demonstrationRooms: count, unitsOutOfScope: count };
const policyExample = {
  policyId: POLICY,
  countyCode: '420581',
  validFrom: '2022-01-01',
  validTo: null,
  supersededOn: null,
  withdrawnOn: null,
  source: '宜都发布',
  demonstrationStations: 5,
  demonstrationRooms: 10,
  residentsPerStation: 1,
  certificateYears: 2,
  certificateGapDays: 180,
  certificateWarningDays: [180, 90, 30],
  correctionDays: 7,
  recruitmentNoticeDays: 5,
  applicantDays: 30,
  vacancyDays: 60,
  supervisionsPerQuarter: 1,
  capPercent: 3,
  capApprovedOn: null,
  countsQuasiTownships: true,
  unitsOutOfScope: 0,
};
const countedExample = { demonstrationStations: 5, demonstrationRooms: 10, unitsOutOfScope: 0 };
const NOTHING = { demonstrationStations: 0, demonstrationRooms: 0, unitsOutOfScope: 0 };

export const policyEvents = [
  defineEvent({
    type: 'qianshou.station.policy-adopted.v1',
    aggregate: 'county-policy',
    about: {
      en: 'A county adopted its local numbers, valid from a day on. Which policy rules on a day is `policyInForce` of the kernel.',
      zh: '县级政策参数发布',
    },
    data: z.object({
      ...policy,
      /** Only in events of before counties followed their policies by day: the numbers counted until then. */
      replaces: z.object(counted).optional(),
    }),
    example: policyExample,
  }),
  defineEvent({
    type: 'qianshou.station.policy-revised.v1',
    aggregate: 'county-policy',
    about: {
      en: 'A policy was superseded, ended, withdrawn or corrected, or its cap was approved; the whole policy as it stands now.',
      zh: '县级政策变更(替代、终止、撤回、更正或比例上限批准)',
    },
    data: z.object({
      ...policy,
      change: oneOf(['SUPERSEDED', 'ENDED', 'WITHDRAWN', 'CORRECTED', 'CAP_APPROVED']),
      /** Who decided: the subject of an account. */
      by: z.string(),
    }),
    example: {
      ...policyExample,
      capApprovedOn: '2022-01-05',
      change: 'CAP_APPROVED',
      by: 'yidu-finance',
    },
  }),
  defineEvent({
    type: 'qianshou.station.policy-in-force-changed.v1',
    aggregate: 'policy-standing',
    about: {
      en: 'From this day on a county follows another policy than before, another text of it, or none: told once, on the day itself.',
      zh: '现行县级政策变化',
    },
    data: z.object({
      countyCode: region,
      policyId: id('pol').nullable(),
      on: day,
      /** PER-8; absent in events of before. */
      certificateYears: count.nullable().optional(),
      /** PER-9; absent in events of before, then the copy of the policy says them. */
      certificateWarningDays: z.array(count).optional(),
      ...counted,
      replaces: z.object({ ...counted, policyId: id('pol').nullable() }),
    }),
    example: {
      countyCode: '420581',
      policyId: POLICY,
      on: '2022-01-01',
      certificateYears: 2,
      certificateWarningDays: [180, 90, 30],
      ...countedExample,
      replaces: { ...NOTHING, policyId: null },
    },
  }),
] as const;
