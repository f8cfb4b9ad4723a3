import { type Actor, type CalendarDate, type Grant, NATION, type RegionCode, ROLES } from '@qianshou/kernel';
import { describe, expect, it } from 'vitest';
import {
  anOpenClass,
  anOpenExamClass,
  aSeat,
  OPERATOR,
  OTHER_OPERATOR,
  worker,
  YIDU,
} from '../../test/builders.ts';
import { classActions, enrolmentActions } from './class/allowed-actions.ts';
import { canRun, canSpeakFor, isInReach, reachOf } from './policy.ts';

const HUBEI = '420000' as RegionCode;
const ELSEWHERE = '640522' as RegionCode;

function anActor(...grants: readonly Grant[]): Actor {
  return { subject: 'someone', grants };
}

/** Every role with the widest scope there is, but of another agency and another worker. */
const everyRole = ROLES.map((role) =>
  anActor({ role, region: NATION, agencyId: OTHER_OPERATOR, workerId: worker(99) }),
);

function rolesThat(may: (actor: Actor) => boolean): readonly string[] {
  return everyRole.filter(may).map(({ grants }) => String(grants[0]?.role));
}

const TIME = { today: '2026-03-20' as CalendarDate, days: 7 };

describe('TRA-2 who runs a class', () => {
  it('is the operator for its pre-job training, and nobody else', () => {
    const manager = anActor({ role: 'AGENCY_MANAGER', agencyId: OPERATOR });

    expect(canRun(manager, anOpenClass())).toBe(true);
    expect(rolesThat((actor) => canRun(actor, anOpenClass()))).toEqual(['ADMIN']);
  });

  it('is the project office for the national trainings', () => {
    const management = { ...anOpenExamClass(), kind: 'NGO_MGMT_GROWTH' as const };

    expect(rolesThat((actor) => canRun(actor, management))).toEqual(['ADMIN', 'PROJECT_OFFICE']);
  });

  it('is the project office for the courses of the exam, and the authorities of a region for their own', () => {
    expect(rolesThat((actor) => canRun(actor, { ...anOpenExamClass(), regionCode: YIDU }))).toEqual([
      'ADMIN',
      'PROJECT_OFFICE',
      'PROVINCE_AUTHORITY',
      'COUNTY_CIVIL_AFFAIRS',
      'GUIDANCE_CENTRE',
    ]);
  });

  it('is the county, its guidance centre or the province for every other, within their region', () => {
    const thematic = { kind: 'THEMATIC', regionCode: YIDU, organiserAgencyId: null } as const;

    expect(rolesThat((actor) => canRun(actor, thematic))).toEqual([
      'ADMIN',
      'PROVINCE_AUTHORITY',
      'COUNTY_CIVIL_AFFAIRS',
      'GUIDANCE_CENTRE',
    ]);
    expect(canRun(anActor({ role: 'COUNTY_CIVIL_AFFAIRS', region: ELSEWHERE }), thematic)).toBe(false);
  });

  it('sees the actions of the status, others see none', () => {
    const manager = anActor({ role: 'AGENCY_MANAGER', agencyId: OPERATOR });

    expect(classActions(manager, anOpenClass(), TIME)).toEqual([
      'ENROL',
      'START',
      'REVISE',
      'POSTPONE',
      'CANCEL',
    ]);
    expect(classActions(anActor({ role: 'PUBLIC' }), anOpenClass(), TIME)).toEqual([]);
  });
});

describe("who speaks for the worker's side", () => {
  const seat = aSeat(1);

  it('is the worker, the employer and the county', () => {
    expect(canSpeakFor(anActor({ role: 'SOCIAL_WORKER', workerId: worker(1) }), seat)).toBe(true);
    expect(canSpeakFor(anActor({ role: 'AGENCY_MANAGER', agencyId: OPERATOR }), seat)).toBe(true);
    expect(rolesThat((actor) => canSpeakFor(actor, seat))).toEqual(['ADMIN', 'COUNTY_CIVIL_AFFAIRS']);
  });

  it('sees what may be done with the place', () => {
    expect(
      enrolmentActions(anActor({ role: 'SOCIAL_WORKER', workerId: worker(1) }), seat, null, TIME),
    ).toEqual(['WITHDRAW']);
    expect(enrolmentActions(anActor({ role: 'ANALYST', region: NATION }), seat, null, TIME)).toEqual([]);
  });
});

describe('whose records an actor reaches', () => {
  const seat = aSeat(1);
  const reaches = (actor: Actor) => isInReach(reachOf(actor), seat);

  it('is decided by region, agency or the worker', () => {
    expect(rolesThat(reaches)).toEqual([
      'ADMIN',
      'PROJECT_OFFICE',
      'PROVINCE_AUTHORITY',
      'COUNTY_CIVIL_AFFAIRS',
      'GUIDANCE_CENTRE',
    ]);
    expect(reaches(anActor({ role: 'PROVINCE_AUTHORITY', region: HUBEI }))).toBe(true);
    expect(reaches(anActor({ role: 'PROVINCE_AUTHORITY', region: ELSEWHERE }))).toBe(false);
    expect(reaches(anActor({ role: 'AGENCY_MANAGER', agencyId: OPERATOR }))).toBe(true);
    expect(reaches(anActor({ role: 'SOCIAL_WORKER', workerId: worker(1) }))).toBe(true);
  });

  it('is nothing for a grant without a scope', () => {
    const unscoped = [
      'PROVINCE_AUTHORITY',
      'COUNTY_CIVIL_AFFAIRS',
      'AGENCY_MANAGER',
      'SOCIAL_WORKER',
    ] as const;

    expect(unscoped.filter((role) => reaches(anActor({ role })))).toEqual([]);
  });
});
