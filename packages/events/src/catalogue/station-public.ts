import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { count, day, id, oneOf } from '../fields.ts';
import { place, placeExample, standing, standingExample } from './station.ts';

const COMPLAINT = 'cmp_01900000-0000-7000-8000-000000000018';

const complaint = {
  ...place,
  complaintId: id('cmp'),
  kind: oneOf(['SERVICE_QUALITY', 'ATTITUDE', 'PREMISES', 'CONDUCT', 'OTHER']),
  receivedOn: day,
  dueOn: day,
};
const complaintExample = {
  ...placeExample,
  complaintId: COMPLAINT,
  kind: 'SERVICE_QUALITY',
  receivedOn: '2026-05-20',
  dueOn: '2026-06-04',
};

/** Between stations and the public. What was said and answered stays with the record. */
export const stationPublicEvents = [
  defineEvent({
    type: 'qianshou.station.service-guide-published.v1',
    aggregate: 'station',
    about: { en: 'A station told the public when it is open and what it offers.', zh: '发布服务指南' },
    data: z.object({ ...standing, offers: count }),
    example: { ...standingExample, offers: 12 },
  }),
  defineEvent({
    type: 'qianshou.station.complaint-received.v1',
    aggregate: 'complaint',
    about: { en: 'Somebody complained about a station.', zh: '收到投诉' },
    data: z.object(complaint),
    example: complaintExample,
  }),
  defineEvent({
    type: 'qianshou.station.complaint-overdue.v1',
    aggregate: 'complaint',
    about: { en: 'A complaint was not handled in time; told once.', zh: '投诉逾期' },
    data: z.object(complaint),
    example: complaintExample,
  }),
  defineEvent({
    type: 'qianshou.station.complaint-handled.v1',
    aggregate: 'complaint',
    about: { en: 'A complaint was handled, with an outcome.', zh: '投诉办结' },
    data: z.object({
      ...complaint,
      outcome: oneOf(['UPHELD', 'PARTLY_UPHELD', 'NOT_UPHELD']),
      handledOn: day,
      wasOverdue: z.boolean(),
    }),
    example: { ...complaintExample, outcome: 'UPHELD', handledOn: '2026-06-01', wasOverdue: false },
  }),
  defineEvent({
    type: 'qianshou.station.complaint-struck.v1',
    aggregate: 'complaint',
    about: { en: 'A complaint was struck out: it was none, e.g. spam.', zh: '投诉作废' },
    data: z.object({ ...complaint, struckOn: day, wasOverdue: z.boolean() }),
    example: { ...complaintExample, struckOn: '2026-05-21', wasOverdue: false },
  }),
] as const;
