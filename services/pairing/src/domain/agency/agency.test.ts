import { calendarDate, regionCode } from '@qianshou/kernel';
import { describe, expect, it } from 'vitest';
import { aDispatchingAgency, aRegistration, TODAY } from '../../../test/builders.ts';
import { barForYear, liftBar } from './agency-bar.ts';
import { register, reinstate, revise, strikeOff, suspend } from './agency.ts';

const refusal = (code: string, details = {}) =>
  expect.objectContaining({ code, details: expect.objectContaining(details) });

describe('registering an agency', () => {
  it('makes it active and tells what it can do', () => {
    const { state, events } = register(aRegistration(1), TODAY);

    expect(state).toMatchObject({ status: 'ACTIVE', statusReason: null, version: 0 });
    expect(events).toEqual([
      {
        type: 'agency.registered',
        agencyId: state.id,
        name: state.name,
        homeRegionCode: '350203',
        canDispatch: true,
        canReceive: false,
        canOperate: false,
      },
    ]);
  });

  it('takes a city for a home, because some cities have no counties below them', () => {
    const { state } = register(aRegistration(1, { homeRegionCode: regionCode('441900') }), TODAY);

    expect(state.homeRegionCode).toBe('441900');
  });

  it.each(['000000', '350000', '350203001'])('refuses %s as a home', (code) => {
    expect(() => register(aRegistration(1, { homeRegionCode: regionCode(code) }), TODAY)).toThrow(
      refusal('BAD_USER_INPUT', { field: 'homeRegionCode' }),
    );
  });

  it('refuses a registration in the future', () => {
    const registration = aRegistration(1, { registeredOn: calendarDate('2026-07-01') });

    expect(() => register(registration, TODAY)).toThrow(refusal('BAD_USER_INPUT', { field: 'registeredOn' }));
  });

  it.each(['', '   ', 'a\u0000b', 'x'.repeat(201)])('refuses the name %j', (name) => {
    expect(() => register(aRegistration(1, { name }), TODAY)).toThrow(
      refusal('BAD_USER_INPUT', { field: 'name' }),
    );
  });
});

describe('the status of an agency', () => {
  const active = aDispatchingAgency();
  const suspended = suspend(active, '演示:年度评估不合格').state;
  const struckOff = strikeOff(active, '演示:注销登记').state;

  it('goes to suspended and back, with the reason told each time', () => {
    const reinstated = reinstate(suspended, '演示:整改完成');

    expect(suspended).toMatchObject({ status: 'SUSPENDED', statusReason: '演示:年度评估不合格' });
    expect(reinstated.state).toMatchObject({ status: 'ACTIVE' });
    expect(reinstated.events).toEqual([
      {
        type: 'agency.status-changed',
        agencyId: active.id,
        status: 'ACTIVE',
        statusBefore: 'SUSPENDED',
        reason: '演示:整改完成',
      },
    ]);
  });

  it('ends with striking off, from active and from suspended', () => {
    expect(strikeOff(suspended, '演示').state.status).toBe('STRUCK_OFF');
    expect(struckOff.status).toBe('STRUCK_OFF');
  });

  it.each([
    ['suspending a suspended agency', () => suspend(suspended, 'x')],
    ['suspending a struck-off agency', () => suspend(struckOff, 'x')],
    ['striking off twice', () => strikeOff(struckOff, 'x')],
    ['reinstating an active agency', () => reinstate(active, 'x')],
    ['reinstating a struck-off agency', () => reinstate(struckOff, 'x')],
  ])('refuses %s', (_what, decide) => {
    expect(decide).toThrow(refusal('AGENCY_STATUS_UNFIT'));
  });

  it('changes only with a reason', () => {
    expect(() => suspend(active, ' ')).toThrow(refusal('BAD_USER_INPUT', { field: 'reason' }));
  });
});

describe('revising what an agency can do', () => {
  it('keeps what its home authority attests, and tells others what they decide by', () => {
    const agency = aDispatchingAgency();

    const { state, events } = revise(agency, {
      ...agency,
      canOperate: true,
      evaluationGrade: 'A3',
      fullTimeStaff: 12,
      certifiedStaff: 7,
      focusAreas: ['养老', '养老', ' 儿童 '],
    });

    expect(state).toMatchObject({ canOperate: true, certifiedStaff: 7, focusAreas: ['养老', '儿童'] });
    expect(events).toEqual([
      {
        type: 'agency.revised',
        agencyId: agency.id,
        canDispatch: true,
        canReceive: false,
        canOperate: true,
        evaluationGrade: 'A3',
      },
    ]);
  });

  it.each([
    ['certifiedStaff', { fullTimeStaff: 3, certifiedStaff: 4 }],
    ['fullTimeStaff', { fullTimeStaff: -1 }],
    ['fullTimeStaff', { fullTimeStaff: 1.5 }],
    ['focusAreas', { focusAreas: Array.from({ length: 11 }, (_, at) => `领域${at}`) }],
    ['focusAreas', { focusAreas: [''] }],
  ])('refuses %s of %j', (field, changed) => {
    const agency = aDispatchingAgency();

    expect(() => revise(agency, { ...agency, ...changed })).toThrow(refusal('BAD_USER_INPUT', { field }));
  });

  it('is refused for an agency that exists no more', () => {
    const gone = strikeOff(aDispatchingAgency(), '演示').state;

    expect(() => revise(gone, gone)).toThrow(refusal('AGENCY_STATUS_UNFIT'));
  });
});

describe('PAIR-13: an unqualified grade bars the year after', () => {
  it('is told once for each evaluation', () => {
    const { state, events } = barForYear(aDispatchingAgency(), 2027, 'sev_1');

    expect(state.barredYears).toEqual([2027]);
    expect(events).toEqual([{ type: 'agency.barred-for-year', agencyId: state.id, year: 2027 }]);
    expect(barForYear(state, 2027, 'sev_1').events).toEqual([]);
  });

  it('falls away with the last evaluation that says so, also where records of before name none', () => {
    const first = barForYear(aDispatchingAgency(), 2027, 'sev_1').state;
    const both = barForYear(first, 2027, 'sev_2').state;

    const one = liftBar(both, 2027, 'sev_1');
    const none = liftBar(one.state, 2027, 'sev_2');

    expect(one).toMatchObject({ state: { barredYears: [2027] }, events: [{ stillBarred: true }] });
    expect(none).toMatchObject({ state: { barredYears: [] }, events: [{ stillBarred: false }] });
    expect(
      liftBar({ ...aDispatchingAgency(), barredYears: [2026] }, 2026, 'sev_9').state.barredYears,
    ).toEqual([]);
    expect(liftBar(none.state, 2027, 'sev_2').events).toEqual([]);
  });
});
