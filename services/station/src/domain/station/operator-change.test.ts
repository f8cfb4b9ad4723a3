import { publicText } from '@qianshou/kernel';
import { describe, expect, it } from 'vitest';
import { anId, anOperatingStation, anOperator, day, OPERATOR_ID, TODAY } from '../../../test/builders.ts';
import { changeOperator, operatorOn, operatorTerms } from './operator-change.ts';
import type { Station } from './station.ts';
import { closeStation } from './station-life-cycle.ts';

const OTHER = anId('agy', 2);
const other = anOperator({ id: OTHER });
const reason = publicText('合同到期(演示)', 'reason');
const input = {
  from: TODAY,
  operationMode: 'PURCHASED',
  reason,
  handOver: [publicText('钥匙两把', 'handOver')],
  stayingPostings: [],
} as const;
const facts = { operator: other, barred: false, today: TODAY };
const opened = anOperatingStation({ openedOn: day('2025-01-01'), tier: 'DEMONSTRATION' });

const refused = (code: string) => expect.objectContaining({ code });
const changing =
  (changes: Partial<Parameters<typeof changeOperator>[1]> = {}, known = {}, station: Station = opened) =>
  () =>
    changeOperator(station, { ...input, ...changes }, { ...facts, ...known });

describe('changing the operator of a station', () => {
  it('keeps rank, rooms and records, and tells who ran it before', () => {
    const { state, events } = changing()();

    const { operatorAgencyId, operatorChanges, ...kept } = state;
    expect(opened).toMatchObject(kept);
    expect(operatorAgencyId).toBe(OTHER);
    expect(operatorChanges).toHaveLength(1);
    expect(events).toMatchObject([
      { before: { operatorAgencyId: OPERATOR_ID, operationMode: 'PURCHASED' }, from: TODAY },
    ]);
  });

  it('goes over to direct hire and back', () => {
    const direct = changing({ operationMode: 'DIRECT_HIRE', from: day('2026-01-01') }, { operator: null })();
    const { state } = changing({}, { operator: anOperator() }, direct.state)();

    expect(operatorTerms(state)).toMatchObject([
      { operatorAgencyId: OPERATOR_ID, from: '2025-01-01', to: '2025-12-31', reason: null },
      { operatorAgencyId: null, operationMode: 'DIRECT_HIRE', from: '2026-01-01', to: '2026-05-19', reason },
      { operatorAgencyId: OPERATOR_ID, from: TODAY, to: null },
    ]);
  });

  it('has one term where nobody changed it, also in records of before', () => {
    expect(operatorTerms(opened)).toMatchObject([
      { operatorAgencyId: OPERATOR_ID, from: '2025-01-01', to: null },
    ]);
  });

  it.each([
    ['STATION_OPERATOR_SAME', {}, { operator: anOperator() }],
    ['OPERATOR_NOT_ELIGIBLE', {}, { operator: anOperator({ id: OTHER, status: 'SUSPENDED' }) }],
    ['OPERATOR_NOT_ELIGIBLE', {}, { operator: anOperator({ id: OTHER, status: 'UNVERIFIED' }) }],
    ['OPERATOR_NOT_ELIGIBLE', {}, { operator: anOperator({ id: OTHER, canOperate: false }) }],
    ['STATION_OPERATOR_BARRED', {}, { barred: true }],
    ['STATION_LACKS_OPERATOR', {}, { operator: null }],
    ['DATE_IN_FUTURE', { from: day('2026-05-21') }, {}],
    ['DATES_OUT_OF_ORDER', { from: day('2024-12-31') }, {}],
    ['STATION_POSTING_NOT_THERE', { stayingPostings: [anId('pst', 99)] }, {}],
    ['BAD_USER_INPUT', { handOver: [] }, {}],
  ])('is refused with %s', (code, changes, known) => {
    expect(changing(changes, known)).toThrow(refused(code));
  });

  it('is refused after closing, and twice for one day', () => {
    const { state } = changing()();
    const closed = closeStation(opened, { reason, on: TODAY }, TODAY);

    expect(changing({}, { operator: null }, closed.state)).toThrow(refused('STATION_CLOSED'));
    expect(changing({}, { operator: anOperator() }, state)).toThrow(refused('STATION_OPERATOR_DAY_TAKEN'));
  });

  it('lies on no day on which the station closes, and on none after it', () => {
    const { state } = changing()();
    const closing = (on: string) => () => closeStation(state, { reason, on: day(on) }, day('2026-06-01'));

    expect(closing('2026-05-19')).toThrow(refused('STATION_OPERATOR_DAY_TAKEN'));
    expect(closing(TODAY)).toThrow(refused('STATION_OPERATOR_DAY_TAKEN'));
    expect(operatorTerms(closing('2026-05-21')().state).at(-1)).toMatchObject({ to: '2026-05-21' });
  });

  it('STA-13 leaves each day with who ran the station then', () => {
    const { state } = changing()();

    expect(operatorOn(state, day('2025-12-31'))).toBe(OPERATOR_ID);
    expect(operatorOn(state, TODAY)).toBe(OTHER);
  });
});
