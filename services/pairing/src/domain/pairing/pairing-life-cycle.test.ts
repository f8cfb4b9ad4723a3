import { calendarDate } from '@qianshou/kernel';
import { describe, expect, it } from 'vitest';
import {
  aCompletedPairing,
  aMatchedPairing,
  anActivePairing,
  aPairingId,
  aPairingInEvaluation,
  aSignedPairing,
  aSuspendedPairing,
  TODAY,
} from '../../../test/builders.ts';
import { completePairing } from './pairing-completion.ts';
import {
  beginFinalEvaluation,
  resumePairing,
  suspendPairing,
  terminatePairing,
} from './pairing-life-cycle.ts';

const day = (text: string) => calendarDate(text);
const rest = { on: day('2026-05-01'), reason: '演示' };
const refused = (code: string, details: Record<string, unknown> = {}) =>
  expect.objectContaining({ code, details: expect.objectContaining(details) });

describe('suspending and resuming a pairing', () => {
  it('rests with its day and reason, and the event keeps the reason back', () => {
    const { state, events } = suspendPairing(anActivePairing(), rest, TODAY);

    expect(state).toMatchObject({ status: 'SUSPENDED', suspendedOn: '2026-05-01', suspensionReason: '演示' });
    expect(events).toEqual([{ type: 'pairing.suspended', pairingId: state.id, suspendedOn: '2026-05-01' }]);
  });

  it('goes on as active, as if it had never rested', () => {
    const { state } = resumePairing(aSuspendedPairing(), day('2026-06-01'), TODAY);

    expect(state).toMatchObject({ status: 'ACTIVE', suspendedOn: null, suspensionReason: null });
  });

  it.each([
    ['in the future', '2026-07-01'],
    ['before the work began', '2026-02-28'],
  ])('is refused %s', (_, on) => {
    expect(() => suspendPairing(anActivePairing(), { ...rest, on: day(on) }, TODAY)).toThrow(
      refused('PAIRING_DATES_INVALID', { field: 'suspendedOn' }),
    );
  });

  it('is not resumed before the day on which it rested', () => {
    expect(() => resumePairing(aSuspendedPairing(), day('2026-04-30'), TODAY)).toThrow(
      refused('PAIRING_DATES_INVALID', { field: 'resumedOn' }),
    );
  });
});

describe('4.3: the life cycle of a pairing', () => {
  const everyStatus = [
    aMatchedPairing(),
    aSignedPairing(),
    anActivePairing(),
    aSuspendedPairing(),
    aPairingInEvaluation(),
    aCompletedPairing(),
  ];

  it.each(everyStatus)('$status: only ACTIVE rests or is judged', (pairing) => {
    if (pairing.status === 'ACTIVE') return;

    expect(() => suspendPairing(pairing, rest, TODAY)).toThrow(refused('PAIRING_NOT_ACTIVE'));
    expect(() => beginFinalEvaluation(pairing, TODAY, TODAY)).toThrow(refused('PAIRING_NOT_ACTIVE'));
  });

  it.each(everyStatus)('$status: only SUSPENDED is resumed', (pairing) => {
    if (pairing.status === 'SUSPENDED') return;

    expect(() => resumePairing(pairing, TODAY, TODAY)).toThrow(refused('PAIRING_NOT_SUSPENDED'));
  });

  it.each(everyStatus)('$status: every open pairing can be terminated, and no ended one', (pairing) => {
    const terminate = () => terminatePairing(pairing, { ...rest, on: TODAY }, aPairingId(8), TODAY);

    if (pairing.status === 'COMPLETED') expect(terminate).toThrow(refused('PAIRING_ENDED'));
    else
      expect(terminate().state).toMatchObject({
        status: 'TERMINATED',
        terminatedOn: TODAY,
        handedOverToId: aPairingId(8),
      });
  });

  it('ends once', () => {
    const { state } = terminatePairing(anActivePairing(), rest, null, TODAY);

    expect(() => terminatePairing(state, rest, null, TODAY)).toThrow(refused('PAIRING_ENDED'));
  });
});

describe('PAIR-12: completing a pairing', () => {
  const facts = { hasFinalEvaluation: true, lastReportAccepted: true, today: TODAY };

  it('needs its final evaluation and the accepted report of the last period', () => {
    const { state, events } = completePairing(aPairingInEvaluation(), TODAY, facts);

    expect(state).toMatchObject({ status: 'COMPLETED', completedOn: TODAY });
    expect(events).toEqual([{ type: 'pairing.completed', pairingId: state.id, completedOn: TODAY }]);
  });

  it.each([
    [{ hasFinalEvaluation: false }, ['FINAL_EVALUATION']],
    [{ lastReportAccepted: false }, ['ACCEPTED_REPORT_OF_LAST_PERIOD']],
    [
      { hasFinalEvaluation: false, lastReportAccepted: false },
      ['FINAL_EVALUATION', 'ACCEPTED_REPORT_OF_LAST_PERIOD'],
    ],
  ])('is refused with %j, and names what is missing', (changed, missing) => {
    expect(() => completePairing(aPairingInEvaluation(), TODAY, { ...facts, ...changed })).toThrow(
      refused('PAIRING_UNPROVEN', { rule: 'PAIR-12', missing }),
    );
  });

  it('is refused before the final evaluation began', () => {
    expect(() => completePairing(anActivePairing(), TODAY, facts)).toThrow(
      refused('PAIRING_NOT_IN_FINAL_EVALUATION'),
    );
  });
});
