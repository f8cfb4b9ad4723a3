import { publicText } from '@qianshou/kernel';
import { describe, expect, it } from 'vitest';
import { anId, anOperator, day, STATION_ID, TODAY, yidu, zhicheng } from '../../../test/builders.ts';
import { HAVES } from '../reference/haves.ts';
import { type PastOpening, takeOverStation } from './take-over.ts';

const opening: PastOpening = {
  openedOn: day('2022-06-01'),
  checkId: anId('chk', 1),
  checkedOn: day('2022-05-20'),
  checkerOrganisation: publicText('指导中心(演示)', 'checkerOrganisation'),
  found: HAVES,
};
const site = {
  source: 'CIVIL_AFFAIRS_OFFICE',
  address: publicText('演示路 1 号', 'address'),
  areaSqm: null,
} as const;
const takeOver = (past: PastOpening | null, signage = publicText('宜都市枝城镇社会工作服务站', 'signage')) =>
  takeOverStation(
    { id: STATION_ID, signage, operationMode: 'PURCHASED', site, rooms: [], opening: past },
    {
      unit: zhicheng,
      county: yidu,
      operator: anOperator(),
      checklist: HAVES,
      checklistThen: HAVES,
      today: TODAY,
    },
  );
const withCode = (code: string) => expect.objectContaining({ code });

describe('taking a station over from a register', () => {
  it('STA-2 lets it operate by the check of its paper, and tells it as a fact of its own', () => {
    const { state, events } = takeOver(opening);

    expect(state).toMatchObject({ status: 'OPERATING', openedOn: '2022-06-01' });
    expect(state.checks).toMatchObject([{ result: 'PASSED', checkedOn: '2022-05-20' }]);
    expect(events[0]).toEqual({
      type: 'station.takenOver',
      openedOn: '2022-06-01',
      checkId: opening.checkId,
      checkedOn: '2022-05-20',
    });
  });

  it('plans it where no opening is said, with its premises', () => {
    const { state, events } = takeOver(null);

    expect(state.status).toBe('SITE_READY');
    expect(events.map(({ type }) => type)).toEqual(['station.planned', 'station.siteReadied']);
  });

  it.each(HAVES)('STA-2 is refused when the check did not find %s', (absent) => {
    const found = HAVES.filter((have) => have !== absent);

    expect(() => takeOver({ ...opening, found })).toThrow(
      expect.objectContaining({
        code: 'STATION_LACKS_HAVES',
        details: expect.objectContaining({ rule: 'STA-2', missing: [absent] }) as object,
      }),
    );
  });

  it('is refused when it opened before its check, or will open', () => {
    expect(() => takeOver({ ...opening, openedOn: day('2022-05-01') })).toThrow(
      withCode('DATES_OUT_OF_ORDER'),
    );
    expect(() => takeOver({ ...opening, openedOn: day('2099-01-01') })).toThrow(withCode('DATE_IN_FUTURE'));
  });

  it('STA-3 is refused under another signage', () => {
    expect(() => takeOver(opening, publicText('枝城社工站', 'signage'))).toThrow(
      withCode('STATION_SIGNAGE_WRONG'),
    );
  });
});
