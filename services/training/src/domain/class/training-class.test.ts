import { publicText } from '@qianshou/kernel';
import type { CalendarDate } from '@qianshou/kernel';
import { describe, expect, it } from 'vitest';
import {
  aClassInProgress,
  anOpenClass,
  aPlan,
  aProgramme,
  now,
  OPERATOR,
  saved,
  YIDU,
} from '../../../test/builders.ts';
import { mayOrganisePreJob } from '../reference/agency-replica.ts';
import { isNational, TRAINING_KINDS } from '../programme/programme.ts';
import { cancelClass } from './class-changes.ts';
import {
  closeClass,
  concludeWhenAssessed,
  openClass,
  planClass,
  settleSeats,
  startClass,
} from './training-class.ts';

const OUTCOMES = { offered: 0, waiting: 0, passed: 9, failed: 1, absent: 0 };

describe('TRA-2 pre-job training belongs to the operator', () => {
  it.each([{ organiserAgencyId: null }, { regionCode: '420500' }, { regionCode: '420581100' }])(
    'refuses a pre-job class with %o',
    (plan) => {
      expect(() => planClass(aProgramme(), aPlan(plan as never), now)).toThrow(
        expect.objectContaining({
          code: 'TRAINING_CLASS_NEEDS_OPERATOR',
          details: expect.objectContaining({ rule: 'TRA-2' }),
        }),
      );
    },
  );

  it.each(TRAINING_KINDS.filter((kind) => kind !== 'PRE_JOB'))(
    'knows no organising agency for %s',
    (kind) => {
      expect(() => planClass(aProgramme(kind), aPlan(), now)).toThrow(
        expect.objectContaining({ code: 'BAD_USER_INPUT' }),
      );
    },
  );

  const facts = {
    agencyId: OPERATOR,
    agency: { id: OPERATOR, status: 'ACTIVE', canOperate: true, canReceive: false },
    countyCode: YIDU,
    operatesThere: true,
  } as const;

  it('lets an active operator with a station in the county organise', () => {
    expect(() => mayOrganisePreJob(facts)).not.toThrow();
  });

  it.each([{ status: 'SUSPENDED' }, { status: 'STRUCK_OFF' }, { canOperate: false }] as const)(
    'refuses an agency with %o',
    (change) => {
      expect(() => mayOrganisePreJob({ ...facts, agency: { ...facts.agency, ...change } })).toThrow(
        expect.objectContaining({
          code: 'TRAINING_CLASS_ORGANISER_IS_NO_OPERATOR',
          details: expect.objectContaining({ rule: 'TRA-2' }),
        }),
      );
    },
  );

  it.each([
    [{ agency: null }, 'NOT_KNOWN_HERE_YET'],
    [{ operatesThere: false }, 'TRAINING_CLASS_ORGANISER_RUNS_NOTHING_THERE'],
  ] as const)('while it knows %o refuses with %s', (unknown, code) => {
    expect(() => mayOrganisePreJob({ ...facts, ...unknown })).toThrow(expect.objectContaining({ code }));
  });
});

describe('planning a class', () => {
  it('keeps the pass settings that the programme has now', () => {
    const strict = { ...aProgramme(), passSettings: { attendancePercent: 90, score: 75 } };

    const { state, events } = planClass(strict, aPlan(), now);

    expect(state).toMatchObject({ status: 'PLANNED', kind: 'PRE_JOB', passSettings: strict.passSettings });
    expect(events).toEqual([{ type: 'class.planned' }]);
  });

  it.each([
    { endsOn: '2026-03-09' },
    { endsOn: '2027-03-12' },
    { capacity: 0 },
    { capacity: 201 },
    { capacity: 1.5 },
    { hours: 0 },
    { hours: 2001 },
    { venue: ' ' },
  ])('refuses %o', (plan) => {
    expect(() => planClass(aProgramme(), aPlan(plan as never), now)).toThrow(
      expect.objectContaining({ code: 'BAD_USER_INPUT' }),
    );
  });

  it('knows which trainings are national', () => {
    expect(TRAINING_KINDS.filter(isNational)).toEqual([
      'EXAM_PREP',
      'NGO_MGMT_STARTUP',
      'NGO_MGMT_GROWTH',
      'STATION_OPERATION',
    ]);
  });
});

