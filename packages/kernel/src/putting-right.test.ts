import { describe, expect, it } from 'vitest';
import type { Actor, Grant } from './actor.ts';
import { addDays, calendarDate } from './calendar-date.ts';
import { canPutRight, mayPutRight, type PuttingRight } from './putting-right.ts';
import { recordedBy } from './recorded.ts';
import type { RegionCode } from './region-code.ts';

const YIDU = '420581' as RegionCode;
const on = calendarDate('2026-03-01');
const actor = (subject: string, ...grants: readonly Grant[]): Actor => ({ subject, grants });
const bureau = (subject: string, region = YIDU): Actor =>
  actor(subject, { role: 'COUNTY_CIVIL_AFFAIRS', region });
const township = (subject: string): Actor =>
  actor(subject, { role: 'TOWNSHIP_CIVIL_AFFAIRS', region: '420581104' as RegionCode });
const province = actor('hubei', { role: 'PROVINCE_AUTHORITY', region: '420000' as RegionCode });
const place = { regions: ['420581104'], agencies: [] };

const recordedIn = (who: Actor, roles: Grant['role'][]): PuttingRight => ({
  recorded: recordedBy(who, on, { roles, ...place }),
  mayRecord: true,
  office: 'TOWNSHIP_CIVIL_AFFAIRS',
  regions: ['420581104' as RegionCode],
  today: on,
});

describe('who may put a fact right', () => {
  const fact = recordedIn(township('zhou'), ['TOWNSHIP_CIVIL_AFFAIRS']);

  it('is whoever recorded it, for so many days as the policy says', () => {
    expect(canPutRight(township('zhou'), { ...fact, today: addDays(on, 7) })).toBe(true);
    expect(canPutRight(township('zhou'), { ...fact, today: addDays(on, 8) })).toBe(false);
    expect(canPutRight(township('zhou'), { ...fact, today: addDays(on, 8), days: 10 })).toBe(true);
    expect(canPutRight(township('zhou'), { ...fact, today: addDays(on, 3), days: 2 })).toBe(false);
  });

  it('is nobody else of the same office, nor the recorder in another place or office', () => {
    expect(canPutRight(township('zheng'), fact)).toBe(false);
    expect(canPutRight(township('zhou'), { ...fact, mayRecord: false })).toBe(false);
  });

  it('is who oversees them, there and always', () => {
    expect(canPutRight(bureau('lin'), { ...fact, today: addDays(on, 400) })).toBe(true);
    expect(canPutRight(bureau('lin', '420582' as RegionCode), fact)).toBe(false);
    expect(canPutRight(province, fact)).toBe(false);
  });

  it('is the province where the bureau recorded it', () => {
    const byBureau = recordedIn(bureau('lin'), ['COUNTY_CIVIL_AFFAIRS']);

    expect(canPutRight(bureau('lin'), byBureau)).toBe(true);
    expect(canPutRight(bureau('wu'), byBureau)).toBe(false);
    expect(canPutRight(province, byBureau)).toBe(true);
  });

  it.each([undefined, null])('is who oversees the office where no recorder is known: %s', (recorded) => {
    expect(canPutRight(township('zhou'), { ...fact, recorded })).toBe(false);
    expect(canPutRight(bureau('lin'), { ...fact, recorded })).toBe(true);
  });

  it('is who oversees the office where the administrator entered it', () => {
    const admin = actor('root', { role: 'ADMIN' });
    const entered = recordedIn(admin, ['ADMIN']);

    expect(canPutRight(admin, entered)).toBe(true);
    expect(canPutRight(bureau('lin'), entered)).toBe(true);
    expect(canPutRight(admin, { ...entered, today: addDays(on, 8) })).toBe(false);
  });

  it('is told with the remedy', () => {
    expect(() => mayPutRight(township('zheng'), fact)).toThrow(
      expect.objectContaining({
        code: 'RECORDED_BY_OTHERS',
        kind: 'FORBIDDEN',
        details: { days: 7, overseer: 'COUNTY_CIVIL_AFFAIRS' },
      }),
    );
    expect(() => mayPutRight(bureau('lin', '420582' as RegionCode), { ...fact, mayRecord: false })).toThrow(
      expect.objectContaining({ code: 'FORBIDDEN' }),
    );
  });
});

describe('a decision', () => {
  const cap: PuttingRight = {
    ...recordedIn(bureau('lin'), ['COUNTY_CIVIL_AFFAIRS']),
    office: 'FINANCE_AUDITOR',
    isDecision: true,
  };

  it('is put right by the office that took it, and by no other', () => {
    const finance = actor('chen', { role: 'FINANCE_AUDITOR', region: YIDU });

    expect(canPutRight(finance, { ...cap, today: addDays(on, 90) })).toBe(true);
    expect(() => mayPutRight(bureau('lin'), cap)).toThrow(
      expect.objectContaining({ code: 'DECIDED_BY_OTHERS' }),
    );
    expect(canPutRight(province, cap)).toBe(false);
  });
});
