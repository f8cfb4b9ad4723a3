import type { EventTypeOf, KnownEvent } from '@qianshou/events';
import { type CalendarDate, chinaDay, type RegionCode } from '@qianshou/kernel';
import type { FigureDelta } from '@qianshou/service-kit/figures';
import { YEARLY_DAYS_OF_2018 } from '../../domain/scheme/scheme-policy.ts';
import { activityFigures, judgedActivity, verdictFigures } from './activity-figures.ts';

type PairingFact = KnownEvent<EventTypeOf<'pairing'>>;

interface OfWork {
  readonly countyCode: RegionCode;
  readonly schemeId: string;
}

/** Of all time for the region and everything above it, and of the year for the scheme as well. */
export function counted(
  { countyCode, schemeId }: OfWork,
  day: string,
  figures: Readonly<Record<string, number>>,
): readonly FigureDelta[] {
  const period = day.slice(0, 4);
  return [
    { regionCode: countyCode, figures },
    { regionCode: countyCode, period, subject: schemeId, figures },
  ];
}

/** What the work of pairings adds to the figures. A stay belongs to the year of its arrival. */
export function foldWorkEvent(event: PairingFact): readonly FigureDelta[] {
  switch (event.type) {
    case 'qianshou.pairing.activity-logged.v1':
      return counted(event.data, event.data.heldOn, activityFigures(event.data, 1));
    case 'qianshou.pairing.activity-struck.v1':
      return counted(event.data, event.data.heldOn, {
        ...activityFigures(event.data, -1),
        ...verdictFigures(event.data.verdictBefore, judgedActivity(event.data), -1),
      });
    case 'qianshou.pairing.activity-corrected.v1':
      return [
        ...counted(event.data, event.data.before.heldOn, {
          ...activityFigures(event.data.before, -1),
          ...verdictFigures(event.data.verdictBefore, judgedActivity(event.data.before), -1),
        }),
        ...counted(event.data, event.data.heldOn, activityFigures(event.data, 1)),
      ];
    case 'qianshou.pairing.activity-judged.v1': {
      const { verdict, verdictBefore, heldOn } = event.data;
      const counts = judgedActivity(event.data);
      return counted(event.data, heldOn, turned(counts, verdictBefore, verdict));
    }
    case 'qianshou.pairing.supervision-noted.v1':
      return counted(event.data, event.data.notedOn, { supervisionNotes: 1 });
    case 'qianshou.pairing.evaluated.v1': {
      const { kind, grade, year } = event.data;
      return counted(event.data, String(year), { [`grade:${kind}:${grade}`]: 1 });
    }
    case 'qianshou.pairing.evaluation-struck.v1': {
      const { kind, grade, year } = event.data;
      return counted(event.data, String(year), { [`grade:${kind}:${grade}`]: -1 });
    }
    case 'qianshou.pairing.evaluation-corrected.v1': {
      const { kind, grade, year, before } = event.data;
      return [
        ...counted(event.data, String(before.year), { [`grade:${kind}:${before.grade}`]: -1 }),
        ...counted(event.data, String(year), { [`grade:${kind}:${grade}`]: 1 }),
      ];
    }
    default:
      return foldPublicity(event);
  }
}

function foldPublicity(event: PairingFact): readonly FigureDelta[] {
  switch (event.type) {
    case 'qianshou.pairing.publicity-recorded.v1':
      return [published(event.data, 1)];
    case 'qianshou.pairing.publicity-struck.v1':
      return [published(event.data, -1)];
    case 'qianshou.pairing.publicity-corrected.v1':
      return [published({ ...event.data, ...event.data.before }, -1), published(event.data, 1)];
    default:
      return foldStay(event);
  }
}

/** Counted in the year of its publication. */
function published(
  { regionCode, publishedOn }: { readonly regionCode: RegionCode; readonly publishedOn: CalendarDate },
  by: 1 | -1,
): FigureDelta {
  return { regionCode, period: publishedOn.slice(0, 4), figures: { publicityItems: by } };
}

/** Whoever reaches the days of the 2018 rule with this fact is counted, and is taken back who no more does. */
function reaching({ workerDaysBefore = 0, workerDays = 0 }: WorkerDays) {
  const reached = (days: number): number => Number(days >= YEARLY_DAYS_OF_2018);
  return { workersReachingDays: reached(workerDays) - reached(workerDaysBefore) };
}

interface WorkerDays {
  readonly workerDaysBefore?: number | undefined;
  readonly workerDays?: number | undefined;
}

function foldStay(event: PairingFact): readonly FigureDelta[] {
  switch (event.type) {
    case 'qianshou.pairing.dispatch-started.v1': {
      const { arrivedOn, firstOfYear } = event.data;
      return counted(event.data, arrivedOn, { workersPresent: 1, workersSent: Number(firstOfYear) });
    }
    case 'qianshou.pairing.dispatch-ended.v1': {
      const { arrivedOn, workingDays, again } = event.data;
      const figures = { workersPresent: again === true ? 0 : -1, workingDays, ...reaching(event.data) };
      return counted(event.data, arrivedOn, figures);
    }
    case 'qianshou.pairing.dispatch-struck.v1': {
      const { arrivedOn, workingDays, wasPresent, onlyOfYear } = event.data;
      return counted(event.data, arrivedOn, {
        workersPresent: -Number(wasPresent),
        workersSent: -Number(onlyOfYear),
        workingDays: -(workingDays ?? 0),
        ...verdictFigures(event.data.verdictBefore, { workingDays: workingDays ?? 0 }, -1),
        ...reaching(event.data),
      });
    }
    case 'qianshou.pairing.dispatch-judged.v1': {
      const { verdict, verdictBefore, workingDays, arrivedOn } = event.data;
      return counted(event.data, arrivedOn, turned({ workingDays }, verdictBefore, verdict));
    }
    case 'qianshou.pairing.dispatch-corrected.v1':
      return correctedStay(event.data);
    default:
      return foldReport(event);
  }
}

