import type { CalendarDate } from '@qianshou/kernel';
import { describe, expect, it } from 'vitest';
import { aSeat } from '../../../test/builders.ts';
import type { CertificateId } from '../ids.ts';
import { preparesFor } from './exam-preparation.ts';
import type { Enrolment } from './enrolment-state.ts';

const seat: Enrolment = { ...aSeat(1), kind: 'EXAM_PREP' };
const anotherKind: Enrolment = { ...aSeat(1), kind: 'PRE_JOB' };
const passedOn = (assessedOn: string): Enrolment => ({
  ...seat,
  status: 'PASSED',
  seatedAt: new Date(0),
  assessedOn: assessedOn as CalendarDate,
  certificateId: 'tct_01900000-0000-7000-8000-000000000001' as CertificateId,
});

describe('TRA-5 a place in a class that prepares for the exam', () => {
  it.each([
    ['held now', seat, 2026, true],
    ['passed for the exam of this year', passedOn('2026-03-01'), 2026, true],
    ['passed for the exam of an earlier year', passedOn('2025-03-01'), 2026, false],
    ['of another kind', anotherKind, 2026, false],
  ])('%s keeps another offer away or not', (_what, place, year, prepares) => {
    expect(preparesFor(place, year)).toBe(prepares);
  });
});
