import { type Actor, NATION, ROLES } from '@qianshou/kernel';
import { describe, expect, it } from 'vitest';
import {
  aCandidate,
  anActor,
  aProposal,
  aResident,
  aStationPlace,
  aTrainee,
  aWorker,
  BUREAU,
  day,
  ELSEWHERE,
  HONGHUATAO,
  MANAGER,
  OTHER_OPERATOR,
  recruitment,
  region,
  saved,
  signer,
  TOWNSHIP,
  uuid,
  WORKER,
  TODAY,
} from '../../test/builders.ts';
import { allowedActions } from './posting/allowed-actions.ts';
import { canPropose, canSign, seesPosting } from './posting/policy.ts';
import { mayReveal, mayRegister, seesPersonalData, seesWorker } from './worker/policy.ts';
import { readScope } from './policy.ts';
import { missingSignatures } from './posting/signatures.ts';
import { propose } from './posting/posting-recruitment.ts';

/** Every role with the widest region there is, but of another agency and another worker. */
const everyRole = ROLES.map((role) =>
  anActor({ role, region: NATION, agencyId: OTHER_OPERATOR, workerId: `wkr_${uuid(99)}` }),
);

function rolesThat(may: (actor: Actor) => boolean): readonly string[] {
  return everyRole.filter(may).map(({ grants }) => String(grants[0]?.role));
}

function permits(check: () => void): boolean {
  try {
    check();
    return true;
  } catch {
    return false;
  }
}

const place = aStationPlace();
const HERSELF = anActor({ role: 'SOCIAL_WORKER', workerId: WORKER });
const NEIGHBOUR = anActor({ role: 'COUNTY_CIVIL_AFFAIRS', region: ELSEWHERE });
const PROVINCE = anActor({ role: 'PROVINCE_AUTHORITY', region: region('420000') });

describe('PER-4 who recruits', () => {
  it('is any of the three for a resident, each as their own party', () => {
    expect(canPropose(BUREAU, 'RESIDENT', place)).toBe('COUNTY_BUREAU');
    expect(canPropose(TOWNSHIP, 'RESIDENT', place)).toBe('TOWNSHIP_OFFICE');
    expect(canPropose(MANAGER, 'RESIDENT', place)).toBe('OPERATOR');
    expect(rolesThat((actor) => canPropose(actor, 'RESIDENT', place) !== null)).toEqual([
      'COUNTY_CIVIL_AFFAIRS',
      'TOWNSHIP_CIVIL_AFFAIRS',
    ]);
  });

  it('is the authorities for a head (PER-1) and the operator alone for a deputy (PER-2)', () => {
    expect(canPropose(MANAGER, 'STATION_HEAD', place)).toBeNull();
    expect(canPropose(TOWNSHIP, 'STATION_HEAD', place)).toBe('TOWNSHIP_OFFICE');
    expect(canPropose(BUREAU, 'DEPUTY_HEAD', place)).toBeNull();
    expect(canPropose(MANAGER, 'DEPUTY_HEAD', place)).toBe('OPERATOR');
  });

  it('stops at the border of the township and of the county', () => {
    const otherTownship = anActor({ role: 'TOWNSHIP_CIVIL_AFFAIRS', region: region('420581101') });

    expect(canPropose(otherTownship, 'RESIDENT', place)).toBeNull();
    expect(canPropose(NEIGHBOUR, 'RESIDENT', place)).toBeNull();
  });

  it('signs for the party that is still missing, where somebody stands for two', () => {
    const both = anActor(...BUREAU.grants, ...MANAGER.grants);

    expect(canSign(both, place, ['OPERATOR'])).toBe('OPERATOR');
    expect(canSign(both, place, [])).toBe('COUNTY_BUREAU');
  });
});

