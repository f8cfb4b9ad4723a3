import { badInput, publicName, type PublicText, wholeWithin, type Written } from '@qianshou/kernel';

const MOST_STAFF = 100_000;
const MOST_FOCUS_AREAS = 10;

/** What a home authority attests, within what can be. */
export function checkedCapability(capability: Written<Capability>): Capability {
  const { canDispatch, canReceive, canOperate, evaluationGrade, fullTimeStaff, certifiedStaff } = capability;
  if (fullTimeStaff !== null) wholeWithin(fullTimeStaff, 'fullTimeStaff', 0, MOST_STAFF);
  if (certifiedStaff !== null) wholeWithin(certifiedStaff, 'certifiedStaff', 0, MOST_STAFF);
  if (fullTimeStaff !== null && certifiedStaff !== null && certifiedStaff > fullTimeStaff)
    throw badInput({
      field: 'certifiedStaff',
      reason: { en: 'more than the full-time staff', zh: '不得多于专职人员数' },
    });
  if (capability.focusAreas.length > MOST_FOCUS_AREAS)
    throw badInput({
      field: 'focusAreas',
      reason: { en: `name at most ${MOST_FOCUS_AREAS}`, zh: `最多 ${MOST_FOCUS_AREAS} 项` },
    });
  const focusAreas = capability.focusAreas.map((area) => publicName(area, 'focusAreas', 50));
  return {
    canDispatch,
    canReceive,
    canOperate,
    evaluationGrade,
    fullTimeStaff,
    certifiedStaff,
    focusAreas: [...new Set(focusAreas)],
  };
}

export const LEGAL_FORMS = [
  'SOCIAL_SERVICE_ORGANISATION',
  'SOCIAL_ASSOCIATION',
  'FOUNDATION',
  'PUBLIC_INSTITUTION',
  'COMPANY',
] as const;

export type LegalForm = (typeof LEGAL_FORMS)[number];

/** Grades of social organisations (社会组织评估等级). No condition for being paired is known to rest on them. */
export const EVALUATION_GRADES = ['UNRATED', 'A1', 'A2', 'A3', 'A4', 'A5'] as const;

export type EvaluationGrade = (typeof EVALUATION_GRADES)[number];

/** What an agency is able to do, as its home authority attests; it changes as the agency grows. */
export interface Capability {
  readonly canDispatch: boolean;
  readonly canReceive: boolean;
  readonly canOperate: boolean;
  readonly evaluationGrade: EvaluationGrade;
  /** Null where nobody has said. */
  readonly fullTimeStaff: number | null;
  readonly certifiedStaff: number | null;
  readonly focusAreas: readonly PublicText[];
}
