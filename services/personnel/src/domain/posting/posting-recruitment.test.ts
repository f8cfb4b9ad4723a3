import { publicText } from '@qianshou/kernel';
import { describe, expect, it } from 'vitest';
import {
  A_CENTRE,
  aCandidate,
  aProposal,
  aQualification,
  aStationPlace,
  aTrainee,
  aWorker,
  ELSEWHERE,
  BUREAU,
  HONGHUATAO,
  MANAGER,
  OTHER_OPERATOR,
  POSTING,
  recruitment,
  region,
  saved,
  signer,
  YIDU,
} from '../../../test/builders.ts';
import { candidateFor } from './candidate.ts';
import { mayPropose } from './policy.ts';
import { missingSignatures } from './signatures.ts';
import { type PostingRole, requiredPosts } from '../reference/workplace.ts';
import { propose, type RecruitmentFacts, sign } from './posting-recruitment.ts';

const official = aCandidate({ directsOfficeOf: HONGHUATAO });
const certified = aCandidate({ certified: true });
const alone = { ...signer, party: null };

function proposing(
  role: PostingRole,
  facts: Partial<RecruitmentFacts>,
  educationException: string | null = null,
) {
  return () =>
    propose(
      { ...aProposal(role), educationException: written(educationException) },
      recruitment(facts),
      alone,
    );
}

const written = (raw: string | null) => (raw === null ? null : publicText(raw, 'educationException'));

function refusal(code: string, details: Readonly<Record<string, unknown>> = {}) {
  return expect.objectContaining({ code, details: expect.objectContaining(details) });
}

describe('PER-1 the station head', () => {
  it('is the director of the civil affairs office of that township', () => {
    const { state, events } = proposing('STATION_HEAD', { candidate: official })();

    expect(state).toMatchObject({ status: 'PROPOSED', fullTime: false, signatures: [] });
    expect(events.map(({ type }) => type)).toEqual(['posting.drafted', 'posting.proposed']);
    expect(events[1]).toMatchObject({ needsPreJobTraining: false });
  });

  it.each([null, region('420581101')])('is nobody who directs %s', (directsOfficeOf) => {
    const candidate = aCandidate({ directsOfficeOf });

    expect(proposing('STATION_HEAD', { candidate })).toThrow(
      refusal('POSTING_HEAD_NOT_OFFICE_DIRECTOR', { rule: 'PER-1' }),
    );
  });

  it('is one per station', () => {
    expect(proposing('STATION_HEAD', { candidate: official, occupied: 1 })).toThrow(
      refusal('POSTING_HEAD_SEAT_TAKEN', { rule: 'PER-1' }),
    );
  });
});

describe('PER-2 the deputy head', () => {
  it('holds a certificate that the bureau has verified', () => {
    expect(proposing('DEPUTY_HEAD', { candidate: { ...certified, verified: false } })).toThrow(
      refusal('POSTING_DEPUTY_CERTIFICATE_UNVERIFIED', { rule: 'PER-2' }),
    );
  });

  it('is employed by the operator and certified, and goes to pre-job training', () => {
    expect(proposing('DEPUTY_HEAD', { candidate: certified })().state.status).toBe('IN_PRE_JOB_TRAINING');
  });

  it('is refused without a certificate, from another employer, and as the second one', () => {
    const elsewhere = aCandidate({ certified: true, employerAgencyId: OTHER_OPERATOR });

    expect(proposing('DEPUTY_HEAD', {})).toThrow(
      refusal('POSTING_DEPUTY_LACKS_CERTIFICATE', { rule: 'PER-2' }),
    );
    expect(proposing('DEPUTY_HEAD', { candidate: elsewhere })).toThrow(
      refusal('POSTING_DEPUTY_NOT_OF_OPERATOR', { rule: 'PER-2' }),
    );
    expect(proposing('DEPUTY_HEAD', { candidate: certified, occupied: 1 })).toThrow(
      refusal('POSTING_DEPUTY_SEAT_TAKEN', { rule: 'PER-2' }),
    );
  });

  it('is required in a demonstration station and nowhere else', () => {
    const policy = { residentsPerStation: 1, certificateYears: 2 };
    const deputies = (tier: 'ORDINARY' | 'DEMONSTRATION') =>
      requiredPosts(aStationPlace({ tier }), policy).find(({ role }) => role === 'DEPUTY_HEAD')?.required;

    expect(deputies('DEMONSTRATION')).toBe(1);
    expect(deputies('ORDINARY')).toBe(0);
  });
});

