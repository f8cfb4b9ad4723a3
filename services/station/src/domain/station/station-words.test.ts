import { calendarDate, publicText } from '@qianshou/kernel';
import { describe, expect, it } from 'vitest';
import { evaluationId } from '../ids.ts';
import type { CheckItem } from './acceptance-check.ts';
import { findingOf, lackingOf, reasonOf } from './station-words.ts';

const item = (changes: Partial<CheckItem>): CheckItem => ({
  have: 'STAFF',
  met: false,
  finding: null,
  ...changes,
});
const text = (raw: string) => publicText(raw, 'reason');

const HAN = /\p{Script=Han}/u;
const CODE = /[A-Z]{3,}/;

describe('STA-2 what a check found', () => {
  it.each([
    ['SITE', 'SITE_CHECK', 'ROOM', 'ACTIVITY'],
    ['STATION_HEAD', 'RESIDENT', 'DEPUTY_HEAD'],
    ['PERSONNEL', 'FINANCE', 'SERVICE_PLEDGE', 'COMPLAINT'],
  ])('is said of %s … in each language by its words, never by codes', (...lacking) => {
    const found = findingOf(item({ lacking }));

    expect(found).toMatchObject({ en: expect.not.stringMatching(HAN), zh: expect.not.stringMatching(CODE) });
    expect(found).toMatchObject({ en: expect.not.stringMatching(CODE) });
  });

  it('is what the checker wrote, where something was written', () => {
    expect(findingOf(item({ finding: text('门口无标识'), lacking: ['ROOM'] }))).toBe('门口无标识');
    expect(findingOf(item({}))).toBeNull();
  });

  it('is read from rows of before, which hold a sentence of both languages', () => {
    const before = item({ finding: text('记录缺少 missing on record: STATION_HEAD, RESIDENT') });

    expect(lackingOf(before)).toEqual(['STATION_HEAD', 'RESIDENT']);
    expect(findingOf(before)).toEqual({
      en: 'Missing on record: station head, resident',
      zh: '记录缺少:站长、驻站社工',
    });
  });
});

describe('STA-13 the reason of a rectification', () => {
  const [day, due] = [calendarDate('2026-05-01'), calendarDate('2026-05-16')];
  const open = { orderedOn: day, planDueOn: due, dueOn: due, plan: null, overdueSince: null };
  const evaluation = evaluationId('sev_019a0000-0000-7000-8000-000000000001');

  it.each([null, text('评估基本合格 (barely qualified)')])(
    'is the grade in each language, stored as %s',
    (reason) => {
      expect(reasonOf({ ...open, reason, evaluationId: evaluation })).toEqual({
        en: 'Evaluated as barely qualified',
        zh: '评估结果为基本合格',
      });
    },
  );

  it('is what the bureau wrote, where it ordered by itself', () => {
    expect(reasonOf({ ...open, reason: text('消防通道堵塞'), evaluationId: null })).toBe('消防通道堵塞');
  });
});
