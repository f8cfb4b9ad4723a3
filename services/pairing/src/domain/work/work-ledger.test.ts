import { describe, expect, it } from 'vitest';
import { aCompletedPairing, anActivePairing, aSuspendedPairing } from '../../../test/builders.ts';
import { aLedger, aWorkerId, day } from '../../../test/work-builders.ts';
import { DEFAULT_POLICY } from '../scheme/scheme-policy.ts';
import {
  correctLastActivity,
  followPairing,
  noteActivity,
  noteReport,
  staysOfYear,
  workingDaysOf,
} from './work-ledger.ts';

describe('the ledger of a pairing’s work', () => {
  it('keeps the day on which the first task group of the plan turns quiet', () => {
    expect(aLedger().quietOn).toBe('2026-05-30');

    const one = noteActivity(
      aLedger(),
      { taskGroup: 'TRAIN_TALENT', heldOn: day('2026-05-01') },
      DEFAULT_POLICY,
    );
    const both = noteActivity(one, { taskGroup: 'BUILD_STATION', heldOn: day('2026-04-01') }, DEFAULT_POLICY);

    expect(one.quietOn).toBe('2026-05-30');
    expect(both.quietOn).toBe('2026-06-30');
  });

  it('is not put back by an activity that is entered late', () => {
    const newer = noteActivity(
      aLedger(),
      { taskGroup: 'TRAIN_TALENT', heldOn: day('2026-05-01') },
      DEFAULT_POLICY,
    );

    expect(
      noteActivity(newer, { taskGroup: 'TRAIN_TALENT', heldOn: day('2026-04-01') }, DEFAULT_POLICY),
    ).toBe(newer);
  });

  it('expects the earliest report that is missing, again when it is sent back', () => {
    const first = noteReport(aLedger(), { period: 1, stands: true }, DEFAULT_POLICY);
    const returned = noteReport(first, { period: 1, stands: false }, DEFAULT_POLICY);

    expect(aLedger()).toMatchObject({ reportOpensOn: '2026-05-31', reportDueOn: '2026-06-30' });
    expect(first).toMatchObject({ reportOpensOn: '2026-08-31', reportDueOn: '2026-09-30' });
    expect(returned.reportDueOn).toBe('2026-06-30');
  });

  it('expects no activity while the work rests, and nothing once it is over', () => {
    expect(followPairing(aLedger(), aSuspendedPairing(), DEFAULT_POLICY)).toMatchObject({
      quietOn: null,
      reportDueOn: '2026-06-30',
    });
    expect(followPairing(aLedger(), aCompletedPairing(), DEFAULT_POLICY)).toMatchObject({
      quietOn: null,
      reportDueOn: null,
    });
    expect(followPairing(aLedger(), anActivePairing(), DEFAULT_POLICY).quietOn).toBe('2026-05-30');
  });

  it('falls due again when the activity that it rested on is struck out', () => {
    const busy = noteActivity(
      aLedger(),
      { taskGroup: 'TRAIN_TALENT', heldOn: day('2026-05-10') },
      DEFAULT_POLICY,
    );

    const quiet = correctLastActivity(busy, 'TRAIN_TALENT', null, DEFAULT_POLICY);

    expect(quiet).toMatchObject({ lastActivityOn: { TRAIN_TALENT: null }, quietOn: '2026-05-30' });
  });

  it('knows a worker’s stays of a year, and their days', () => {
    const stay = { dispatchId: 'dsp_1', workerId: aWorkerId(1), arrivedOn: day('2026-03-02') };
    const ledger = aLedger({ stays: [{ ...stay, leftOn: day('2026-03-20'), workingDays: 14 } as never] });
    const of = (worker: number, arrivedOn: string) =>
      staysOfYear(ledger, { workerId: aWorkerId(worker), arrivedOn: day(arrivedOn) });

    expect(workingDaysOf(of(1, '2026-09-01'))).toBe(14);
    expect(of(1, '2027-01-05')).toEqual([]);
    expect(of(2, '2026-09-01')).toEqual([]);
  });
});
