import { type CalendarDate, publicText } from '@qianshou/kernel';
import { describe, expect, it } from 'vitest';
import {
  allMet,
  anId,
  anOperatingStation,
  anOperator,
  aPassedStation,
  aPlannedStation,
  aStationInAcceptance,
  TODAY,
} from '../../../test/builders.ts';
import { HAVES } from '../reference/haves.ts';
import type { Station } from './station.ts';
import { checkStation, openStation, requestAcceptance } from './station-acceptance.ts';
import { recordSite } from './station-preparation.ts';

const rectifyBy = '2026-06-20' as CalendarDate;
const check = {
  id: anId('chk', 15),
  checkedOn: TODAY,
  checkerOrganisation: publicText('指导中心(演示)', 'checkerOrganisation'),
  items: allMet(),
  rectifyBy: null,
};
const lacking: Record<(typeof HAVES)[number], Partial<Station>> = {
  SITE: { site: null },
  STAFF: { staff: [] },
  FUNCTION: { rooms: [] },
  REGIME: { documents: [] },
  ACTIVITY: { activitiesHeld: 0 },
};
const without = (have: (typeof HAVES)[number]) =>
  aStationInAcceptance(lacking[have] as Parameters<typeof aStationInAcceptance>[0]);
const withCode = (code: string) => expect.objectContaining({ code });

describe('requesting acceptance', () => {
  it('moves a staffed station into acceptance', () => {
    expect(requestAcceptance(aPlannedStation({ status: 'STAFFED' })).state.status).toBe('IN_ACCEPTANCE');
  });

  it.each(['PLANNED', 'SITE_READY'] as const)('is refused in status %s', (status) => {
    expect(() => requestAcceptance(aPlannedStation({ status }))).toThrow(withCode('STATION_STATUS_WRONG'));
  });
});

describe('STA-2 checking a station', () => {
  it('passes when all five haves are judged true and the records carry them', () => {
    const { state, events } = checkStation(aStationInAcceptance(), check, TODAY);

    expect(state.checks.at(-1)).toMatchObject({ result: publicText('PASSED', 'result'), rectifyBy: null });
    expect(events).toEqual([{ type: 'station.acceptancePassed', checkId: check.id, checkedOn: TODAY }]);
  });

  it.each(HAVES)('does not believe a ticked %s that the records lack', (have) => {
    const { events } = checkStation(without(have), { ...check, rectifyBy }, TODAY);

    expect(events).toEqual([
      { type: 'station.acceptanceRefused', checkId: check.id, missing: [have], rectifyBy },
    ]);
  });

  it.each(HAVES)('is refused when the checker finds %s not met, and names it', (have) => {
    const items = allMet().map((item) =>
      item.have === have ? { ...item, met: false, finding: publicText('不符', 'finding') } : item,
    );

    const { events } = checkStation(aStationInAcceptance(), { ...check, items, rectifyBy }, TODAY);

    expect(events).toMatchObject([{ type: 'station.acceptanceRefused', missing: [have] }]);
  });

  it.each([
    ['leaves one out', allMet().slice(1)],
    ['judges one twice', [...allMet(), ...allMet().slice(0, 1)]],
  ])('is malformed when it %s', (_what, items) => {
    expect(() => checkStation(aStationInAcceptance(), { ...check, items }, TODAY)).toThrow(
      withCode('STATION_CHECKLIST_INCOMPLETE'),
    );
  });

  it.each([null, TODAY])('that fails needs a rectification date after the check, not %s', (date) => {
    expect(() => checkStation(without('SITE'), { ...check, rectifyBy: date }, TODAY)).toThrow(
      withCode('RECTIFICATION_DATE_MISSING'),
    );
  });

  it('may come again after a refusal, and then pass', () => {
    const refused = checkStation(without('ACTIVITY'), { ...check, rectifyBy }, TODAY).state;
    const rectified = { ...refused, activitiesHeld: 1 };

    expect(checkStation(rectified, { ...check, id: anId('chk', 16) }, TODAY).events).toMatchObject([
      { type: 'station.acceptancePassed' },
    ]);
  });

  it('lies not in the future', () => {
    const checkedOn = '2026-05-21' as CalendarDate;

    expect(() => checkStation(aStationInAcceptance(), { ...check, checkedOn }, TODAY)).toThrow(
      withCode('DATE_IN_FUTURE'),
    );
  });
});

describe('STA-2 opening a station', () => {
  it('opens it when all five haves were checked true', () => {
    const { state, events } = openStation(aPassedStation(), TODAY);

    expect(state).toMatchObject({ status: 'OPERATING', openedOn: TODAY });
    expect(events).toEqual([{ type: 'station.opened', openedOn: TODAY }]);
  });

  it.each(HAVES)('is refused without %s, and names it', (have) => {
    const station = aPassedStation(lacking[have] as Parameters<typeof aPassedStation>[0]);

    expect(() => openStation(station, TODAY)).toThrow(
      expect.objectContaining({
        code: 'STATION_LACKS_HAVES',
        details: expect.objectContaining({ rule: 'STA-2', missing: [have] }),
      }),
    );
  });

  it('is refused without any check', () => {
    expect(() => openStation(aStationInAcceptance(), TODAY)).toThrow(withCode('STATION_LACKS_HAVES'));
  });

  it.each([aPlannedStation(), anOperatingStation()])('is refused in status $status', (station) => {
    expect(() => openStation(station, TODAY)).toThrow(withCode('STATION_STATUS_WRONG'));
  });
});

describe('a station that moved after it was checked', () => {
  const elsewhere = {
    source: 'OTHER',
    address: publicText('演示新址 9 号', 'address'),
    areaSqm: 60,
  } as const;
  const moved = () => recordSite(anOperatingStation(), elsewhere).state;

  it('is checked while it works, and has its site again when that passes', () => {
    const { state, events } = checkStation(moved(), check, TODAY);

    expect(state).toMatchObject({ status: 'OPERATING', siteUnchecked: false });
    expect(events).toEqual([
      { type: 'station.siteChecked', checkId: check.id, checkedOn: TODAY, passed: true },
    ]);
    expect(() => checkStation(state, check, TODAY)).toThrow(withCode('STATION_STATUS_WRONG'));
  });

  it('stays unchecked when its new premises do not do', () => {
    const items = allMet().map((item) => (item.have === 'SITE' ? { ...item, met: false } : item));

    const { state, events } = checkStation(moved(), { ...check, items, rectifyBy }, TODAY);

    expect(state).toMatchObject({ siteUnchecked: true });
    expect(events).toMatchObject([{ passed: false }]);
  });

  it('does not open on a check of its former premises', () => {
    const { state } = recordSite(aPassedStation(), elsewhere);

    expect(() => openStation(state, TODAY)).toThrow(withCode('STATION_LACKS_HAVES'));
    const again = checkStation(state, check, TODAY).state;
    expect(openStation(again, TODAY).state.status).toBe('OPERATING');
  });
});

describe('the operator of a station that opens', () => {
  it.each(['SUSPENDED', 'UNVERIFIED', 'REFUSED', 'STRUCK_OFF'])('is not %s', (status) => {
    expect(() => openStation(aPassedStation(), TODAY, HAVES, anOperator({ status }))).toThrow(
      withCode('OPERATOR_NOT_ELIGIBLE'),
    );
  });
});
