import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { count, day, id, oneOf, year } from '../fields.ts';
import { AGENCY, parties, partiesExample, RECIPIENT, SCHEME, work, workExample } from './pairing-terms.ts';

const status = oneOf([
  'MATCHED',
  'SIGNED',
  'ACTIVE',
  'PAST_END',
  'SUSPENDED',
  'FINAL_EVALUATION',
  'COMPLETED',
  'TERMINATED',
]);
const days = { signedOn: day.nullable(), startsOn: day.nullable(), endsOn: day.nullable() };
const grown = { agencyId: id('agy'), grownOn: day.nullable() };

/** What had been recorded of a pairing itself and is otherwise: `before` is taken back. */
export const pairingPutRightEvents = [
  defineEvent({
    type: 'qianshou.pairing.corrected.v1',
    aggregate: 'pairing',
    about: {
      en: 'The agreement of a pairing says otherwise than was recorded; its days, what they make of its status, and its days before.',
      zh: '结对协议信息更正',
    },
    data: z.object({ ...parties, status, ...days, before: z.object(days) }),
    example: {
      ...partiesExample,
      status: 'ACTIVE',
      signedOn: '2026-02-01',
      startsOn: '2026-03-01',
      endsOn: '2026-12-31',
      before: { signedOn: '2026-02-01', startsOn: '2026-03-01', endsOn: '2026-11-30' },
    },
  }),
  defineEvent({
    type: 'qianshou.pairing.agency-growth-corrected.v1',
    aggregate: 'pairing',
    about: {
      en: 'Another agency grew with the help of a pairing, or on another day; what was counted before.',
      zh: '培育机构更正',
    },
    data: z.object({ ...parties, ...grown, before: z.object(grown) }),
    example: {
      ...partiesExample,
      agencyId: RECIPIENT,
      grownOn: '2026-06-30',
      before: { agencyId: AGENCY, grownOn: '2026-06-30' },
    },
  }),
  defineEvent({
    type: 'qianshou.pairing.trainee-corrected.v1',
    aggregate: 'pairing',
    about: { en: 'Somebody else is to be trained than was named; how many stands.', zh: '培养对象更正' },
    data: z.object({ ...parties, trainees: count }),
    example: { ...partiesExample, trainees: 3 },
  }),
  defineEvent({
    type: 'qianshou.pairing.scheme-struck.v1',
    aggregate: 'scheme',
    about: { en: 'A scheme had been opened by mistake; nothing stands under it.', zh: '协作方案作废' },
    data: z.object({ schemeId: id('sch'), quota: count, year }),
    example: { schemeId: SCHEME, quota: 5, year: 2026 },
  }),
  defineEvent({
    type: 'qianshou.pairing.scheme-corrected.v1',
    aggregate: 'scheme',
    about: {
      en: 'The quota, the year or a document of a scheme had been recorded wrongly; quota and year now and before.',
      zh: '协作方案更正',
    },
    data: z.object({ schemeId: id('sch'), quota: count, year, before: z.object({ quota: count, year }) }),
    example: { schemeId: SCHEME, quota: 8, year: 2026, before: { quota: 5, year: 2026 } },
  }),
  defineEvent({
    type: 'qianshou.pairing.supervision-struck.v1',
    aggregate: 'supervision-note',
    about: {
      en: 'A note of supervision had been entered by mistake; it counts no more.',
      zh: '督导记录作废',
    },
    data: z.object({ ...work, noteId: id('svn'), notedOn: day }),
    example: { ...workExample, noteId: 'svn_01900000-0000-7000-8000-000000000011', notedOn: '2026-06-30' },
  }),
  defineEvent({
    type: 'qianshou.pairing.supervision-corrected.v1',
    aggregate: 'supervision-note',
    about: { en: 'A note of supervision had been entered otherwise.', zh: '督导记录更正' },
    data: z.object({ ...work, noteId: id('svn'), notedOn: day, followUpOn: day }),
    example: {
      ...workExample,
      noteId: 'svn_01900000-0000-7000-8000-000000000011',
      notedOn: '2026-06-30',
      followUpOn: '2026-09-30',
    },
  }),
] as const;
