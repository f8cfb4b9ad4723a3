import { publicText } from '@qianshou/kernel';
import { describe, expect, it } from 'vitest';
import {
  anOperatingStation,
  anOperator,
  aPlannedStation,
  aRectifyingStation,
  aStationInAcceptance,
  day,
  TODAY,
} from '../../../test/builders.ts';
import { HAVES } from '../reference/haves.ts';
import type { Station } from './station.ts';
import { closeStation, coversItsUnit, resumeStation, suspendStation } from './station-life-cycle.ts';

const withCode = (code: string) => expect.objectContaining({ code });
const stop = { reason: publicText('场地修缮(演示)', 'reason'), on: TODAY };
const suspended = (station: Station = anOperatingStation()) => suspendStation(station, stop, TODAY).state;
const closed = () => closeStation(anOperatingStation(), stop, TODAY).state;
const facts = { operator: anOperator(), checklist: HAVES };

describe('suspending a station', () => {
  it.each([anOperatingStation(), aRectifyingStation()])('stops one that is $status', (station) => {
    const { state, events } = suspendStation(station, stop, TODAY);

    expect(state).toMatchObject({ status: 'SUSPENDED', suspension: { since: TODAY } });
    expect(events).toEqual([{ type: 'station.suspended', from: station.status, since: TODAY }]);
  });

  it.each([aPlannedStation(), aStationInAcceptance(), suspended(), closed()])(
    'is refused in status $status',
    (station) => {
      expect(() => suspendStation(station, stop, TODAY)).toThrow(withCode('STATION_STATUS_WRONG'));
    },
  );

  it('lies neither in the future nor before the opening', () => {
    const on = (written: string) => () =>
      suspendStation(anOperatingStation(), { ...stop, on: day(written) }, TODAY);

    expect(on('2026-05-21')).toThrow(withCode('DATE_IN_FUTURE'));
    expect(on('2026-05-19')).toThrow(withCode('DATES_OUT_OF_ORDER'));
  });
});

describe('resuming a station', () => {
  it('lets it operate again, or rectify again where it had to', () => {
    const operating = resumeStation(suspended(), facts, TODAY);
    const rectifying = resumeStation(suspended(aRectifyingStation()), facts, TODAY);

    expect([operating.state.status, rectifying.state.status]).toEqual(['OPERATING', 'RECTIFYING']);
    expect(operating.events).toEqual([{ type: 'station.resumed', to: 'OPERATING', resumedOn: TODAY }]);
  });

  it('STA-2 is refused while the records carry less than the checklist asks for', () => {
    const station = { ...suspended(), staff: [] };

    expect(() => resumeStation(station, facts, TODAY)).toThrow(
      expect.objectContaining({
        code: 'STATION_LACKS_HAVES',
        details: expect.objectContaining({ missing: ['STAFF'] }) as unknown,
      }),
    );
  });

  it('is refused while its operator may not operate', () => {
    const operator = anOperator({ status: 'STRUCK_OFF' });

    expect(() => resumeStation(suspended(), { ...facts, operator }, TODAY)).toThrow(
      withCode('OPERATOR_NOT_ELIGIBLE'),
    );
  });

  it('is refused for a station that was not suspended', () => {
    expect(() => resumeStation(anOperatingStation(), facts, TODAY)).toThrow(withCode('STATION_STATUS_WRONG'));
  });
});

describe('closing a station', () => {
  it.each([
    aPlannedStation(),
    aStationInAcceptance(),
    anOperatingStation(),
    aRectifyingStation(),
    suspended(),
  ])('is possible in status $status, which it tells', (station) => {
    const { state, events } = closeStation(station, stop, TODAY);

    expect(state).toMatchObject({ status: 'CLOSED', closure: { closedOn: TODAY }, rectification: null });
    expect(events).toMatchObject([{ type: 'station.closed', from: station.status }]);
  });

  it('STA-5 gives up the place of a demonstration station first', () => {
    const { state, events } = closeStation(anOperatingStation({ tier: 'DEMONSTRATION' }), stop, TODAY);

    expect(state.tier).toBe('ORDINARY');
    expect(events.map(({ type }) => type)).toEqual(['station.tierChanged', 'station.closed']);
  });

  it('does not happen twice', () => {
    expect(() => closeStation(closed(), stop, TODAY)).toThrow(withCode('STATION_CLOSED'));
  });
});

describe('STA-1 a unit', () => {
  it('is covered by an operating station alone', () => {
    const stations = [anOperatingStation(), aPlannedStation(), aRectifyingStation(), suspended(), closed()];

    expect(stations.map(coversItsUnit)).toEqual([true, false, false, false, false]);
  });
});
