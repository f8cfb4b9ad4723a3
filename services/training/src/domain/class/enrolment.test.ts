import { NATION, type RegionCode } from '@qianshou/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  aClassInProgress,
  anApplicant,
  anOpenClass,
  anOpenExamClass,
  aSeat,
  aWaitingPlace,
  EMPTY,
  enrolment as id,
  now,
  OPERATOR,
  saved,
} from '../../../test/builders.ts';
import {
  acceptOffer,
  byPriority,
  counting,
  enrol,
  grantSeat,
  isListFull,
  lapse,
  offer,
  type Roll,
  withdraw,
} from './enrolment.ts';
import { needLeftBy } from './need-left-by.ts';
import { MOST_ON_LIST } from './class-limits.ts';
import { settleSeats } from './training-class.ts';

const place = { id: id(1), at: now };
const later = new Date('2026-03-21T02:00:00Z');

describe('TRA-7 capacity', () => {
  it('gives the last seat to one and a waiting place to the next', () => {
    const group = anOpenClass({ capacity: 2 });

    const last = enrol(group, anApplicant(1), { ...EMPTY, seated: 1 }, place);
    const next = enrol(group, anApplicant(2), { ...EMPTY, seated: 2 }, place);

    expect([last.state.status, last.events]).toEqual([
      'SEATED',
      [{ type: 'enrolment.enrolled', waiting: false }],
    ]);
    expect([next.state.status, next.events]).toEqual([
      'WAITING',
      [{ type: 'enrolment.enrolled', waiting: true }],
    ]);
  });

  it('is never exceeded, whoever comes in whatever order', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 0, max: 60 }), (capacity, people) => {
        let group = anOpenClass({ capacity });
        let roll: Roll = EMPTY;
        for (let number = 1; number <= people; number += 1) {
          const taken = saved(enrol(group, anApplicant(number), roll, { id: id(number), at: now }));
          roll = counting(roll, taken);
          group = saved(settleSeats(group, roll.seated));
        }
        expect(roll.seated).toBe(Math.min(people, capacity));
        expect(roll.waiting).toBe(Math.max(people - capacity, 0));
        expect(group.status).toBe(people >= capacity ? 'FULL' : 'OPEN');
      }),
    );
  });

  it('ends a list of 200, seats, waiting places and offers together', () => {
    const roll = { seated: 100, waiting: 60, offered: MOST_ON_LIST - 160 };

    expect(isListFull(roll, anOpenClass())).toBe(true);
    expect(() => enrol(anOpenClass(), anApplicant(1), roll, place)).toThrow(
      expect.objectContaining({
        code: 'TRAINING_CLASS_LIST_FULL',
        details: { rule: 'TRA-7', most: MOST_ON_LIST },
      }),
    );
  });
});

describe('TRA-7 waiting list', () => {
  it('prefers a certified local who came later', () => {
    const first = aWaitingPlace(1, { waitingSince: now });
    const certified = aWaitingPlace(2, { waitingSince: later, certifiedLocal: true });

    expect([first, certified].toSorted(byPriority).map((each) => each.id)).toEqual([id(2), id(1)]);
  });

  it('goes by time between equals, and by id in the same moment', () => {
    const places = [
      aWaitingPlace(3, { waitingSince: later }),
      aWaitingPlace(2, { waitingSince: now }),
      aWaitingPlace(1, { waitingSince: now }),
    ];

    expect(places.toSorted(byPriority).map((each) => each.id)).toEqual([id(1), id(2), id(3)]);
  });

  it('is one order, however the list is shuffled', () => {
    const people = fc.uniqueArray(
      fc.record({
        number: fc.integer({ min: 1, max: 500 }),
        certifiedLocal: fc.boolean(),
        waitingSince: fc.date({ min: now, max: later, noInvalidDate: true }),
      }),
      { selector: ({ number }) => number, maxLength: 30 },
    );
    fc.assert(
      fc.property(people, fc.func(fc.integer()), (list, rank) => {
        const places = list.map(({ number, ...rest }) => ({ id: id(number), ...rest }));
        const shuffled = places.toSorted((a, b) => rank(a.id) - rank(b.id));
        expect(shuffled.toSorted(byPriority)).toEqual(places.toSorted(byPriority));
      }),
    );
  });

  it('turns a waiting place into a seat', () => {
    const { state, events } = grantSeat(aWaitingPlace(1), later);

    expect(state).toMatchObject({ status: 'SEATED', seatedAt: later });
    expect(events).toEqual([{ type: 'enrolment.seatGranted' }]);
  });
});

