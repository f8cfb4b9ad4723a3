import {
  badInput,
  type Change,
  publicName,
  type PublicText,
  publicText,
  wholeWithin,
  type Written,
} from '@qianshou/kernel';
import type { ProgrammeId } from '../ids.ts';

export const TRAINING_KINDS = [
  'EXAM_PREP',
  'NGO_MGMT_STARTUP',
  'NGO_MGMT_GROWTH',
  'STATION_OPERATION',
  'PRE_JOB',
  'CONTINUING_EDUCATION',
  'THEMATIC',
] as const;

export type TrainingKind = (typeof TRAINING_KINDS)[number];

export type Audience = 'RECIPIENT_STAFF' | 'STATION_LEADS' | 'RESIDENTS' | 'AGENCY_LEADS';

/** The three trainings of the national project office; the second has two stages. */
const NATIONAL_KINDS: readonly TrainingKind[] = [
  'EXAM_PREP',
  'NGO_MGMT_STARTUP',
  'NGO_MGMT_GROWTH',
  'STATION_OPERATION',
];

export function isNational(kind: TrainingKind): boolean {
  return NATIONAL_KINDS.includes(kind);
}

/** TRA-3: what it takes to pass. A class keeps the settings that its programme had when it was planned. */
export interface PassSettings {
  readonly attendancePercent: number;
  readonly score: number;
}

export const DEFAULT_PASS_SETTINGS: PassSettings = { attendancePercent: 80, score: 60 };

/** TRA-7: ours, and a programme may say otherwise. */
export const DEFAULT_OFFER_DAYS = 7;

export interface Programme {
  readonly id: ProgrammeId;
  readonly version: number;
  /** The natural key: stable over databases, so that a seed finds what it announced before. */
  readonly code: string;
  readonly kind: TrainingKind;
  readonly name: PublicText;
  readonly englishName: PublicText | null;
  readonly organiser: PublicText;
  readonly audience: Audience;
  /** No source publishes hours for the national trainings: null until somebody does. */
  readonly plannedHours: number | null;
  readonly passSettings: PassSettings;
  /** TRA-7: how many days an offer of its classes stands. Absent in records of before: seven. */
  readonly offerDays?: number;
  readonly source: PublicText | null;
  readonly announcedAt: Date;
}

export interface ProgrammeAnnounced {
  readonly type: 'programme.announced';
  readonly programmeId: ProgrammeId;
  readonly kind: TrainingKind;
  readonly plannedHours: number | null;
}

export type ProgrammeEvent = ProgrammeAnnounced;

export type ProgrammeProposal = Written<Omit<Programme, 'version' | 'announcedAt'>>;

const CODE = /^[A-Z][A-Z0-9_]{2,39}$/;
export const MOST_HOURS = 2_000;
const MOST_OFFER_DAYS = 60;

export function announceProgramme(
  proposal: ProgrammeProposal,
  at: Date,
): Change<Programme, ProgrammeAnnounced> {
  const { id, kind, plannedHours } = proposal;
  if (!CODE.test(proposal.code)) {
    throw badInput({
      field: 'code',
      reason: {
        en: 'expected 3 to 40 capital letters, digits or underscores',
        zh: '应为 3 至 40 个大写字母、数字或下划线',
      },
    });
  }
  if (plannedHours !== null) wholeWithin(plannedHours, 'plannedHours', 1, MOST_HOURS);
  wholeWithin(proposal.passSettings.attendancePercent, 'attendancePercent', 0, 100);
  wholeWithin(proposal.passSettings.score, 'score', 0, 100);
  wholeWithin(proposal.offerDays ?? DEFAULT_OFFER_DAYS, 'offerDays', 1, MOST_OFFER_DAYS);
  const state: Programme = {
    ...proposal,
    version: 0,
    name: publicName(proposal.name, 'name', 100),
    englishName: proposal.englishName === null ? null : publicName(proposal.englishName, 'englishName', 100),
    organiser: publicName(proposal.organiser, 'organiser', 100),
    source: proposal.source === null ? null : publicText(proposal.source, 'source', 500),
    announcedAt: at,
  };
  return { state, events: [{ type: 'programme.announced', programmeId: id, kind, plannedHours }] };
}
