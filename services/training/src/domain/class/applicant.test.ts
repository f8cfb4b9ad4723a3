import type { RegionCode } from '@qianshou/kernel';
import { describe, expect, it } from 'vitest';
import { aSeat, now, OPERATOR, OTHER_OPERATOR, posting, worker, YIDU } from '../../../test/builders.ts';
import { applicantFor, concernsOf, volunteer } from './applicant.ts';
import { TRAINING_KINDS } from '../programme/programme.ts';
import { matchingKey, type TrainingNeed } from '../need/training-need.ts';
import { enrolmentWarnings } from './warnings.ts';

const known = {
  id: worker(1),
  countyCode: YIDU,
  employerAgencyId: OTHER_OPERATOR,
  localResident: true,
  certified: true,
  examEligible: false,
};

const need: TrainingNeed = {
  kind: 'PRE_JOB',
  postingId: posting(1),
  workerId: worker(1),
  agencyId: OPERATOR,
  countyCode: YIDU,
  certifiedLocal: true,
  deadline: null,
  since: now,
};

describe('TRA-1 whom the national trainings are for', () => {
  it.each(['EXAM_PREP', 'NGO_MGMT_STARTUP', 'NGO_MGMT_GROWTH', 'STATION_OPERATION'] as const)(
    'is said, not enforced, in %s',
    (kind) => {
      expect(concernsOf(kind, { examEligible: true, recipientSide: false })).toEqual(['TRA-1']);
      expect(concernsOf(kind, { examEligible: true, recipientSide: true })).toEqual([]);
    },
  );
});

describe('TRA-5 who may sit the examination', () => {
  it('is shown in its course alone', () => {
    const kinds = TRAINING_KINDS.filter((kind) =>
      concernsOf(kind, { examEligible: false, recipientSide: true }).includes('TRA-5'),
    );

    expect(kinds).toEqual(['EXAM_PREP']);
  });

  it('is told in both languages', () => {
    const [warning] = enrolmentWarnings(aSeat(1, { concerns: ['TRA-5'] }));

    expect(warning).toMatchObject({ rule: 'TRA-5', zh: expect.any(String), en: expect.any(String) });
  });
});

describe('TRA-7 who is a certified local', () => {
  it('holds a certificate and belongs to the region of the class', () => {
    const elsewhere = '640000' as RegionCode;

    expect(volunteer(known, YIDU, [], now).certifiedLocal).toBe(true);
    expect(volunteer(known, elsewhere, [], now).certifiedLocal).toBe(false);
    expect(volunteer({ ...known, certified: false }, YIDU, [], now).certifiedLocal).toBe(false);
    expect(volunteer({ ...known, localResident: false }, YIDU, [], now).certifiedLocal).toBe(false);
  });

  it('waits since the need arose', () => {
    expect(applicantFor(need, known, [])).toMatchObject({
      source: 'POSTING',
      certifiedLocal: true,
      employerAgencyId: OTHER_OPERATOR,
      waitingSince: now,
    });
    expect(applicantFor(need, null, []).employerAgencyId).toBe(OPERATOR);
  });
});

describe('TRA-2 needs meet classes', () => {
  it('of their operator in their county', () => {
    expect(matchingKey(need)).not.toBe(matchingKey({ ...need, agencyId: OTHER_OPERATOR }));
    expect(matchingKey(need)).not.toBe(matchingKey({ ...need, countyCode: '420582' as RegionCode }));
    expect(matchingKey({ ...need, agencyId: null })).toBe('needs:PRE_JOB:none:420581');
  });

  it('of the exam county by county: the nation does not queue for one key', () => {
    expect(matchingKey({ ...need, kind: 'EXAM_PREP' })).toBe('needs:EXAM_PREP:420581');
  });
});
