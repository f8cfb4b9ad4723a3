import { type CalendarDate, calendarDate, publicText, regionCode } from '@qianshou/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aScheme, FUJIAN, NINGXIA } from '../../../test/builders.ts';
import {
  adoptPolicy,
  changeAuthority,
  changeQuota,
  openScheme,
  returnPlace,
  takePlace,
} from './cooperation-scheme.ts';
import { documentsOf, isNamedBy } from './scheme-documents.ts';
import { DEFAULT_POLICY } from './scheme-policy.ts';

const paper = (documentNo: string, decidedOn: CalendarDate | null = null) => ({ documentNo, decidedOn });

const badField = (field: string) =>
  expect.objectContaining({ code: 'BAD_USER_INPUT', details: expect.objectContaining({ field }) });

describe('opening a scheme', () => {
  it('is across provinces between two, and within the province for one', () => {
    const across = aScheme();
    const within = aScheme({ dispatchProvinceCode: NINGXIA });

    expect(across.mode).toBe('CROSS_PROVINCE');
    expect(within.mode).toBe('INTRA_PROVINCE');
  });

  it('tells both provinces, the quota and the year', () => {
    const { events } = openScheme({ ...aScheme(), competentAuthority: '演示省民政厅' });

    expect(events).toEqual([
      expect.objectContaining({
        type: 'scheme.opened',
        dispatchProvinceCode: FUJIAN,
        recipientProvinceCode: NINGXIA,
        quota: 5,
        year: 2026,
      }),
    ]);
  });

  it('refuses anything but provinces', () => {
    expect(() => aScheme({ dispatchProvinceCode: regionCode('350200') })).toThrow(
      badField('dispatchProvinceCode'),
    );
    expect(() => aScheme({ recipientProvinceCode: regionCode('640522') })).toThrow(
      badField('recipientProvinceCode'),
    );
  });

  it.each([0, -1, 1.5, 1_001, 1e9])('refuses a quota of %d', (quota) => {
    expect(() => aScheme({ quota })).toThrow(badField('quota'));
  });
});

describe('PAIR-7: accepted pairs stay within the quota', () => {
  it('refuses the sixth of five, and says how many there are', () => {
    const full = { ...aScheme(), accepted: 5 };

    expect(() => takePlace(full)).toThrow(
      expect.objectContaining({
        code: 'SCHEME_QUOTA_EXHAUSTED',
        details: { rule: 'PAIR-7', schemeId: full.id, accepted: 5, quota: 5 },
      }),
    );
  });

  it('gives out as many places as the quota has, whatever it is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), (quota) => {
        let scheme = aScheme({ quota });
        for (let place = 1; place <= quota; place += 1) {
          const { state, events } = takePlace(scheme);
          expect(events).toEqual([
            { type: 'scheme.place-taken', schemeId: scheme.id, accepted: place, quota },
          ]);
          scheme = state;
        }

        expect(() => takePlace(scheme)).toThrow(expect.objectContaining({ code: 'SCHEME_QUOTA_EXHAUSTED' }));
      }),
    );
  });
});

describe('PAIR-7: giving a place back', () => {
  it('frees it, and never more than were taken', () => {
    const taken = takePlace(aScheme()).state;

    expect(returnPlace(taken)).toMatchObject({
      state: { accepted: 0 },
      events: [{ type: 'scheme.place-returned', accepted: 0, quota: 5 }],
    });
    expect(returnPlace(aScheme()).state.accepted).toBe(0);
  });
});

describe('PAIR-7: changing a quota', () => {
  it('is refused below what the scheme has accepted, and free above it', () => {
    const scheme = takePlace(takePlace(aScheme()).state).state;

    expect(() => changeQuota(scheme, 1, paper('演示〔2026〕2号'))).toThrow(
      expect.objectContaining({
        code: 'SCHEME_QUOTA_BELOW_ACCEPTED',
        details: expect.objectContaining({ rule: 'PAIR-7', accepted: 2, quota: 1 }),
      }),
    );
    expect(changeQuota(scheme, 2, paper('演示〔2026〕2号'))).toMatchObject({
      state: { quota: 2, documentNo: '演示〔2026〕2号' },
      events: [{ type: 'scheme.quota-changed', quotaBefore: 5, quota: 2 }],
    });
  });
});

describe('the documents of a scheme', () => {
  const day = calendarDate('2026-05-01');

  it('are all kept, with their days, whatever changes the quota or the authority', () => {
    const first = changeQuota(aScheme(), 6, paper('演示〔2026〕2号', day)).state;
    const second = changeQuota(first, 7, paper('演示〔2026〕3号')).state;
    const authority = {
      name: '演示社会工作部',
      since: calendarDate('2026-09-01'),
      documentNo: '演示〔2026〕4号',
    };
    const { state } = changeAuthority(second, authority);

    expect(documentsOf(state)).toEqual([
      { documentNo: '演示〔2026〕1号', about: 'OPENING', decidedOn: null },
      { documentNo: '演示〔2026〕2号', about: 'QUOTA', decidedOn: day },
      { documentNo: '演示〔2026〕3号', about: 'QUOTA', decidedOn: null },
      { documentNo: '演示〔2026〕4号', about: 'AUTHORITY', decidedOn: '2026-09-01' },
    ]);
    for (const number of [1, 2, 3, 4]) expect(isNamedBy(state, `演示〔2026〕${number}号`)).toBe(true);
    expect(isNamedBy(state, '演示〔2026〕5号')).toBe(false);
  });

  it('of a record of before are its first, its last and those of its authorities', () => {
    const { documents: _, ...before } = { ...aScheme(), documentNo: aScheme().openingDocumentNo };

    expect(documentsOf(before).map(({ about }) => about)).toEqual(['OPENING']);
    expect(isNamedBy({ ...before, documentNo: publicText('演示〔2026〕9号', 'x') }, '演示〔2026〕9号')).toBe(
      true,
    );
  });
});

describe('the numbers of a scheme', () => {
  it('begin with the defaults, and null switches a rule off', () => {
    expect(aScheme().policy).toEqual(DEFAULT_POLICY);

    const { state } = adoptPolicy(aScheme(), { ...DEFAULT_POLICY, quietDays: null });
    expect(state.policy.quietDays).toBeNull();
  });

  it.each([{ quietDays: 0 }, { minimumWorkers: 1.5 }, { reportMonths: 13 }, { reportGraceDays: -1 }])(
    'refuse %j',
    (changed) => {
      expect(() => adoptPolicy(aScheme(), { ...DEFAULT_POLICY, ...changed })).toThrow(
        expect.objectContaining({ code: 'BAD_USER_INPUT' }),
      );
    },
  );
});