describe('TRA-7 the status tells whether a seat is left', () => {
  it('is full when the last seat is taken, and open again when one is freed', () => {
    const filled = settleSeats(anOpenClass({ capacity: 2 }), 2);
    const reopened = settleSeats(saved(filled), 1);

    expect([filled.state.status, filled.events]).toEqual(['FULL', [{ type: 'class.filled' }]]);
    expect([reopened.state.status, reopened.events]).toEqual(['OPEN', [{ type: 'class.reopened' }]]);
  });

  it('has nothing to tell while a seat stays free', () => {
    expect(settleSeats(anOpenClass({ capacity: 2 }), 1).events).toEqual([]);
  });
});

describe('the life of a class', () => {
  it('goes from planned over open, in progress and assessed to closed', () => {
    const started = startClass(anOpenClass(), 2, now);
    const assessed = concludeWhenAssessed(saved(started), { ...OUTCOMES, seated: 0 }, now);
    const closed = closeClass(saved(assessed), now);

    expect(started.state.status).toBe('IN_PROGRESS');
    expect(assessed.events).toEqual([{ type: 'class.assessed', passed: 9, failed: 1, absent: 0 }]);
    expect(closed.state.status).toBe('CLOSED');
  });

  it('is not assessed while a result is outstanding', () => {
    const change = concludeWhenAssessed(aClassInProgress(), { ...OUTCOMES, seated: 1 }, now);

    expect([change.state.status, change.events]).toEqual(['IN_PROGRESS', []]);
  });

  it('does not begin without participants', () => {
    expect(() => startClass(anOpenClass(), 0, now)).toThrow(
      expect.objectContaining({ code: 'TRAINING_CLASS_WITHOUT_PARTICIPANTS' }),
    );
  });

  it('does not begin before its first day in China', () => {
    const group = anOpenClass({
      startsOn: '2026-03-20' as CalendarDate,
      endsOn: '2026-03-21' as CalendarDate,
    });

    expect(() => startClass(group, 1, new Date('2026-03-19T15:59:59Z'))).toThrow(
      expect.objectContaining({ code: 'TRAINING_CLASS_BEGINS_LATER' }),
    );
    expect(startClass(group, 1, new Date('2026-03-19T16:00:00Z')).state.status).toBe('IN_PROGRESS');
  });

  it('opens once', () => {
    expect(() => openClass(anOpenClass(), now)).toThrow(
      expect.objectContaining({ code: 'TRAINING_CLASS_NOT_PLANNED' }),
    );
  });

  it('closes only when it is assessed', () => {
    expect(() => closeClass(aClassInProgress(), now)).toThrow(
      expect.objectContaining({ code: 'TRAINING_CLASS_NOT_ASSESSED' }),
    );
  });

  it('is cancelled from its first three states, and on the first day while nothing was held', () => {
    const cancellation = {
      reason: publicText('讲师生病', 'reason'),
      at: now,
      untouched: true,
      replacementClassId: null,
    };
    expect(cancelClass(aClassInProgress(), cancellation).state.status).toBe('CANCELLED');
    const tomorrow = new Date(now.getTime() + 86_400_000);
    expect(() => cancelClass(aClassInProgress(), { ...cancellation, at: tomorrow })).toThrow(
      expect.objectContaining({ code: 'TRAINING_CLASS_NOT_CANCELLABLE' }),
    );
    const full = saved(settleSeats(anOpenClass(), 2));
    const planned = saved(planClass(aProgramme(), aPlan(), now));

    for (const group of [planned, anOpenClass(), full]) {
      expect(cancelClass(group, cancellation).state.status).toBe('CANCELLED');
    }
    expect(() => cancelClass(aClassInProgress(), { ...cancellation, untouched: false })).toThrow(
      expect.objectContaining({ code: 'TRAINING_CLASS_NOT_CANCELLABLE' }),
    );
  });
});
