import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { count, day, id, oneOf } from '../fields.ts';
import { place, placeExample } from './station.ts';

const RECORD = 'srv_01900000-0000-7000-8000-000000000017';

/** Counts only: whom a station served is nobody's business but theirs (STA-12). */
const service = z.object({
  ...place,
  recordId: id('srv'),
  service: z.string(),
  domain: oneOf([
    'SOCIAL_ASSISTANCE',
    'ELDERLY_CARE',
    'CHILD_CARE',
    'GRASSROOTS_GOVERNANCE',
    'SOCIAL_AFFAIRS',
    'TALENT_DEVELOPMENT',
  ]),
  method: oneOf(['CASE', 'GROUP', 'COMMUNITY']),
  beneficiaryGroup: oneOf([
    'SUBSISTENCE_ALLOWANCE',
    'EXTREME_POVERTY_HOME',
    'DISABLED',
    'LEFT_BEHIND_ELDERLY',
    'WIDOWED_ELDERLY',
    'LONE_ELDERLY',
    'EXTREME_POVERTY_ELDERLY',
    'ORPHAN',
    'DE_FACTO_UNSUPPORTED_CHILD',
    'LEFT_BEHIND_CHILD',
    'CHILD_IN_NEED',
    'MENTAL_DISORDER',
    'RESIDENTS',
    'ELDERLY',
    'PUPILS',
  ]).nullable(),
  /** Which of the five partners (五社联动) took part; absent where none were named. */
  partners: z
    .array(oneOf(['COMMUNITY', 'SOCIAL_ORGANISATION', 'SOCIAL_WORKER', 'VOLUNTEER', 'CHARITY_RESOURCE']))
    .optional(),
  servedOn: day,
  persons: count,
  minutes: count,
});

const example = {
  ...placeExample,
  recordId: RECORD,
  service: 'ELDERLY_HOME_VISIT',
  domain: 'ELDERLY_CARE',
  method: 'CASE',
  beneficiaryGroup: 'LONE_ELDERLY',
  servedOn: '2026-05-20',
  persons: 12,
  minutes: 210,
};

/** What stations do, entry by entry. */
export const stationServiceEvents = [
  defineEvent({
    type: 'qianshou.station.service-recorded.v1',
    aggregate: 'service-record',
    about: { en: 'A station recorded a service, in counts.', zh: '登记服务' },
    data: service,
    example: {
      ...example,
      service: 'GOVERNANCE_FIVE_PARTNERS',
      domain: 'GRASSROOTS_GOVERNANCE',
      method: 'COMMUNITY',
      beneficiaryGroup: null,
      partners: ['COMMUNITY', 'SOCIAL_ORGANISATION', 'VOLUNTEER'],
    },
  }),
  defineEvent({
    type: 'qianshou.station.service-record-struck.v1',
    aggregate: 'service-record',
    about: { en: 'A service record was struck out as a mistake; it counts no more.', zh: '服务记录作废' },
    data: service,
    example,
  }),
  defineEvent({
    type: 'qianshou.station.service-record-corrected.v1',
    aggregate: 'service-record',
    about: {
      en: 'A service record was corrected; with what it had counted before, which the sums take back.',
      zh: '服务记录更正',
    },
    data: service.extend({
      before: service.pick({
        servedOn: true,
        domain: true,
        method: true,
        beneficiaryGroup: true,
        persons: true,
        minutes: true,
      }),
    }),
    example: {
      ...example,
      persons: 21,
      before: {
        servedOn: '2026-05-20',
        domain: 'ELDERLY_CARE',
        method: 'CASE',
        beneficiaryGroup: 'LONE_ELDERLY',
        persons: 12,
        minutes: 210,
      },
    },
  }),
] as const;