describe('who registers a worker', () => {
  it('is the bureau, the employer, and the township for its official', () => {
    const official = aWorker({ directsOfficeOf: HONGHUATAO, employerAgencyId: null });

    expect(permits(() => mayRegister(MANAGER, aWorker()))).toBe(true);
    expect(permits(() => mayRegister(TOWNSHIP, aWorker()))).toBe(false);
    expect(permits(() => mayRegister(TOWNSHIP, official))).toBe(true);
    expect(rolesThat((actor) => permits(() => mayRegister(actor, aWorker())))).toEqual([
      'COUNTY_CIVIL_AFFAIRS',
    ]);
  });
});

describe('PER-16 who reads a worker', () => {
  const reading = (actor: Actor) => seesWorker(readScope(actor), aWorker());

  it('is the authorities of the region, the employer and the person', () => {
    expect([BUREAU, TOWNSHIP, MANAGER, HERSELF, PROVINCE].map(reading)).not.toContain(false);
    expect(reading(NEIGHBOUR)).toBe(false);
    expect(rolesThat(reading)).toEqual([
      'PROJECT_OFFICE',
      'PROVINCE_AUTHORITY',
      'COUNTY_CIVIL_AFFAIRS',
      'TOWNSHIP_CIVIL_AFFAIRS',
      'GUIDANCE_CENTRE',
    ]);
  });

  it('sees the name in full within the county, as the employer or as the person only', () => {
    const full = (actor: Actor) => seesPersonalData(actor, aWorker());

    expect([BUREAU, TOWNSHIP, MANAGER, HERSELF].map(full)).not.toContain(false);
    expect(full(PROVINCE)).toBe(false);
    expect(rolesThat(full)).toEqual([]);
  });

  it('has a sealed field opened as the bureau, the employer or the person only', () => {
    const opened = (actor: Actor) => permits(() => mayReveal(actor, aWorker()));

    expect([BUREAU, MANAGER, HERSELF].map(opened)).not.toContain(false);
    expect([TOWNSHIP, PROVINCE, NEIGHBOUR].map(opened)).not.toContain(true);
    expect(rolesThat(opened)).toEqual(['COUNTY_CIVIL_AFFAIRS']);
  });

  it('reads postings by the same measure, the operator in place of the employer', () => {
    const resident = aResident('2025-01-20', { certified: true, eligibleFrom: null });

    expect(
      [BUREAU, TOWNSHIP, MANAGER, HERSELF].every((actor) => seesPosting(readScope(actor), resident)),
    ).toBe(true);
    expect(seesPosting(readScope(NEIGHBOUR), resident)).toBe(false);
  });
});

describe('allowed actions', () => {
  it('offers a signature to those who have not signed, and the end to those who may', () => {
    const drafted = saved(propose(aProposal('RESIDENT'), recruitment(), { ...signer, party: 'OPERATOR' }));

    expect(missingSignatures(drafted)).toEqual(['COUNTY_BUREAU', 'TOWNSHIP_OFFICE']);
    expect(allowedActions(drafted, BUREAU, TODAY)).toEqual(['SIGN', 'END', 'STRIKE']);
    expect(allowedActions(drafted, MANAGER, TODAY)).toEqual(['END']);
    expect(allowedActions(drafted, HERSELF, TODAY)).toEqual(['RESIGN']);
  });

  it('offers the start of a head and not of a trainee (PER-7)', () => {
    const facts = recruitment({ candidate: aCandidate({ directsOfficeOf: HONGHUATAO }) });
    const head = saved(propose(aProposal('STATION_HEAD'), facts, { ...signer, party: null }));

    expect(allowedActions(head, TOWNSHIP, TODAY)).toEqual(['START', 'END']);
    expect(allowedActions(aTrainee(), BUREAU, TODAY)).toEqual(['END', 'STRIKE']);
    expect(
      allowedActions(
        { ...aTrainee(), status: 'LEFT', endedOn: day('2026-05-01'), endReason: 'x' },
        MANAGER,
        TODAY,
      ),
    ).toEqual([]);
  });
});