/** From one verdict to the other; null: none. */
function turned(
  counts: Readonly<Record<string, number>>,
  before: string | null | undefined,
  now: string | null,
): Readonly<Record<string, number>> {
  return { ...verdictFigures(before, counts, -1), ...verdictFigures(now, counts, 1) };
}

/** Taken back as it was, and counted as it is. */
function correctedStay(
  data: Extract<PairingFact, { readonly type: 'qianshou.pairing.dispatch-corrected.v1' }>['data'],
): readonly FigureDelta[] {
  const { before, arrivedOn, leftOn, workingDays, firstOfYear } = data;
  return [
    ...counted(data, before.arrivedOn, {
      workersPresent: -Number(before.leftOn === null),
      workersSent: -Number(before.onlyOfYear),
      workingDays: -(before.workingDays ?? 0),
      ...verdictFigures(data.verdictBefore, { workingDays: before.workingDays ?? 0 }, -1),
      ...reaching(before),
    }),
    ...counted(data, arrivedOn, {
      workersPresent: Number(leftOn === null),
      workersSent: Number(firstOfYear),
      workingDays: workingDays ?? 0,
      ...reaching(data),
    }),
  ];
}

/** A report belongs to the year in which its period ends; one that is handed in anew counts once. */
function foldReport(event: PairingFact): readonly FigureDelta[] {
  switch (event.type) {
    case 'qianshou.pairing.report-submitted.v1': {
      const { endsOn, late, again } = event.data;
      if (again === true) return [];
      return counted(event.data, endsOn, { reportsSubmitted: 1, reportsLate: Number(late) });
    }
    case 'qianshou.pairing.report-accepted.v1':
      return counted(event.data, event.data.endsOn, { reportsAccepted: 1 });
    default:
      return foldGoal(event);
  }
}

/** Where nobody kept the day, that of the event. */
function grownDay({
  time,
  data,
}: {
  readonly time: string;
  readonly data: { readonly grownOn?: string | null | undefined };
}): string {
  return data.grownOn ?? chinaDay(new Date(time));
}

function targetFigures(taskGroup: string, met: boolean, times: 1 | -1) {
  return { [`targets:${taskGroup}`]: times, [`targetsMet:${taskGroup}`]: times * Number(met) };
}

/** What pairings want to reach and have reached. */
function foldGoal(event: PairingFact): readonly FigureDelta[] {
  switch (event.type) {
    case 'qianshou.pairing.agency-grown.v1':
      return counted(event.data, grownDay(event), { agenciesGrown: 1 });
    case 'qianshou.pairing.agency-growth-struck.v1':
      return counted(event.data, grownDay(event), { agenciesGrown: -1 });
    case 'qianshou.pairing.agency-growth-corrected.v1': {
      const { data, time } = event;
      const was = grownDay({ time, data: data.before });
      return [
        ...counted(data, was, { agenciesGrown: -1 }),
        ...counted(data, grownDay(event), { agenciesGrown: 1 }),
      ];
    }
    case 'qianshou.pairing.progressed.v1': {
      const { schemeId, countyCode } = event.data;
      if (schemeId === undefined) return [];
      // Of the scheme alone: in a region a station counts once, however many pairings were at work.
      const period = chinaDay(new Date(event.time)).slice(0, 4);
      return [{ regionCode: countyCode, period, subject: schemeId, figures: { stationsHelped: 1 } }];
    }
    case 'qianshou.pairing.trainees-named.v1':
    case 'qianshou.pairing.trainee-struck.v1': {
      const { countyCode, trainees, traineesBefore } = event.data;
      return [{ regionCode: countyCode, figures: { trainees: trainees - traineesBefore } }];
    }
    case 'qianshou.pairing.target-set.v1': {
      const { countyCode, taskGroup } = event.data;
      return [{ regionCode: countyCode, figures: { [`targets:${taskGroup}`]: 1 } }];
    }
    case 'qianshou.pairing.target-struck.v1': {
      const { countyCode, taskGroup, wasMet } = event.data;
      return [{ regionCode: countyCode, figures: targetFigures(taskGroup, wasMet, -1) }];
    }
    case 'qianshou.pairing.target-corrected.v1': {
      const { countyCode, taskGroup, isMet, before } = event.data;
      return [
        { regionCode: countyCode, figures: targetFigures(before.taskGroup, before.wasMet, -1) },
        { regionCode: countyCode, figures: targetFigures(taskGroup, isMet, 1) },
      ];
    }
    case 'qianshou.pairing.target-progress-corrected.v1':
    case 'qianshou.pairing.target-progressed.v1':
    case 'qianshou.pairing.target-progress-struck.v1': {
      const { countyCode, taskGroup, wasMet, isMet } = event.data;
      const figures = { [`targetsMet:${taskGroup}`]: Number(isMet) - Number(wasMet) };
      return [{ regionCode: countyCode, figures }];
    }
    default:
      return [];
  }
}
