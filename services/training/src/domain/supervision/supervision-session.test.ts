import { type CalendarDate, publicText } from '@qianshou/kernel';
import { describe, expect, it } from 'vitest';
import { now, OPERATOR, saved, uuid, YIDU } from '../../../test/builders.ts';
import { stationId, supervisionId } from '../ids.ts';
import { dueOf, quarterOf } from './supervision-due.ts';
import { correctSupervision, followUp, holdSupervision, strikeSupervision } from './supervision-session.ts';

const day = (text: string) => text as CalendarDate;
const today = day('2026-03-20');
const station = { id: stationId(`sta_${uuid(1)}`), countyCode: YIDU, operatorAgencyId: OPERATOR };
const input = {
  id: supervisionId(`sup_${uuid(1)}`),
  supervisorAgencyId: null,
  form: 'GROUP' as const,
  delivery: 'ONSITE' as const,
  heldOn: day('2026-03-10'),
  hours: 3,
  participants: 5,
  topic: publicText('个案记录', 'topic'),
  advice: publicText('补齐评估表', 'advice'),
  followUpBy: day('2026-03-31'),
};
const hold = (changes = {}) => holdSupervision(station, { ...input, ...changes }, { at: now, today });
const grounds = { reason: publicText('登记有误', 'reason'), evidence: null };
const code = (expected: string) => expect.objectContaining({ code: expected });

describe('TRA-8 supervision', () => {
  it.each([
    { heldOn: day('2026-03-21') },
    { hours: 0 },
    { hours: 25 },
    { participants: 0 },
    { advice: null },
    { followUpBy: day('2026-03-09') },
  ])('is refused with %o', (changes) => {
    expect(() => hold(changes)).toThrow(code('BAD_USER_INPUT'));
  });

  it('is followed up once, where it left something to do', () => {
    const held = saved(hold());
    const done = { on: today, text: publicText('已补齐', 'text') };
    const closed = saved(followUp(held, done, today));

    expect(closed.followedUp).toEqual(done);
    expect(() => followUp(closed, done, today)).toThrow(code('SUPERVISION_FOLLOWED_UP'));
    const nothing = saved(hold({ followUpBy: null }));
    expect(() => followUp(nothing, done, today)).toThrow(code('SUPERVISION_WITHOUT_FOLLOW_UP'));
    expect(() => followUp(held, { ...done, on: day('2026-03-09') }, today)).toThrow(code('BAD_USER_INPUT'));
  });

  it('is corrected by the rules of a new one, and struck out once', () => {
    const held = saved(hold());
    const corrected = correctSupervision(held, { hours: 4 }, { ...grounds, today });
    const struck = saved(strikeSupervision(held, grounds, today));

    expect(corrected.state).toMatchObject({ hours: 4, corrections: [{ hours: 3 }] });
    expect(() => correctSupervision(held, { hours: 3 }, { ...grounds, today })).toThrow(
      code('CORRECTED_TO_THE_SAME'),
    );
    expect(() => correctSupervision(held, { hours: 99 }, { ...grounds, today })).toThrow(
      code('BAD_USER_INPUT'),
    );
    expect(() => strikeSupervision(struck, grounds, today)).toThrow(code('STRUCK_ALREADY'));
    expect(() => correctSupervision(struck, { hours: 4 }, { ...grounds, today })).toThrow(
      code('STRUCK_ALREADY'),
    );
  });

  it('is due where a quarter lacks it, and overdue when the quarter is over', () => {
    const quarter = quarterOf(today);
    const asked = { ...quarter, target: 1 };

    expect(quarter).toEqual({ from: '2026-01-01', to: '2026-03-31' });
    expect(quarterOf(day('2026-06-30'))).toEqual({ from: '2026-04-01', to: '2026-06-30' });
    expect(dueOf([station], new Map(), { ...asked, today })).toMatchObject([
      { held: 0, target: 1, overdue: false },
    ]);
    expect(dueOf([station], new Map(), { ...asked, today: day('2026-04-01') })).toMatchObject([
      { overdue: true },
    ]);
    expect(dueOf([station], new Map([[station.id, 1]]), { ...asked, today })).toEqual([]);
  });
});
