import type { Publication } from '@qianshou/events';
import type { ClockEvent } from '../domain/clock/clock-events.ts';
import type { PersonClocks } from '../domain/clock/person-clock.ts';

const CLOCK_EVENTS = {
  'clock.started': 'qianshou.personnel.clock-started.v1',
  'clock.moved': 'qianshou.personnel.clock-moved.v1',
  'clock.met': 'qianshou.personnel.clock-met.v1',
  'clock.overdue': 'qianshou.personnel.clock-overdue.v1',
} as const;

/** Ids, codes and days; the registration that runs out is told with the hours that it still asks for. */
export function publishClockEvent(event: ClockEvent, { countyCode: regionCode }: PersonClocks): Publication {
  if (event.type === 'registration.standing-changed') {
    const { type: _type, ...data } = event;
    return { type: 'qianshou.personnel.registration-standing-changed.v1', data, regionCode };
  }
  const { workerId, countyCode, kind, subjectId, startedOn, dueOn } = event;
  const data = { workerId, countyCode, kind, subjectId, startedOn, dueOn };
  if (event.type !== 'clock.near') return { type: CLOCK_EVENTS[event.type], data, regionCode };
  const { daysLeft, threshold, qualificationId, hoursMissing } = event;
  if (kind === 'REGISTRATION' && qualificationId !== null) {
    const expiring = { workerId, countyCode, qualificationId, validUntil: dueOn, daysLeft };
    return {
      type: 'qianshou.personnel.registration-expiring.v1',
      data: { ...expiring, hoursMissing: hoursMissing ?? 0 },
      regionCode,
    };
  }
  return { type: 'qianshou.personnel.clock-near.v1', data: { ...data, daysLeft, threshold }, regionCode };
}
