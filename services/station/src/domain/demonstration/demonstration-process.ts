import { addDays, badInput, type CalendarDate, type Change, term, termOf } from '@qianshou/kernel';
import { chooseDemonstration, type DemonstrationFacts } from './demonstration.ts';
import {
  demonstrationAlready,
  demonstrationNotBuilt,
  demonstrationNoticeRunning,
  demonstrationStepWrong,
} from './errors.ts';
import { dateInFuture, datesOutOfOrder } from '../reference/errors.ts';
import type { OperatingStation, Station } from '../station/station.ts';
import type { StationEvent } from '../station/station-events.ts';
import type {
  DemonstrationApplication,
  DemonstrationRecommendation,
  DemonstrationAssessment,
  DemonstrationProcess,
  DemonstrationStep,
} from '../station/demonstration-step.ts';

type Stepped = Change<OperatingStation, StationEvent>;

/** The station evaluates itself and applies; it must be built and working (STA-5). */
export function applyForDemonstration(
  station: Station,
  application: DemonstrationApplication,
  today: CalendarDate,
): Stepped {
  const operating = needOperating(station);
  if (station.tier === 'DEMONSTRATION') throw demonstrationAlready({ stationId: station.id });
  if (operating.demonstration !== null) throw wrongStep(operating, 'APPLIED');
  refuseScore(application.selfScore, 'selfScore');
  refuseDay(application.on, null, today);
  const process = {
    step: 'APPLIED',
    application,
    recommendation: null,
    assessment: null,
    notice: null,
  } as const;
  return stepped(operating, process, application.on);
}

export function recommendForDemonstration(
  station: Station,
  recommendation: DemonstrationRecommendation,
  today: CalendarDate,
): Stepped {
  const operating = needOperating(station);
  const { demonstration } = operating;
  if (demonstration?.step !== 'APPLIED') throw wrongStep(operating, 'RECOMMENDED');
  refuseDay(recommendation.on, demonstration.application.on, today);
  return stepped(operating, { ...demonstration, step: 'RECOMMENDED', recommendation }, recommendation.on);
}

export function assessForDemonstration(
  station: Station,
  assessment: DemonstrationAssessment,
  today: CalendarDate,
): Stepped {
  const operating = needOperating(station);
  const { demonstration } = operating;
  if (demonstration?.step !== 'RECOMMENDED') throw wrongStep(operating, 'ASSESSED');
  refuseScore(assessment.score, 'score');
  refuseDay(assessment.on, demonstration.recommendation.on, today);
  return stepped(operating, { ...demonstration, step: 'ASSESSED', assessment }, assessment.on);
}

/** Public notice for the days of the county. A notice of the past may be entered, as history. */
export function announceDemonstration(
  station: Station,
  from: CalendarDate,
  { noticeDays, today }: { readonly noticeDays: number; readonly today: CalendarDate },
): Stepped {
  const operating = needOperating(station);
  const { demonstration } = operating;
  if (demonstration?.step !== 'ASSESSED') throw wrongStep(operating, 'ON_NOTICE');
  refuseDay(from, demonstration.assessment.on, today);
  const notice = { from, until: addDays(from, noticeDays) };
  return stepped(operating, { ...demonstration, step: 'ON_NOTICE', notice }, from);
}

/** STA-5, STA-11: once the notice is over, within the county's number, with a deputy on duty. */
export function confirmDemonstration(
  station: Station,
  facts: DemonstrationFacts,
  today: CalendarDate,
): Stepped {
  const operating = needOperating(station);
  const { demonstration } = operating;
  if (demonstration?.step !== 'ON_NOTICE') throw wrongStep(operating, 'CONFIRMED');
  const { until } = demonstration.notice;
  if (today <= until) throw demonstrationNoticeRunning({ until, today });
  return chooseDemonstration(operating, facts, today);
}

/** Ends the process at any step: not recommended, not good enough, or an objection during the notice. */
export function declineDemonstration(station: Station, on: CalendarDate): Change<Station, StationEvent> {
  const { demonstration } = station;
  if (demonstration === null) throw wrongStep(station, 'DECLINED');
  const event = { type: 'station.demonstrationDeclined', step: demonstration.step, on } as const;
  return { state: { ...station, demonstration: null }, events: [event] };
}

function stepped(station: OperatingStation, demonstration: DemonstrationProcess, on: CalendarDate): Stepped {
  const event = { type: 'station.demonstrationStepped', step: demonstration.step, on } as const;
  return { state: { ...station, demonstration }, events: [event] };
}

function needOperating(station: Station): OperatingStation {
  if (station.status === 'OPERATING') return station;
  throw demonstrationNotBuilt({ status: station.status });
}

const STEP_WORDS = {
  NONE: term('NONE', 'not applied for', '未申报'),
  APPLIED: termOf('DemonstrationStep', 'APPLIED'),
  RECOMMENDED: termOf('DemonstrationStep', 'RECOMMENDED'),
  ASSESSED: termOf('DemonstrationStep', 'ASSESSED'),
  ON_NOTICE: termOf('DemonstrationStep', 'ON_NOTICE'),
  CONFIRMED: term('CONFIRMED', 'confirmed', '已确认'),
  DECLINED: term('DECLINED', 'declined', '已退回'),
} as const;

function wrongStep({ demonstration }: Station, wanted: DemonstrationStep | 'CONFIRMED' | 'DECLINED'): Error {
  return demonstrationStepWrong({
    wanted: STEP_WORDS[wanted],
    step: STEP_WORDS[demonstration?.step ?? 'NONE'],
  });
}

function refuseDay(on: CalendarDate, after: CalendarDate | null, today: CalendarDate): void {
  if (on > today) throw dateInFuture({ day: on, today });
  if (after !== null && on < after) throw datesOutOfOrder({ day: on, after });
}

function refuseScore(score: number, field: string): void {
  if (!(score >= 0 && score <= 100))
    throw badInput({ field, reason: { en: 'expected 0 to 100', zh: '应为 0 至 100' } });
}
