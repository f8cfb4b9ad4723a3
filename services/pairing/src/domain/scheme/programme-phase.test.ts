import { addDays, calendarDate } from '@qianshou/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anOpenPhase, aPhaseId, TODAY } from '../../../test/builders.ts';
import {
  closePhase,
  openPhase,
  reopenPhase,
  PLAN_OF_2021,
  requireOpenPhase,
  requireOpenYear,
} from './programme-phase.ts';

const following = anOpenPhase();
const plan = closePhase(openPhase(PLAN_OF_2021, []).state).state;
const opening = { ...following, id: aPhaseId(7), name: '演示' };

describe('PAIR-3: a pairing lies in an open phase', () => {
  it('knows the plan of 2021 with its source, and that it is over', () => {
    expect(plan).toMatchObject({ startsOn: '2021-01-01', endsOn: '2025-12-31', status: 'CLOSED' });
    expect(plan.source).toContain('民发〔2021〕105号');
  });

  it('is refused within the closed phase', () => {
    const span = { startsOn: calendarDate('2025-03-01'), endsOn: calendarDate('2025-12-31') };

    expect(() => requireOpenPhase(span, [plan, following])).toThrow(
      expect.objectContaining({
        code: 'PAIRING_OUTSIDE_OPEN_PHASE',
        details: { rule: 'PAIR-3', startsOn: '2025-03-01', endsOn: '2025-12-31' },
      }),
    );
  });

  it('is accepted exactly when some open phase holds its first and its last day', () => {
    const anyDay = fc.integer({ min: -400, max: 2_500 }).map((days) => addDays(following.startsOn, days));

    fc.assert(
      fc.property(anyDay, anyDay, (one, other) => {
        const span = one < other ? { startsOn: one, endsOn: other } : { startsOn: other, endsOn: one };
        const inside = span.startsOn >= following.startsOn && span.endsOn <= following.endsOn;

        const check = () => requireOpenPhase(span, [plan, following]);

        if (inside) expect(check).not.toThrow();
        else expect(check).toThrow(expect.objectContaining({ code: 'PAIRING_OUTSIDE_OPEN_PHASE' }));
      }),
    );
  });

  it.each([
    [2025, false],
    [2026, true],
    [2030, true],
    [2031, false],
  ])('lets the cycle year %i begin: %s', (year, begins) => {
    const check = () => requireOpenYear(year, [plan, following]);

    if (begins) expect(check).not.toThrow();
    else expect(check).toThrow(expect.objectContaining({ code: 'PAIRING_OUTSIDE_OPEN_PHASE' }));
  });
});

describe('opening a phase', () => {
  it('tells its days and its source', () => {
    const { events } = openPhase(opening, [plan]);

    expect(events).toEqual([
      {
        type: 'phase.opened',
        phaseId: opening.id,
        name: '演示',
        startsOn: '2026-01-01',
        endsOn: '2030-12-31',
        source: '演示数据',
      },
    ]);
  });

  it('is refused where another phase, open or closed, has a day of it', () => {
    const early = { ...opening, startsOn: calendarDate('2025-12-31') };

    expect(() => openPhase(early, [plan])).toThrow(
      expect.objectContaining({
        code: 'PHASE_OVERLAPS',
        details: expect.objectContaining({ phaseId: plan.id }),
      }),
    );
  });

  it('is refused when it ends before it starts, or names no source', () => {
    expect(() => openPhase({ ...opening, endsOn: opening.startsOn }, [])).toThrow(
      expect.objectContaining({ code: 'BAD_USER_INPUT' }),
    );
    expect(() => openPhase({ ...opening, source: ' ' }, [])).toThrow(
      expect.objectContaining({ code: 'BAD_USER_INPUT' }),
    );
  });
});

describe('closing a phase', () => {
  it('happens once', () => {
    const { state, events } = closePhase(following);

    expect(state.status).toBe('CLOSED');
    expect(events).toEqual([{ type: 'phase.closed', phaseId: following.id }]);
    expect(() => closePhase(state)).toThrow(expect.objectContaining({ code: 'PHASE_NOT_OPEN' }));
  });
});

describe('opening a closed phase again', () => {
  it('takes a reason, keeps it, and is refused of an open one', () => {
    const { state, events } = reopenPhase(closePhase(following).state, '演示:误操作', TODAY);

    expect(state).toMatchObject({ status: 'OPEN', reopenings: [{ on: TODAY, reason: '演示:误操作' }] });
    expect(events).toEqual([{ type: 'phase.reopened', phaseId: following.id }]);
    expect(() => reopenPhase(following, '演示', TODAY)).toThrow(
      expect.objectContaining({ code: 'PHASE_NOT_CLOSED' }),
    );
    expect(() => reopenPhase(closePhase(following).state, ' ', TODAY)).toThrow(
      expect.objectContaining({ code: 'BAD_USER_INPUT' }),
    );
  });
});
