import { creditCodeAsIssued, documentReference, grounds } from '@qianshou/kernel';
import { describe, expect, it } from 'vitest';
import {
  aCreditCode,
  aDispatchingAgency,
  anAgencyId,
  HAIYUAN,
  TODAY,
  XIAMEN,
} from '../../../test/builders.ts';
import { restore, strikeOff, suspend } from './agency.ts';
import { barForYear } from './agency-bar.ts';
import { mergeAgencies } from './agency-merge.ts';
import { changeRegistration, type RegistrationOrder } from './registration-change.ts';

const document = documentReference({ title: '演示证书', kind: 'CERTIFICATE' }, 'document');
const agency = aDispatchingAgency();
const refused = (code: string, details = {}) =>
  expect.objectContaining({ code, details: expect.objectContaining(details) });
const change = (
  changes: RegistrationOrder['changes'],
  at = TODAY,
  of: Parameters<typeof changeRegistration>[0] = agency,
) => changeRegistration(of, { changes, on: at, reason: '证书变更(演示)', document }, TODAY);

describe('changing what the certificate of an agency says', () => {
  it('keeps who it is and what it said before, and tells where it was at home', () => {
    const { state, events } = change({ name: '演示新名', homeRegionCode: HAIYUAN });

    expect(state).toMatchObject({ id: agency.id, name: '演示新名', status: 'ACTIVE', canDispatch: true });
    expect(state.registrationChanges).toMatchObject([
      { on: TODAY, document, before: { name: agency.name, homeRegionCode: XIAMEN } },
    ]);
    expect(events).toMatchObject([{ type: 'agency.registration-changed', homeRegionCodeBefore: XIAMEN }]);
  });

  it('takes an odd code with a reason alone, and forgets the reason with the code', () => {
    const odd = creditCodeAsIssued('523502030000000019');
    const entered = change({ unifiedSocialCreditCode: odd, creditCodeReason: '演示:证书如此' }).state;

    expect(() => change({ unifiedSocialCreditCode: odd })).toThrow(refused('BAD_USER_INPUT'));
    expect(entered.creditCodeReason).toBe('演示:证书如此');
    expect(change({ name: '演示新名' }, TODAY, entered).state.creditCodeReason).toBe('演示:证书如此');
    const right = change({ unifiedSocialCreditCode: aCreditCode(77) }, TODAY, entered).state;
    expect(right.creditCodeReason).toBeNull();
  });

  it.each([
    ['nothing', {}, 'CORRECTED_TO_THE_SAME'],
    ['the same', { name: agency.name }, 'CORRECTED_TO_THE_SAME'],
    ['an empty name', { name: ' ' }, 'BAD_USER_INPUT'],
    ['a home that is a province', { homeRegionCode: '350000' as never }, 'BAD_USER_INPUT'],
    ['a day of registration to come', { registeredOn: '2027-01-01' as never }, 'BAD_USER_INPUT'],
  ])('refuses %s', (_what, changes, code) => {
    expect(() => change(changes)).toThrow(refused(code));
  });

  it.each(['2026-07-01', '2010-01-01'])('refuses to have begun on %s', (on) => {
    expect(() => change({ name: '演示新名' }, on as never)).toThrow(
      refused('BAD_USER_INPUT', { field: 'changedOn' }),
    );
  });

  it('is refused for an agency that exists no more', () => {
    const gone = strikeOff(agency, '演示').state;
    expect(() => change({ name: '演示新名' }, TODAY, gone)).toThrow(refused('AGENCY_STATUS_UNFIT'));
  });
});

describe('an agency that was struck off by a slip', () => {
  const slip = { ...grounds({ reason: '误注销' }), today: TODAY };

  it('stands as it stood before, with why', () => {
    const suspended = suspend(agency, '演示:整改').state;

    expect(restore(strikeOff(agency, '演示').state, slip).state).toMatchObject({ status: 'ACTIVE' });
    const { state, events } = restore(strikeOff(suspended, '演示').state, slip);
    expect(state).toMatchObject({
      status: 'SUSPENDED',
      statusReason: '误注销',
      restorations: [{ struckOffFor: '演示' }],
    });
    expect(events).toMatchObject([{ status: 'SUSPENDED', statusBefore: 'STRUCK_OFF' }]);
    expect(() => restore(state, slip)).toThrow(refused('AGENCY_STATUS_UNFIT'));
  });

  it('is suspended where nobody kept how it stood', () => {
    const { stoodBefore: _lost, ...before } = strikeOff(agency, '演示').state;
    expect(restore(before, slip).state.status).toBe('SUSPENDED');
  });
});

describe('merging two entries of one agency', () => {
  const second = { ...agency, id: anAgencyId(77), unifiedSocialCreditCode: aCreditCode(77) };
  const merge = (kept = agency as Parameters<typeof mergeAgencies>[0], dropped = second as typeof kept) =>
    mergeAgencies(kept, dropped, { reason: '重复登记(演示)', document, today: TODAY });

  it('keeps the dropped one as another name of the kept one', () => {
    const { kept, dropped } = merge();

    expect(dropped.state).toMatchObject({ status: 'MERGED', mergedIntoId: agency.id });
    expect(dropped.events).toMatchObject([
      { type: 'agency.status-changed', status: 'MERGED', statusBefore: 'ACTIVE' },
    ]);
    expect(kept.state.aliases).toMatchObject([
      { agencyId: second.id, unifiedSocialCreditCode: aCreditCode(77) },
    ]);
    expect(kept.events).toMatchObject([{ type: 'agency.merged', droppedAgencyId: second.id }]);
  });

  it('PAIR-13 sheds no bar, and bars for no evaluation twice', () => {
    const barred = barForYear(second, 2026, 'sev_1').state;
    const both = barForYear(agency, 2026, 'sev_1').state;

    expect(merge(agency, barred).kept.state.barredYears).toEqual([2026]);
    expect(merge(agency, { ...second, barredYears: [2025] }).kept.events).toMatchObject([
      { type: 'agency.merged' },
      { type: 'agency.barred-for-year', year: 2025 },
    ]);
    expect(merge(both, barred).kept.events).toHaveLength(1);
  });

  it('is refused with itself, a merged one again, and into one that exists no more', () => {
    expect(() => merge(agency, agency)).toThrow(refused('AGENCY_MERGED_WITH_ITSELF'));
    expect(() => merge(agency, merge().dropped.state)).toThrow(refused('AGENCY_ALREADY_MERGED'));
    expect(() => merge(merge().dropped.state, agency)).toThrow(refused('AGENCY_ALREADY_MERGED'));
    expect(() => merge(strikeOff(agency, '演示').state)).toThrow(refused('AGENCY_STATUS_UNFIT'));
    expect(merge(agency, strikeOff(second, '演示').state).dropped.state.status).toBe('MERGED');
  });
});
