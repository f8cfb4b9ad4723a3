import type { CalendarDate } from '@qianshou/kernel';
import { describe, expect, it } from 'vitest';
import { uuid, worker, YIDU } from '../../../test/builders.ts';
import type { CreditedHoursId } from '../ids.ts';
import { credit } from './credited-hours.ts';

const id = `crh_${uuid(1)}` as CreditedHoursId;

describe('TRA-4 the hours of a year', () => {
  it('add up, and are taken back as they were given', () => {
    const of = (hours: number, on = '2026-03-12') => ({
      workerId: worker(1),
      countyCode: YIDU,
      year: 2026,
      on: on as CalendarDate,
      hours,
    });
    const first = credit(null, of(16), id);
    const second = credit({ ...first.state, version: 1 }, of(8, '2026-02-01'), id);
    const back = credit({ ...second.state, version: 2 }, of(-16), id);

    expect([first.state.hours, second.state.hours, back.state.hours]).toEqual([16, 24, 8]);
    expect(second.state.days).toEqual([
      { on: '2026-02-01', hours: 8 },
      { on: '2026-03-12', hours: 16 },
    ]);
    expect(back.state.days).toEqual([{ on: '2026-02-01', hours: 8 }]);
    expect(credit(first.state, of(0), id).events).toEqual([]);
  });
});
