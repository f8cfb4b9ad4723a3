import { calendarDate } from '@qianshou/kernel';
import { describe, expect, it } from 'vitest';
import {
  A_SPAN,
  aCompletedPairing,
  aMatchedPairing,
  anActivePairing,
  anOpenPhase,
  aSignedPairing,
  aSuspendedPairing,
  TODAY,
} from '../../../test/builders.ts';
import { extendPairing } from './pairing-extension.ts';
import { beginFinalEvaluation, passEnd, resumePairing, start } from './pairing-life-cycle.ts';
import { isAtWork } from '../work/work-span.ts';

const dayAfter = calendarDate('2027-01-01');
const order = {
  endsOn: calendarDate('2027-06-30'),
  documentNo: '演示〔2026〕9号',
  decidedOn: calendarDate('2026-06-01'),
};
const facts = { phases: [anOpenPhase()], today: TODAY };
const refused = (code: string) => expect.objectContaining({ code });
const pastEnd = () => passEnd(anActivePairing(), dayAfter).state;

describe('a pairing past its last day', () => {
  it('is at work no more from the day after, and is told once', () => {
    expect(passEnd(anActivePairing(), A_SPAN.endsOn)).toMatchObject({
      state: { status: 'ACTIVE' },
      events: [],
    });
    expect(passEnd(anActivePairing(), dayAfter)).toMatchObject({
      state: { status: 'PAST_END' },
      events: [{ type: 'pairing.past-end', endsOn: '2026-12-31' }],
    });
  });

  it('is so from the start when it is entered after its end', () => {
    const { state, events } = start(aSignedPairing(), A_SPAN, { phases: [anOpenPhase()], today: dayAfter });

    expect(state.status).toBe('PAST_END');
    expect(events.map(({ type }) => type)).toEqual(['pairing.activated', 'pairing.past-end']);
  });

  it('still takes what was done in its days, and is judged', () => {
    expect(isAtWork(pastEnd())).toBe(true);
    expect(beginFinalEvaluation(pastEnd(), dayAfter, dayAfter).state).toMatchObject({
      status: 'FINAL_EVALUATION',
      endsOn: '2026-12-31',
    });
  });

  it('is not resumed, for it would be at work again', () => {
    expect(() => resumePairing(aSuspendedPairing(), dayAfter, dayAfter)).toThrow(refused('PAIRING_PAST_END'));
  });
});

describe('extending a pairing', () => {
  it('puts the last day off and keeps the document', () => {
    const { state, events } = extendPairing(anActivePairing(), order, facts);

    expect(state).toMatchObject({
      status: 'ACTIVE',
      endsOn: '2027-06-30',
      extensions: [{ endsOnBefore: '2026-12-31', endsOn: '2027-06-30', documentNo: '演示〔2026〕9号' }],
    });
    expect(events).toMatchObject([{ endsOnBefore: '2026-12-31', endsOn: '2027-06-30' }]);
  });

  it('takes one that is past its end back to work, unless the new end is over too', () => {
    const later = { phases: [anOpenPhase()], today: calendarDate('2027-07-01') };

    expect(extendPairing(pastEnd(), order, { ...later, today: dayAfter }).state.status).toBe('ACTIVE');
    expect(extendPairing(pastEnd(), order, later).state.status).toBe('PAST_END');
    expect(extendPairing(aSuspendedPairing(), order, facts).state.status).toBe('SUSPENDED');
  });

  it.each([
    ['to an earlier day', { ...order, endsOn: calendarDate('2026-12-31') }, 'PAIRING_DATES_INVALID'],
    ['by a document of tomorrow', { ...order, decidedOn: dayAfter }, 'PAIRING_DATES_INVALID'],
    ['by years', { ...order, endsOn: calendarDate('2029-01-01') }, 'BAD_USER_INPUT'],
    ['without a document', { ...order, documentNo: ' ' }, 'BAD_USER_INPUT'],
    ['beyond the open phase', { ...order, endsOn: calendarDate('2028-12-31') }, null],
  ])('is refused %s', (_what, changed, code) => {
    const narrow = { ...facts, phases: [{ ...anOpenPhase(), endsOn: calendarDate('2027-12-31') }] };

    expect(() => extendPairing(anActivePairing(), changed, narrow)).toThrow(
      refused(code ?? 'PAIRING_OUTSIDE_OPEN_PHASE'),
    );
  });

  it('is refused before the work began and after it was judged', () => {
    for (const pairing of [aMatchedPairing(), aSignedPairing(), aCompletedPairing()]) {
      expect(() => extendPairing(pairing, order, facts)).toThrow(refused('PAIRING_NOT_EXTENDABLE'));
    }
  });
});
