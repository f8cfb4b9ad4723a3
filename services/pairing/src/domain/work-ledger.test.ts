import { describe, expect, it } from 'vitest';
import { aCompletedPairing, anActivePairing, aSuspendedPairing } from '../../test/builders.ts';
import { aLedger, aWorkerId, day } from '../../test/work-builders.ts';
import { DEFAULT_POLICY } from './scheme-policy.ts';
import { followPairing, isFirstStayOfYear, noteActivity, noteReport } from './work-ledger.ts';

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

  it('knows a worker’s first stay of a year', () => {
    const stay = { dispatchId: 'dsp_1', workerId: aWorkerId(1), arrivedOn: day('2026-03-02') };
    const ledger = aLedger({ stays: [{ ...stay, leftOn: null, workingDays: null } as never] });

    expect(isFirstStayOfYear(ledger, aWorkerId(1), day('2026-09-01'))).toBe(false);
    expect(isFirstStayOfYear(ledger, aWorkerId(1), day('2027-01-05'))).toBe(true);
    expect(isFirstStayOfYear(ledger, aWorkerId(2), day('2026-09-01'))).toBe(true);
  });
});
