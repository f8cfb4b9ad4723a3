import { describe, expect, it } from 'vitest';
import { anActivePairing, aSignedPairing, TODAY } from '../../test/builders.ts';
import { aDispatchId, aRecord, aWorkerId, day } from '../../test/work-builders.ts';
import { type Arrival, type DispatchAssignment, endDispatch, startDispatch } from './dispatch-assignment.ts';

const refused = (code: string, details: Record<string, unknown> = {}) =>
  expect.objectContaining({ code, details: expect.objectContaining(details) });

const arrival = (arrivedOn = '2026-03-15'): Arrival => ({
  workerId: aWorkerId(1),
  role: 'SOCIAL_WORKER',
  mode: 'ONSITE',
  arrivedOn: day(arrivedOn),
});

function begin(arrivedOn?: string, others: readonly DispatchAssignment[] = []) {
  const facts = { record: aRecord(), others, firstOfYear: true, today: TODAY };
  return startDispatch(aDispatchId(1), anActivePairing(), arrival(arrivedOn), facts);
}

const end = (leftOn: string, workingDays: number) =>
  endDispatch(begin().state, { leftOn: day(leftOn), workingDays }, TODAY);

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
    const facts = { record: aRecord(), others: [], firstOfYear: true, today: TODAY };

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
});

describe('ending a stay', () => {
  it('counts its working days', () => {
    const { state, events } = end('2026-04-10', 20);

    expect(state).toMatchObject({ status: 'ENDED', leftOn: '2026-04-10', workingDays: 20 });
    expect(events).toEqual([
      { type: 'dispatch.ended', dispatchId: state.id, leftOn: '2026-04-10', workingDays: 20 },
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

    expect(() => endDispatch(state, { leftOn: day('2026-04-11'), workingDays: 1 }, TODAY)).toThrow(
      refused('DISPATCH_ENDED'),
    );
  });
});