describe('PER-3 residents', () => {
  it.each([1, 2])('are %i per station where the county says so', (residentsPerStation) => {
    const policy = { residentsPerStation, certificateYears: null };

    expect(proposing('RESIDENT', { policy, occupied: residentsPerStation - 1 })).not.toThrow();
    expect(proposing('RESIDENT', { policy, occupied: residentsPerStation })).toThrow(
      refusal('POSTING_RESIDENT_SEATS_TAKEN', { rule: 'PER-3', seats: residentsPerStation }),
    );
  });
});

describe('PER-4 joint recruitment', () => {
  const drafted = saved(
    propose(aProposal('RESIDENT'), recruitment(), { ...signer, party: 'TOWNSHIP_OFFICE' }),
  );

  it('counts the proposal as the signature of whoever proposes, and announces nothing yet', () => {
    expect(drafted).toMatchObject({
      status: 'PROPOSED',
      version: 2,
      signatures: [{ party: 'TOWNSHIP_OFFICE' }],
    });
  });

  it('announces the proposal with the third signature', () => {
    const second = sign(drafted, 'OPERATOR', signer);
    const third = sign(saved(second), 'COUNTY_BUREAU', signer);

    expect(second.events.map(({ type }) => type)).toEqual(['posting.signed']);
    expect(third.state.status).toBe('IN_PRE_JOB_TRAINING');
    expect(third.events).toMatchObject([
      { type: 'posting.signed', party: 'COUNTY_BUREAU' },
      { type: 'posting.proposed', needsPreJobTraining: true },
    ]);
  });

  it('takes one signature of each party, and none once the proposal is whole', () => {
    expect(() => sign(drafted, 'TOWNSHIP_OFFICE', signer)).toThrow(
      refusal('POSTING_ALREADY_SIGNED', { rule: 'PER-4' }),
    );
    expect(() => sign(aTrainee(), 'OPERATOR', signer)).toThrow(refusal('POSTING_NOT_PROPOSED'));
  });
});

describe('PER-5 precedence', () => {
  const local = { localResident: true };
  const holder = { qualifications: [aQualification()] };

  it.each([
    ['CERTIFIED_LOCAL', { ...holder, ...local }],
    ['CERTIFIED', { ...holder, localResident: false }],
    ['LOCAL', local],
    ['OTHER', { localResident: false }],
  ])('ranks %s', (rank, worker) => {
    expect(candidateFor(aWorker(worker), YIDU).rank).toBe(rank);
  });

  it('takes nobody for local in another county', () => {
    expect(candidateFor(aWorker({ ...holder, ...local }), ELSEWHERE).rank).toBe('CERTIFIED');
  });

  it('tells training who goes first', () => {
    const candidate = candidateFor(aWorker({ ...holder, ...local }), YIDU);

    expect(proposing('DEPUTY_HEAD', { candidate })().events.at(-1)).toMatchObject({ certifiedLocal: true });
  });
});

describe('PER-6 education in principle', () => {
  const candidate = aCandidate({ preferredEducation: false });

  it('asks for a written reason where it is not met, and keeps it', () => {
    expect(proposing('RESIDENT', { candidate })).toThrow(
      refusal('POSTING_EDUCATION_NEEDS_REASON', { rule: 'PER-6' }),
    );
    expect(proposing('RESIDENT', { candidate }, 'ten years in the village')().state.educationException).toBe(
      'ten years in the village',
    );
  });

  it.each([
    [true, { level: 'JUNIOR_COLLEGE', major: 'SOCIAL_WORK', fullTime: true }],
    [false, { level: 'HIGH_SCHOOL', major: 'LAW', fullTime: true }],
    [false, { level: 'BACHELOR', major: 'OTHER', fullTime: true }],
    [false, { level: 'BACHELOR', major: 'LAW', fullTime: false }],
  ] as const)('is %s for %o', (preferred, education) => {
    const worker = aWorker({ education: { ...aWorker().education, ...education } });

    expect(candidateFor(worker, YIDU).preferredEducation).toBe(preferred);
  });
});

