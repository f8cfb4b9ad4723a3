import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { day, id, oneOf, region } from '../fields.ts';
import { WORKER } from './example-ids.ts';

const renewal = {
  renewalId: id('rnw'),
  postingId: id('pst'),
  workerId: id('wkr'),
  countyCode: region,
};
const example = {
  renewalId: 'rnw_01900000-0000-7000-8000-000000000071',
  postingId: 'pst_01900000-0000-7000-8000-000000000023',
  workerId: WORKER,
  countyCode: '420581',
};

/** What becomes of who missed the two years (PER-10): outcomes and days, never a reason. */
export const renewalEvents = [
  defineEvent({
    type: 'qianshou.personnel.renewal-proposed.v1',
    aggregate: 'renewal-decision',
    about: { en: 'A clock has run out: the bureau is asked for its decision.', zh: '提请续聘决定' },
    data: z.object({ ...renewal, deadline: day, decideBy: day }),
    example: { ...example, deadline: '2026-10-31', decideBy: '2026-11-30' },
  }),
  defineEvent({
    type: 'qianshou.personnel.renewal-decided.v1',
    aggregate: 'renewal-decision',
    about: { en: 'The bureau decided whether somebody goes on, and until when.', zh: '续聘决定' },
    data: z.object({
      ...renewal,
      outcome: oneOf(['RENEWED_WITH_EXCEPTION', 'NOT_RENEWED']),
      until: day,
    }),
    example: { ...example, outcome: 'RENEWED_WITH_EXCEPTION', until: '2027-07-31' },
  }),
  defineEvent({
    type: 'qianshou.personnel.renewal-lapsed.v1',
    aggregate: 'renewal-decision',
    about: {
      en: 'Nothing is left to be decided: the certificate came, or the post ended.',
      zh: '续聘事项终止',
    },
    data: z.object(renewal),
    example,
  }),
] as const;
