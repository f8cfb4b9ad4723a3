import {
  badInput,
  type CalendarDate,
  type Change,
  publicLine,
  type PublicText,
  publicText,
  type Versioned,
  wholeWithin,
  type Written,
} from '@qianshou/kernel';
import type { ReportId } from '../ids.ts';
import type { TaskGroup } from '../application/pairing-application.ts';
import type { PairingRecord } from './pairing-record.ts';
import type { ReportPeriod } from './report-period.ts';
import { reportExists, reportNotSubmitted, reportPeriodUnknown, reportTooEarly } from './errors.ts';

export interface ReportFigure {
  readonly taskGroup: TaskGroup;
  readonly indicator: PublicText;
  readonly value: number;
  readonly unit: PublicText;
}

export interface ReportContent {
  readonly figures: readonly ReportFigure[];
  readonly problems: PublicText | null;
}

interface ReportFacts extends PairingRecord, ReportContent, Versioned {
  readonly id: ReportId;
  readonly period: number;
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
  readonly dueOn: CalendarDate;
  readonly submittedOn: CalendarDate;
  /** Handed in, the last time, after the day on which it was due. */
  readonly late: boolean;
}

export interface SubmittedReport extends ReportFacts {
  readonly status: 'SUBMITTED';
  readonly acceptedOn: null;
  readonly returnReason: null;
}

export interface AcceptedReport extends ReportFacts {
  readonly status: 'ACCEPTED';
  readonly acceptedOn: CalendarDate;
  readonly returnReason: null;
}

/** Sent back with a reason; it is handed in again under the same period. */
export interface ReturnedReport extends ReportFacts {
  readonly status: 'RETURNED';
  readonly acceptedOn: null;
  readonly returnReason: PublicText;
}

export type ProgressReport = SubmittedReport | AcceptedReport | ReturnedReport;

export interface ReportSubmitted {
  readonly type: 'report.submitted';
  readonly reportId: ReportId;
  readonly period: number;
  readonly late: boolean;
  /** Handed in anew, after it was sent back. */
  readonly again: boolean;
}

export interface ReportAccepted {
  readonly type: 'report.accepted';
  readonly reportId: ReportId;
  readonly period: number;
}

export interface ReportReturned {
  readonly type: 'report.returned';
  readonly reportId: ReportId;
  readonly period: number;
}

export type ReportEvent = ReportSubmitted | ReportAccepted | ReportReturned;

/** The period that a report is for, once its last day is over. */
export function reportable(
  periods: readonly ReportPeriod[],
  period: number,
  today: CalendarDate,
): ReportPeriod {
  const found = periods.find((each) => each.period === period);
  if (found === undefined) throw reportPeriodUnknown({ period, periods: periods.length });
  if (today < found.endsOn) throw reportTooEarly({ period, endsOn: found.endsOn });
  return found;
}

export interface SubmissionFacts {
  readonly id: ReportId;
  readonly record: PairingRecord;
  /** The report of this period that was sent back, if one was. */
  readonly earlier: ProgressReport | null;
  readonly today: CalendarDate;
}

export function submitReport(
  { period, startsOn, endsOn, dueOn }: ReportPeriod,
  content: ReportContent,
  { id, record, earlier, today }: SubmissionFacts,
): Change<SubmittedReport, ReportSubmitted> {
  if (earlier !== null && earlier.status !== 'RETURNED') throw reportExists({ reportId: earlier.id, period });
  const known = { id: earlier?.id ?? id, version: earlier?.version ?? 0 };
  const days = { period, startsOn, endsOn, dueOn, submittedOn: today };
  const late = today > dueOn;
  return {
    state: {
      ...record,
      ...known,
      ...days,
      late,
      ...content,
      status: 'SUBMITTED',
      acceptedOn: null,
      returnReason: null,
    },
    events: [{ type: 'report.submitted', reportId: known.id, period, late, again: earlier !== null }],
  };
}

export function acceptReport(
  report: ProgressReport,
  today: CalendarDate,
): Change<AcceptedReport, ReportAccepted> {
  if (report.status !== 'SUBMITTED') throw reportNotSubmitted({ status: report.status });
  return {
    state: { ...report, status: 'ACCEPTED', acceptedOn: today },
    events: [{ type: 'report.accepted', reportId: report.id, period: report.period }],
  };
}

export function returnReport(report: ProgressReport, reason: string): Change<ReturnedReport, ReportReturned> {
  if (report.status !== 'SUBMITTED') throw reportNotSubmitted({ status: report.status });
  return {
    state: { ...report, status: 'RETURNED', returnReason: publicText(reason, 'reason', 500) },
    events: [{ type: 'report.returned', reportId: report.id, period: report.period }],
  };
}

const MOST_FIGURES = 50;

/** What the agencies report, as it may be read. */
export function reportContent({ figures, problems }: Written<ReportContent>): ReportContent {
  if (figures.length > MOST_FIGURES)
    throw badInput({
      field: 'figures',
      reason: { en: `name at most ${MOST_FIGURES}`, zh: `最多 ${MOST_FIGURES} 项` },
    });
  return {
    figures: figures.map(({ taskGroup, indicator, value, unit }) => ({
      taskGroup,
      indicator: publicLine(indicator, 'indicator', 100),
      value: wholeWithin(value, 'value', 0, 1_000_000_000),
      unit: publicLine(unit, 'unit', 20),
    })),
    problems: problems === null ? null : publicText(problems, 'problems', 5_000),
  };
}