describe('PER-13 a certificate of a separate pass line', () => {
  const separate = {
    qualifications: [aQualification({ passLine: 'SEPARATE_LINE', validWithin: region('640000') })],
  };

  it('counts inside its area and not outside it', () => {
    expect(candidateFor(aWorker(separate), ELSEWHERE).certified).toBe(true);
    expect(candidateFor(aWorker(separate), YIDU).certified).toBe(false);
  });
});

describe('PER-14 one full-time posting at a time', () => {
  it('refuses the second, and names the first', () => {
    expect(proposing('RESIDENT', { fullTimePostingId: POSTING })).toThrow(
      refusal('POSTING_WORKER_ALREADY_FULL_TIME', { rule: 'PER-14', postingId: POSTING }),
    );
  });

  it('exempts the station head, who is part-time', () => {
    expect(proposing('STATION_HEAD', { candidate: official, fullTimePostingId: POSTING })).not.toThrow();
  });
});

describe('PER-15 the guidance centre', () => {
  it('needs two workers and takes more', () => {
    const policy = { residentsPerStation: 1, certificateYears: null };

    expect(requiredPosts(A_CENTRE, policy)).toEqual([{ role: 'CENTRE_WORKER', required: 2 }]);
    expect(proposing('CENTRE_WORKER', { place: A_CENTRE, occupied: 7 })).not.toThrow();
  });

  it.each(['STATION_HEAD', 'DEPUTY_HEAD', 'RESIDENT'] as const)('has no %s', (role) => {
    expect(proposing(role, { place: A_CENTRE })).toThrow(
      refusal('POSTING_WORKPLACE_WRONG', { expected: 'STATION' }),
    );
  });

  it('is where its workers work, and no station', () => {
    expect(proposing('CENTRE_WORKER', {})).toThrow(
      refusal('POSTING_WORKPLACE_WRONG', { expected: 'CENTRE' }),
    );
  });
});

describe('what is closed for good', () => {
  const policy = { residentsPerStation: 1, certificateYears: null };
  const station = aStationPlace({ closed: true });
  const centre = { ...A_CENTRE, closed: true };

  it('recruits nobody any more', () => {
    expect(proposing('RESIDENT', { place: station })).toThrow(refusal('POSTING_WORKPLACE_CLOSED'));
    expect(proposing('CENTRE_WORKER', { place: centre })).toThrow(refusal('POSTING_WORKPLACE_CLOSED'));
  });

  it('has no posts to fill', () => {
    expect(requiredPosts(station, policy)).toEqual([]);
    expect(requiredPosts(centre, policy)).toEqual([]);
  });
});

describe('a station without an operator', () => {
  const without = (operationMode: string | null) => ({
    place: aStationPlace({ operatorAgencyId: null, operationMode }),
  });

  it.each(['PURCHASED', null])('has nobody to recruit and train a resident where it is %s', (mode) => {
    expect(proposing('RESIDENT', without(mode))).toThrow(refusal('POSTING_WORKPLACE_LACKS_OPERATOR'));
  });

  it.each(['DIRECT_HIRE', 'MIXED'])('is staffed by its bureau where it is %s', (mode) => {
    const { state } = propose(aProposal('RESIDENT'), recruitment(without(mode)), {
      party: 'COUNTY_BUREAU',
      ...signer,
    });

    expect(missingSignatures(state)).toEqual(['TOWNSHIP_OFFICE']);
    expect(sign(state, 'TOWNSHIP_OFFICE', signer).state.status).toBe('IN_PRE_JOB_TRAINING');
    expect(mayPropose(BUREAU, 'DEPUTY_HEAD', state)).toBe('OPERATOR');
    expect(() => mayPropose(MANAGER, 'DEPUTY_HEAD', state)).toThrow(refusal('FORBIDDEN'));
  });
});