describe('enrolling', () => {
  it('is for the region of the class', () => {
    const stranger = anApplicant(1, { countyCode: '640522' as RegionCode });

    expect(() => enrol(anOpenClass(), stranger, EMPTY, place)).toThrow(
      expect.objectContaining({ code: 'ENROLMENT_OUTSIDE_CLASS_REGION' }),
    );
  });

  it('is for everybody in a national class', () => {
    const group = anOpenExamClass({ regionCode: NATION });

    expect(enrol(group, anApplicant(1), EMPTY, place).state.status).toBe('SEATED');
  });

  it('ends when the class begins', () => {
    expect(() => enrol(aClassInProgress(), anApplicant(1), EMPTY, place)).toThrow(
      expect.objectContaining({ code: 'TRAINING_CLASS_NOT_OPEN' }),
    );
  });
});

describe('an offer', () => {
  const offered = saved(offer(anOpenExamClass(), anApplicant(1), EMPTY, place));

  it('takes no seat until it is accepted', () => {
    expect(counting(EMPTY, offered)).toEqual({ seated: 0, waiting: 0, offered: 1 });
    expect(acceptOffer(offered, anOpenExamClass(), EMPTY, later).state.status).toBe('SEATED');
  });

  it('is accepted onto the waiting list of a full class, from now on', () => {
    const { state } = acceptOffer(offered, anOpenExamClass(), { ...EMPTY, seated: 2 }, later);

    expect(state).toMatchObject({ status: 'WAITING', waitingSince: later });
  });

  it('cannot be accepted twice, nor after the class began', () => {
    const accepted = saved(acceptOffer(offered, anOpenExamClass(), EMPTY, later));

    expect(() => acceptOffer(accepted, anOpenExamClass(), EMPTY, later)).toThrow(
      expect.objectContaining({ code: 'ENROLMENT_NOT_OFFERED' }),
    );
    expect(() => acceptOffer(offered, aClassInProgress(), EMPTY, later)).toThrow(
      expect.objectContaining({ code: 'TRAINING_CLASS_NOT_OPEN' }),
    );
  });
});

describe('giving up a place', () => {
  it('is possible once', () => {
    const withdrawn = withdraw(aSeat(1), later);

    expect(withdrawn.events).toEqual([{ type: 'enrolment.withdrawn', previous: 'SEATED' }]);
    expect(() => withdraw(saved(withdrawn), later)).toThrow(
      expect.objectContaining({ code: 'ENROLMENT_NOT_WITHDRAWABLE' }),
    );
  });
});

describe('TRA-2 the need behind a place', () => {
  it('comes back to the operator when the place ended without a pass', () => {
    expect(needLeftBy(saved(withdraw(aSeat(1), later)), later)).toMatchObject({
      kind: 'PRE_JOB',
      agencyId: OPERATOR,
      since: later,
    });
  });

  it('comes back to any class of the county when its post has no operator, in records of before to the organiser', () => {
    const { needAgencyId: _absent, ...before } = saved(withdraw(aSeat(1), later));

    expect(needLeftBy(saved(withdraw(aSeat(1, { needAgencyId: null }), later)), later)?.agencyId).toBeNull();
    expect(needLeftBy(before, later)?.agencyId).toBe(OPERATOR);
  });

  it('keeps the time waited when the class began without them', () => {
    expect(needLeftBy(saved(lapse(aWaitingPlace(1), later, 'CLASS_BEGAN')), later)?.since).toEqual(now);
  });

  it('of an exam course comes back after a lapse, not after a refusal', () => {
    const toExam = { source: 'CERTIFICATE_DEADLINE' } as const;
    const offered = saved(offer(anOpenExamClass(), anApplicant(1, toExam), EMPTY, place));

    expect(needLeftBy(saved(lapse(offered, later, 'CLASS_BEGAN')), later)?.kind).toBe('EXAM_PREP');
    expect(needLeftBy(saved(withdraw(offered, later)), later)).toBeNull();
  });

  it('is none for those who came by themselves', () => {
    const own = aSeat(1, { source: 'OPEN', postingId: null });

    expect(needLeftBy(saved(withdraw(own, later)), later)).toBeNull();
  });
});
