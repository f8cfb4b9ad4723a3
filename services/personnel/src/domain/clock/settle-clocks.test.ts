import { addDays, type CalendarDate } from '@qianshou/kernel';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aQualification, aWorker, day, OTHER_OPERATOR, uuid } from '../../../test/builders.ts';
import { type ClocksId, registrationId } from '../ids.ts';
import type { CreditedYear } from '../registration/registration-period.ts';
import type { SocialWorker } from '../worker/social-worker.ts';
import type { PersonClocks } from './person-clock.ts';
import { noClocks, settle } from './settle-clocks.ts';

const certificate = aQualification({ obtainedOn: day('2023-08-01') });
const unregistered = aWorker({ qualifications: [certificate] });
const registered = aWorker({
  qualifications: [certificate],
  registrations: [
    {
      id: registrationId(`rgn_${uuid(1)}`),
      qualificationId: certificate.id,
      registeredOn: day('2023-09-01'),
      hoursElsewhere: 0,
      proof: null,
      struck: null,
      corrections: [],
      recorded: null,
    },
  ],
});
const HOURS: readonly CreditedYear[] = [
  { year: 2024, hours: 72, days: [{ on: day('2024-03-01'), hours: 72 }] },
];
const id = `clk_${uuid(1)}` as ClocksId;

interface Step {
  readonly on: string;
  readonly worker?: SocialWorker;
  readonly hours?: readonly CreditedYear[];
}

/** What each day says, one after the other. */
function walk(...steps: readonly Step[]) {
  let state: PersonClocks | null = null;
  return steps.map(({ on, worker = unregistered, hours = [] }) => {
    const today = day(on);
    const change = settle(state ?? noClocks(id, worker, today), worker, { credited: hours, today });
    state = change.state;
    const said = change.events.map((event) => {
      if (event.type === 'registration.standing-changed') return event.standing;
      if (event.type === 'clock.near') return `${event.kind} near ${event.threshold}`;
      return `${event.kind} ${event.type.slice('clock.'.length)}`;
    });
    return { said, reviewFrom: change.state.reviewFrom };
  });
}

describe('the clocks of a person', () => {
  it('warn of the first registration, once each, and say that it is overdue', () => {
    const days = walk(
      { on: '2023-08-02' },
      { on: '2024-05-03' },
      { on: '2024-05-04' },
      { on: '2024-07-02' },
      { on: '2024-08-01' },
      { on: '2024-08-02' },
      { on: '2025-01-01' },
    );

    expect(days).toEqual([
      { said: ['FIRST_REGISTRATION started', 'DUE'], reviewFrom: '2024-05-03' },
      { said: ['FIRST_REGISTRATION near 90'], reviewFrom: '2024-07-02' },
      { said: [], reviewFrom: '2024-07-02' },
      { said: ['FIRST_REGISTRATION near 30'], reviewFrom: '2024-08-02' },
      { said: [], reviewFrom: '2024-08-02' },
      { said: ['FIRST_REGISTRATION overdue', 'CE_SHORT'], reviewFrom: null },
      { said: [], reviewFrom: null },
    ]);
  });

  it('give the tightest warning alone after a pause, and none again when the calendar is set back', () => {
    const days = walk(
      { on: '2023-08-02' },
      { on: '2024-07-20' },
      { on: '2024-05-03' },
      { on: '2024-08-02' },
      { on: '2024-07-20' },
    );

    expect(days.map(({ said }) => said)).toEqual([
      ['FIRST_REGISTRATION started', 'DUE'],
      ['FIRST_REGISTRATION near 30'],
      [],
      ['FIRST_REGISTRATION overdue', 'CE_SHORT'],
      [],
    ]);
  });

  it('PER-12 ask for hours, and fall short where they are missing once it can be renewed', () => {
    const missing = walk({ on: '2024-01-01', worker: registered }, { on: '2026-06-01', worker: registered });
    const complete = walk(
      { on: '2024-01-01', worker: registered },
      { on: '2024-03-02', worker: registered, hours: HOURS },
      { on: '2026-06-02', worker: registered, hours: HOURS },
      { on: '2026-06-03', worker: registered },
    );

    expect(missing.map(({ said }) => said)).toEqual([
      ['REGISTRATION started', 'CE_HOURS started', 'CURRENT'],
      ['CE_HOURS near 180', 'CE_SHORT'],
    ]);
    expect(complete.map(({ said }) => said)).toEqual([
      ['REGISTRATION started', 'CE_HOURS started', 'CURRENT'],
      ['CE_HOURS met'],
      ['REGISTRATION near 90', 'RENEWAL_OPEN'],
      ['CE_HOURS started', 'CE_HOURS near 90', 'CE_SHORT'],
    ]);
  });

  it('end with the registration, and go along with a transfer without another warning', () => {
    const elsewhere = { ...unregistered, employerAgencyId: OTHER_OPERATOR };
    const days = walk(
      { on: '2024-07-20' },
      { on: '2024-07-21', worker: elsewhere },
      { on: '2024-07-22', worker: { ...registered, employerAgencyId: OTHER_OPERATOR } },
    );

    expect(days.map(({ said }) => said)).toEqual([
      ['FIRST_REGISTRATION started', 'FIRST_REGISTRATION near 30', 'DUE'],
      ['FIRST_REGISTRATION moved'],
      ['FIRST_REGISTRATION met', 'REGISTRATION started', 'CE_HOURS started', 'CURRENT'],
    ]);
  });

  it('say the same on whichever days they are looked at, and nothing but on the days that they name', () => {
    const anyDays = fc.array(fc.integer({ min: 0, max: 1_500 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(anyDays, fc.boolean(), (offsets, isRegistered) => {
        const worker = isRegistered ? registered : unregistered;
        let state = noClocks(id, worker, day('2023-09-01'));
        const said = new Set<string>();
        for (const offset of offsets) {
          const today: CalendarDate = addDays(day('2023-09-01'), offset);
          const sleeps = state.version > 0 && (state.reviewFrom === null || today < state.reviewFrom);
          const { state: next, events } = settle(state, worker, { credited: [], today });
          if (sleeps) expect(events).toEqual([]);
          for (const event of events) {
            const key = JSON.stringify(event.type === 'clock.near' ? { ...event, daysLeft: 0 } : event);
            expect(said.has(key)).toBe(false);
            said.add(key);
          }
          state = { ...next, version: state.version + events.length };
        }
      }),
      { numRuns: 200 },
    );
  });
});
