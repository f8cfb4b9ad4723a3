import {
  type CalendarDate,
  type Grounds,
  isWithin,
  type PublicText,
  type Recorded,
  type RegionCode,
  type Struck,
} from '@qianshou/kernel';
import type { QualificationLevel } from './levels.ts';
import type { QualificationId } from '../ids.ts';

export const PASS_LINES = ['NATIONAL', 'SEPARATE_LINE'] as const;

export type PassLine = (typeof PASS_LINES)[number];

/** Recorded by whoever keeps the person, and then verified or rejected by the bureau; what was verified may be revoked. */
export type QualificationStatus = 'RECORDED' | 'VERIFIED' | 'REJECTED' | 'REVOKED';

/** What stands on a certificate. */
export interface Certificate {
  readonly level: QualificationLevel;
  readonly certificateNo: string;
  /** The number without case, width and spaces: "pm-4" is PM-4. Rows of before lack it. */
  readonly certificateKey?: string;
  readonly obtainedOn: CalendarDate;
  readonly passLine: PassLine;
  /** PER-13: the area of a separate-line certificate; null means the whole nation. */
  readonly validWithin: RegionCode | null;
  /** The senior level counts only a certificate obtained by exam. */
  readonly byExam: boolean;
}

/** What the bureau found; the reason where it did not take the certificate, or took it back. */
export interface QualificationVerdict {
  readonly on: CalendarDate;
  readonly reason: PublicText | null;
}

/** What the record said before it was put right. */
export interface QualificationCorrection extends Omit<Certificate, 'certificateKey'>, Grounds {
  readonly on: CalendarDate;
}

export interface Qualification extends Certificate {
  readonly id: QualificationId;
  readonly status: QualificationStatus;
  readonly verdict: QualificationVerdict | null;
  readonly struck: Struck | null;
  /** Oldest first. */
  readonly corrections: readonly QualificationCorrection[];
  /** Null in rows of before. */
  readonly recorded: Recorded | null;
}

/** As it comes in. */
export function asRecorded(
  id: QualificationId,
  certificate: Certificate,
  recorded: Recorded | null,
): Qualification {
  return { id, ...certificate, status: 'RECORDED', verdict: null, struck: null, corrections: [], recorded };
}

/** Counts for its holder until the bureau says otherwise; one that is not verified yet is warned of. */
export function isHeld({ status, struck }: Pick<Qualification, 'status' | 'struck'>): boolean {
  return struck === null && (status === 'RECORDED' || status === 'VERIFIED');
}

export function isVerified({ status, struck }: Pick<Qualification, 'status' | 'struck'>): boolean {
  return struck === null && status === 'VERIFIED';
}

/** PER-13. */
export function isValidIn({ validWithin }: Pick<Certificate, 'validWithin'>, code: RegionCode): boolean {
  return validWithin === null || isWithin(code, validWithin);
}
