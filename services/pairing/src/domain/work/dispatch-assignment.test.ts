import { describe, expect, it } from 'vitest';
import { aCompletedPairing, anActivePairing, aSignedPairing, TODAY } from '../../../test/builders.ts';
import { aDispatchId, aRecord, aWorkerId, day } from '../../../test/work-builders.ts';
import { type Arrival, type DispatchAssignment, endDispatch, startDispatch } from './dispatch-assignment.ts';
import { strikeDispatch } from './dispatch-correction.ts';

const refused = (code: string, details: Record<string, unknown> = {}) =>
  expect.objectContaining({ code, details: expect.objectContaining(details) });

const arrival = (arrivedOn = '2026-03-15'): Arrival => ({
  workerId: aWorkerId(1),
  role: 'SOCIAL_WORKER',
  mode: 'ONSITE',
  arrivedOn: day(arrivedOn),
  departure: null,
});

function begin(arrivedOn?: string, others: readonly DispatchAssignment[] = []) {
  const facts = { record: aRecord(), others, firstOfYear: true, daysBefore: 0, today: TODAY };
  return startDispatch(aDispatchId(1), anActivePairing(), arrival(arrivedOn), facts);
}

const end = (leftOn: string, workingDays: number) =>
  endDispatch(
    begin().state,
    { leftOn: day(leftOn), workingDays },
    { daysBefore: 25, lastDay: null, today: TODAY },
  );

describe('dispatching a worker', () => {
  it('keeps a reference, and nothing else, of the person', () => {
    const { state, events } = begin();

    expect(state).toMatchObject({ status: 'PRESENT', workerId: aWorkerId(1), leftOn: null, version: 0 });
    expect(events).toEqual([
      { type: 'dispatch.started', dispatchId: state.id, arrivedOn: '2026-03-15', firstOfYear: true },
    ]);
  });

  it.each([
    ['before the pairing', '2026-02-28', 'PAIRING_WORK_OUTSIDE_SPAN'],
    ['after it', '2027-01-01', 'PAIRING_WORK_OUTSIDE_SPAN'],
    ['in the future', '2026-07-01', 'PAIRING_DATES_INVALID'],
  ])('is refused %s', (_, arrivedOn, code) => {
    expect(() => begin(arrivedOn)).toThrow(refused(code));
  });

  it('is refused while the pairing is not at work', () => {
    const facts = { record: aRecord(), others: [], firstOfYear: true, daysBefore: 0, today: TODAY };

    expect(() => startDispatch(aDispatchId(1), aSignedPairing(), arrival(), facts)).toThrow(
      refused('PAIRING_NOT_ACTIVE'),
    );
  });
});

describe('overlapping stays of one worker', () => {
  const ended = { ...end('2026-04-10', 15).state, id: aDispatchId(2) };

  it('are refused while the worker is present elsewhere', () => {
    expect(() => begin('2026-05-01', [{ ...begin().state, id: aDispatchId(2) }])).toThrow(
      refused('DISPATCH_OVERLAPS', { dispatchId: aDispatchId(2) }),
    );
  });

  it.each(['2026-03-20', '2026-04-10'])(
    'are refused on %s, up to the last day of the other stay',
    (arrivedOn) => {
      expect(() => begin(arrivedOn, [ended])).toThrow(refused('DISPATCH_OVERLAPS'));
    },
  );

  it('are allowed from the day after', () => {
    expect(begin('2026-04-11', [ended]).state.status).toBe('PRESENT');
  });

  it.each([
    ['2026-03-14', 'ENDED'],
    ['2026-03-15', 'DISPATCH_OVERLAPS'],
  ])('of one that was over on %s, entered afterwards: %s', (leftOn, outcome) => {
    const past = { ...arrival('2026-03-02'), departure: { leftOn: day(leftOn), workingDays: 9 } };
    const facts = { record: aRecord(), others: [ended], firstOfYear: true, daysBefore: 0, today: TODAY };
    const enter = () => startDispatch(aDispatchId(1), anActivePairing(), past, facts);

    if (outcome === 'ENDED')
      expect(enter()).toMatchObject({ state: { status: outcome }, events: [{}, { workerDays: 9 }] });
    else expect(enter).toThrow(refused(outcome));
  });
});

describe('striking a stay out', () => {
  const facts = { reason: '误登', onlyOfYear: true, daysBefore: 45, today: TODAY };

  it('keeps what was recorded, and says what counts no more', () => {
    const { state, events } = strikeDispatch(end('2026-04-10', 20).state, anActivePairing(), facts);

    expect(state).toMatchObject({ status: 'STRUCK', workingDays: 20, struck: { on: TODAY, reason: '误登' } });
    expect(events).toMatchObject([
      { wasPresent: false, onlyOfYear: true, workerDaysBefore: 45, workerDays: 25 },
    ]);
  });

  it('is done once, makes room for the right one, and ends with the pairing', () => {
    const { state } = strikeDispatch(begin().state, anActivePairing(), facts);

    expect(() => strikeDispatch(state, anActivePairing(), facts)).toThrow(refused('DISPATCH_STRUCK'));
    expect(() => strikeDispatch(begin().state, aCompletedPairing(), facts)).toThrow(
      refused('PAIRING_WORK_CLOSED'),
    );
    expect(begin('2026-03-15', [state]).state.status).toBe('PRESENT');
  });
});

describe('ending a stay', () => {
  it('counts its working days', () => {
    const { state, events } = end('2026-04-10', 20);

    expect(state).toMatchObject({ status: 'ENDED', leftOn: '2026-04-10', workingDays: 20 });
    expect(events).toEqual([
      {
        type: 'dispatch.ended',
        again: false,
        dispatchId: state.id,
        leftOn: '2026-04-10',
        workingDays: 20,
        workerDaysBefore: 25,
        workerDays: 45,
      },
    ]);
  });

  it.each([
    ['before its arrival', '2026-03-14', 0, 'leftOn'],
    ['in the future', '2026-07-01', 10, 'leftOn'],
    ['with more working days than days', '2026-03-16', 3, 'workingDays'],
    ['with half days', '2026-03-20', 1.5, 'workingDays'],
    ['with fewer than none', '2026-03-20', -1, 'workingDays'],
  ])('is refused %s', (_, leftOn, workingDays, field) => {
    expect(() => end(leftOn, workingDays)).toThrow(refused('DISPATCH_DATES_INVALID', { field }));
  });

  it('is refused twice', () => {
    const { state } = end('2026-04-10', 20);

    const again = { leftOn: day('2026-04-11'), workingDays: 1 };
    expect(() => endDispatch(state, again, { daysBefore: 0, lastDay: null, today: TODAY })).toThrow(
      refused('DISPATCH_ENDED'),
    );
  });
});
