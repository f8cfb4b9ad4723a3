import { definitionOf, type EventData, type EventTypeOf, type KnownEvent } from '@qianshou/events';
import { describe, expect, it } from 'vitest';
import { foldTrainingEvent } from './figures.ts';

type Type = EventTypeOf<'training'>;

/** The published example of an event, with what matters here. */
function heard<T extends Type>(type: T, data: Partial<EventData<T>> = {}): KnownEvent<Type> {
  return { type, data: { ...definitionOf(type)?.example, ...data } } as unknown as KnownEvent<Type>;
}

/** Without what is counted by year. */
function everCounted(events: readonly KnownEvent<Type>[]) {
  return events.flatMap(foldTrainingEvent).filter(({ period }) => period === undefined);
}

function sums(events: readonly KnownEvent<Type>[]): Record<string, number> {
  const total: Record<string, number> = {};
  for (const { figures } of everCounted(events)) {
    for (const [name, value] of Object.entries(figures)) total[name] = (total[name] ?? 0) + Number(value);
  }
  return total;
}

describe('training figures of a region', () => {
  it('count classes, places, results and credited hours where they belong', () => {
    const events = [
      heard('qianshou.training.class-opened.v1'),
      heard('qianshou.training.enrolled.v1'),
      heard('qianshou.training.passed.v1', { hours: 16 }),
      heard('qianshou.training.failed.v1', { result: 'FAILED' }),
      heard('qianshou.training.failed.v1', { result: 'ABSENT' }),
    ];

    expect(sums(events)).toEqual({
      classesOpened: 1,
      enrolments: 1,
      waiting: 0,
      passed: 1,
      failed: 1,
      absent: 1,
      hours: 16,
    });
    expect(everCounted(events).map(({ regionCode }) => regionCode)).toEqual(events.map(() => '420581'));
  });

  it.each([
    ['a seat', heard('qianshou.training.seat-granted.v1')],
    ['leaving', heard('qianshou.training.withdrawn.v1', { previous: 'WAITING' })],
    ['a lapse', heard('qianshou.training.lapsed.v1', { previous: 'WAITING' })],
  ])('take %s off the waiting list', (_what, event) => {
    expect(sums([heard('qianshou.training.enrolled.v1', { waiting: true }), event])['waiting']).toBe(0);
  });

  it('take back what a cancelled certificate stood for, with its hours, in its region and no other', () => {
    const passed = heard('qianshou.training.passed.v1', { hours: 18 });
    const cancelled = heard('qianshou.training.certificate-cancelled.v1', { hours: 18 });

    expect(sums([passed, cancelled])).toEqual({ passed: 0, hours: 0 });
    expect(foldTrainingEvent(cancelled).map(({ regionCode }) => regionCode)).toEqual(
      foldTrainingEvent(passed).map(({ regionCode }) => regionCode),
    );
  });

  it('leave the waiting list alone when a seat or an offer ends', () => {
    expect(sums([heard('qianshou.training.withdrawn.v1', { previous: 'SEATED' })])).toEqual({});
    expect(sums([heard('qianshou.training.lapsed.v1', { previous: 'OFFERED' })])).toEqual({});
  });

  it('TRA-3 follow a result that is corrected, struck or made up; passes come and go with certificates', () => {
    const corrected = 'qianshou.training.result-corrected.v1';

    expect(
      sums([heard(corrected, { before: 'PASSED', hoursBefore: 16, result: 'PASSED', hours: 14 })]),
    ).toEqual({
      hours: -2,
    });
    expect(sums([heard(corrected, { before: 'PASSED', result: 'FAILED' })])).toEqual({ failed: 1 });
    expect(sums([heard(corrected, { before: 'ABSENT', result: 'FAILED' })])).toEqual({
      absent: -1,
      failed: 1,
    });
    expect(sums([heard('qianshou.training.result-struck.v1', { before: 'PASSED' })])).toEqual({});
    expect(sums([heard('qianshou.training.result-struck.v1', { before: 'ABSENT' })])).toEqual({ absent: -1 });
    expect(sums([heard('qianshou.training.make-up-held.v1', { outcome: 'PASSED' })])).toEqual({ failed: -1 });
    expect(sums([heard('qianshou.training.interrupted.v1')])).toEqual({});
  });

  it('TRA-5, TRA-8 count who sat and passed the examination by year and level, and supervisions', () => {
    const held = heard('qianshou.training.supervision-held.v1', { hours: 3 });
    const outcome = heard('qianshou.training.exam-outcome-recorded.v1', { sat: true, passed: false });
    const right = { satBefore: true, passedBefore: false, sat: true, passed: true };

    expect(sums([held, heard('qianshou.training.supervision-struck.v1', { hours: 3 })])).toEqual({
      supervisions: 0,
      supervisionHours: 0,
    });
    expect(sums([outcome, heard('qianshou.training.exam-outcome-corrected.v1', right)])).toEqual({
      examSat_2026_ASSISTANT: 1,
      examPassed_2026_ASSISTANT: 1,
    });
  });

  it('count by the year of the class, by kind and programme, and take back where they counted', () => {
    const place = { year: 2025, kind: 'EXAM_PREP' } as const;
    const events = [
      heard('qianshou.training.passed.v1', { ...place, hours: 16 }),
      heard('qianshou.training.certificate-cancelled.v1', { ...place, hours: 16 }),
      heard('qianshou.training.failed.v1', { ...place, result: 'FAILED' }),
    ];
    const years = events.flatMap(foldTrainingEvent).filter(({ period }) => period !== undefined);

    expect(years.map(({ period }) => period)).toEqual(['2025', '2025', '2025']);
    const failed = years.at(-1)?.figures ?? {};
    expect(Object.keys(failed)).toEqual([
      'failed',
      'failed@EXAM_PREP',
      expect.stringMatching(/^failed@prg_/),
    ]);
    const passed = years.map(({ figures }) => Number(figures['passed@EXAM_PREP'] ?? 0));
    expect(passed.reduce((sum, each) => sum + each)).toBe(0);
  });

  it('count a supervision in the year to which it was corrected', () => {
    const days = { heldOn: '2026-01-02', heldOnBefore: '2025-12-31' } as never;
    const moved = foldTrainingEvent(heard('qianshou.training.supervision-corrected.v1', days));

    expect(moved.slice(1)).toMatchObject([
      { period: '2025', figures: { supervisions: -1 } },
      { period: '2026', figures: { supervisions: 1 } },
    ]);
  });

  it('count events of before in no year', () => {
    const { year: _year, ...before } = heard('qianshou.training.passed.v1').data as { year?: number };
    const event = { type: 'qianshou.training.passed.v1', data: before } as unknown as KnownEvent<Type>;

    expect(foldTrainingEvent(event)).toHaveLength(1);
  });
});
