import { programmeClosed } from './errors.ts';
import {
  badInput,
  type Change,
  publicName,
  publicLink,
  type PublicText,
  publicText,
  type RegionCode,
  requireDifference,
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
export const NATIONAL_KINDS: readonly TrainingKind[] = [
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
  /** Days after the result within which who missed the score may sit it once more; 0: not at all. Absent: 30. */
  readonly makeUpDays?: number;
}

export const DEFAULT_MAKE_UP_DAYS = 30;

export const DEFAULT_PASS_SETTINGS: PassSettings = {
  attendancePercent: 80,
  score: 60,
  makeUpDays: DEFAULT_MAKE_UP_DAYS,
};

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
  /** TRA-4: hours of continuing education that it is meant to give. Absent in records of before: not said. */
  readonly ceHours?: number | null;
  readonly syllabusUrl?: PublicText | null;
  readonly year?: number | null;
  /** TRA-1: whether its audience is advised or required. Absent in records of before: advised. */
  readonly audienceRule?: AudienceRule;
  /** Held by the project office and whom it charges. Absent in records of before: as its kind was. */
  readonly national?: boolean;
  /** Regions whose authorities the project office charges with it. */
  readonly chargedRegions?: readonly RegionCode[];
  readonly closed?: { readonly at: Date; readonly reason: PublicText } | null;
}

export type AudienceRule = 'WARN' | 'GATE';

export function isNationalProgramme({ kind, national }: Pick<Programme, 'kind' | 'national'>): boolean {
  return national ?? isNational(kind);
}

export interface ProgrammeAnnounced {
  readonly type: 'programme.announced';
  readonly programmeId: ProgrammeId;
  readonly kind: TrainingKind;
  readonly plannedHours: number | null;
}

export type ProgrammeEvent =
  ProgrammeAnnounced | { readonly type: 'programme.revised' } | { readonly type: 'programme.closed' };

export type ProgrammeProposal = Written<Omit<Programme, 'version' | 'announcedAt' | 'closed'>>;

const CODE = /^[A-Z][A-Z0-9_]{2,39}$/;
export const MOST_HOURS = 2_000;
const MOST_OFFER_DAYS = 60;

export function announceProgramme(
  proposal: ProgrammeProposal,
  at: Date,
): Change<Programme, ProgrammeAnnounced> {
  const { id, kind, plannedHours } = proposal;
  requirePossible(proposal);
  if (!CODE.test(proposal.code)) {
    throw badInput({
      field: 'code',
      reason: {
        en: 'expected 3 to 40 capital letters, digits or underscores',
        zh: '应为 3 至 40 个大写字母、数字或下划线',
      },
    });
  }
  const state: Programme = {
    ...proposal,
    version: 0,
    name: publicName(proposal.name, 'name', 100),
    englishName: proposal.englishName === null ? null : publicName(proposal.englishName, 'englishName', 100),
    organiser: publicName(proposal.organiser, 'organiser', 100),
    source: proposal.source === null ? null : publicText(proposal.source, 'source', 500),
    syllabusUrl: proposal.syllabusUrl ? publicLink(proposal.syllabusUrl, 'syllabusUrl') : null,
    announcedAt: at,
    closed: null,
  };
  return { state, events: [{ type: 'programme.announced', programmeId: id, kind, plannedHours }] };
}

function requirePossible(proposal: Omit<ProgrammeProposal, 'id' | 'code' | 'kind'>): void {
  const { plannedHours, ceHours = null, passSettings, year = null } = proposal;
  if (plannedHours !== null) wholeWithin(plannedHours, 'plannedHours', 1, MOST_HOURS);
  if (ceHours !== null) wholeWithin(ceHours, 'ceHours', 0, plannedHours ?? MOST_HOURS);
  if (year !== null) wholeWithin(year, 'year', 2006, 2099);
  wholeWithin(proposal.offerDays ?? DEFAULT_OFFER_DAYS, 'offerDays', 1, MOST_OFFER_DAYS);
  requirePossibleSettings(passSettings);
}

function requirePossibleSettings({ attendancePercent, score, makeUpDays }: PassSettings): void {
  wholeWithin(attendancePercent, 'attendancePercent', 0, 100);
  wholeWithin(score, 'score', 0, 100);
  wholeWithin(makeUpDays ?? DEFAULT_MAKE_UP_DAYS, 'makeUpDays', 0, 366);
}

/** What may be said otherwise of a programme: classes that are planned keep what it said then. */
export type ProgrammeRevision = Partial<
  Omit<Programme, 'id' | 'version' | 'code' | 'kind' | 'announcedAt' | 'closed'>
>;

export function reviseProgramme(
  programme: Programme,
  revision: ProgrammeRevision,
  settings: Partial<PassSettings> = {},
): Change<Programme, ProgrammeEvent> {
  requireGoingOn(programme);
  requireDifference({ ...programme, ...programme.passSettings }, { ...revision, ...settings });
  const state = { ...programme, ...revision, passSettings: { ...programme.passSettings, ...settings } };
  requirePossible(state);
  return { state, events: [{ type: 'programme.revised' }] };
}

/** No class more is planned of it; those that are go on. */
export function closeProgramme(
  programme: Programme,
  reason: PublicText,
  at: Date,
): Change<Programme, ProgrammeEvent> {
  requireGoingOn(programme);
  return { state: { ...programme, closed: { at, reason } }, events: [{ type: 'programme.closed' }] };
}

export function requireGoingOn({ code, closed = null }: Programme): void {
  if (closed !== null) throw programmeClosed({ programmeCode: code });
}
