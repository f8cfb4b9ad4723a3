import { describe, expect, it } from 'vitest';
import { aQualification, aResident, aTrainee, aWorker, day, TODAY } from '../../../test/builders.ts';
import { needsOf } from './needs.ts';

const known = { credited: [], today: TODAY };

describe('what somebody on a post still needs', () => {
  it('is the training before the first day', () => {
    expect(needsOf(aTrainee(), aWorker(), known)).toEqual([
      { kind: 'PRE_JOB_TRAINING', dueOn: '2026-03-01', hoursMissing: null },
    ]);
  });

  it('is the certificate with its day, and the verification and registration of one that came', () => {
    const resident = aResident('2026-03-12', { certified: false, eligibleFrom: day('2023-01-15') });
    const holder = aWorker({ qualifications: [aQualification({ status: 'RECORDED' })] });

    expect(needsOf(resident, aWorker(), known)).toMatchObject([{ kind: 'CERTIFICATE' }]);
    expect(needsOf(resident, holder, known).map(({ kind }) => kind)).toEqual([
      'CERTIFICATE',
      'VERIFICATION',
      'REGISTRATION',
    ]);
  });
});
