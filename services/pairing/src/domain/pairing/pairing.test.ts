import { calendarDate } from '@qianshou/kernel';
import { describe, expect, it } from 'vitest';
import {
  A_SPAN,
  aMatchedPairing,
  AN_AGREEMENT,
  anActivePairing,
  anOpenPhase,
  aPairingId,
  aSignedPairing,
  aStationId,
  TODAY,
} from '../../../test/builders.ts';
import { sign, start } from './pairing-life-cycle.ts';
import { countStation, pair } from './pairing.ts';

const facts = { phases: [anOpenPhase()], today: TODAY };
const badDates = (field: string) =>
  expect.objectContaining({ code: 'PAIRING_DATES_INVALID', details: expect.objectContaining({ field }) });

describe('PAIR-1: one to one, one open pairing per agency, role and cycle year', () => {
  it('links one dispatching and one recipient agency', () => {
    const { state, events } = pair(aMatchedPairing(), { DISPATCHING: null, RECIPIENT: null });

    expect(state).toMatchObject({ status: 'MATCHED', version: 0, signedOn: null, stationsOpened: [] });
    expect(events).toEqual([{ type: 'pairing.matched', pairingId: state.id }]);
  });

  it.each(['DISPATCHING', 'RECIPIENT'] as const)('is refused when the %s agency has one already', (side) => {
    const open = { DISPATCHING: null, RECIPIENT: null, [side]: { id: aPairingId(9) } };

    expect(() => pair(aMatchedPairing(), open)).toThrow(
      expect.objectContaining({
        code: 'AGENCY_ALREADY_PAIRED',
        details: expect.objectContaining({ rule: 'PAIR-1', side, pairingId: aPairingId(9) }),
      }),
    );
  });
});

describe('signing a pairing', () => {
  it('keeps the agreement and its day', () => {
    const { state, events } = sign(aMatchedPairing(), AN_AGREEMENT, TODAY);

    expect(state).toMatchObject({ status: 'SIGNED', ...AN_AGREEMENT });
    expect(events).toEqual([expect.objectContaining({ type: 'pairing.signed', signedOn: '2026-02-01' })]);
  });

  it('is refused twice, and with a day in the future', () => {
    expect(() => sign(aSignedPairing(), AN_AGREEMENT, TODAY)).toThrow(
      expect.objectContaining({ code: 'PAIRING_NOT_MATCHED' }),
    );
    expect(() =>
      sign(aMatchedPairing(), { ...AN_AGREEMENT, signedOn: calendarDate('2026-07-01') }, TODAY),
    ).toThrow(badDates('signedOn'));
  });
});

describe('starting a pairing', () => {
  it('makes it active for its days', () => {
    const { state, events } = start(aSignedPairing(), A_SPAN, facts);

    expect(state).toMatchObject({ status: 'ACTIVE', ...A_SPAN });
    expect(events).toEqual([expect.objectContaining({ type: 'pairing.activated', ...A_SPAN })]);
  });

  it('is refused before the agreement is signed, and twice', () => {
    expect(() => start(aMatchedPairing(), A_SPAN, facts)).toThrow(
      expect.objectContaining({ code: 'PAIRING_NOT_SIGNED' }),
    );
    expect(() => start(anActivePairing(), A_SPAN, facts)).toThrow(
      expect.objectContaining({ code: 'PAIRING_NOT_SIGNED' }),
    );
  });

  it('PAIR-3: is refused when its last day lies beyond the open phase', () => {
    const phases = [anOpenPhase({ endsOn: calendarDate('2026-11-30') })];

    expect(() => start(aSignedPairing(), A_SPAN, { ...facts, phases })).toThrow(
      expect.objectContaining({
        code: 'PAIRING_OUTSIDE_OPEN_PHASE',
        details: expect.objectContaining({ rule: 'PAIR-3' }),
      }),
    );
  });

  it.each([
    ['ends before it starts', '2026-03-01', '2026-02-28', 'endsOn'],
    ['starts before the agreement', '2026-01-31', '2026-12-31', 'startsOn'],
    ['starts in the future', '2026-07-01', '2026-12-31', 'startsOn'],
    ['lies after its cycle year', '2027-01-01', '2027-12-31', 'startsOn'],
  ])('is refused when it %s', (_what, startsOn, endsOn, field) => {
    const span = { startsOn: calendarDate(startsOn), endsOn: calendarDate(endsOn) };

    expect(() => start(aSignedPairing(), span, facts)).toThrow(badDates(field));
  });

  it('may reach into the year after its cycle year', () => {
    const span = { ...A_SPAN, endsOn: calendarDate('2027-02-28') };

    expect(start(aSignedPairing(), span, facts).state.endsOn).toBe('2027-02-28');
  });
});

describe('counting a station for a pairing', () => {
  it('moves BUILD_STATION on by one', () => {
    const first = countStation(anActivePairing(), aStationId(1));
    const second = countStation(first.state, aStationId(2));

    expect(first.events).toEqual([
      expect.objectContaining({ taskGroup: 'BUILD_STATION', indicator: 'STATIONS_OPENED', value: 1 }),
    ]);
    expect(second.events).toEqual([expect.objectContaining({ value: 2 })]);
  });

  it('counts a station that opens again no second time', () => {
    const { state } = countStation(anActivePairing(), aStationId(1));

    expect(countStation(state, aStationId(1)).events).toEqual([]);
  });
});
