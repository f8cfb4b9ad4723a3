import type { EventTypeOf, KnownEvent } from '@qianshou/events';
import type { RegionCode } from '@qianshou/kernel';
import type { FigureDelta } from '@qianshou/service-kit/figures';

type Figures = Readonly<Record<string, number>>;

interface OfWork {
  readonly countyCode: RegionCode;
  readonly schemeId: string;
}

/** Of all time for the region and everything above it, and of the year for the scheme as well. */
function counted({ countyCode, schemeId }: OfWork, day: string, figures: Figures): readonly FigureDelta[] {
  const period = day.slice(0, 4);
  return [
    { regionCode: countyCode, figures },
    { regionCode: countyCode, period, subject: schemeId, figures },
  ];
}

/** What the work of pairings adds to the figures. A stay belongs to the year of its arrival. */
export function foldWorkEvent(event: KnownEvent<EventTypeOf<'pairing'>>): readonly FigureDelta[] {
  switch (event.type) {
    case 'qianshou.pairing.dispatch-started.v1': {
      const { arrivedOn, firstOfYear } = event.data;
      return counted(event.data, arrivedOn, { workersPresent: 1, workersSent: Number(firstOfYear) });
    }
    case 'qianshou.pairing.dispatch-ended.v1': {
      const { arrivedOn, workingDays } = event.data;
      return counted(event.data, arrivedOn, { workersPresent: -1, workingDays });
    }
    case 'qianshou.pairing.activity-logged.v1':
      return counted(event.data, event.data.heldOn, activityFigures(event.data));
    case 'qianshou.pairing.supervision-noted.v1':
      return counted(event.data, event.data.notedOn, { supervisionNotes: 1 });
    default:
      return foldGoal(event);
  }
}

/** What pairings want to reach and have reached: figures of all time. */
function foldGoal(event: KnownEvent<EventTypeOf<'pairing'>>): readonly FigureDelta[] {
  switch (event.type) {
    case 'qianshou.pairing.agency-grown.v1':
      return [{ regionCode: event.data.countyCode, figures: { agenciesGrown: 1 } }];
    case 'qianshou.pairing.trainees-named.v1': {
      const { countyCode, trainees, traineesBefore } = event.data;
      return [{ regionCode: countyCode, figures: { trainees: trainees - traineesBefore } }];
    }
    case 'qianshou.pairing.target-set.v1': {
      const { countyCode, taskGroup } = event.data;
      return [{ regionCode: countyCode, figures: { [`targets:${taskGroup}`]: 1 } }];
    }
    case 'qianshou.pairing.target-progressed.v1': {
      const { countyCode, taskGroup, wasMet, isMet } = event.data;
      return [
        { regionCode: countyCode, figures: { [`targetsMet:${taskGroup}`]: Number(isMet) - Number(wasMet) } },
      ];
    }
    default:
      return [];
  }
}

interface Activity {
  readonly taskGroup: string;
  readonly kind: string;
  readonly hours: number;
  readonly participants: number;
  readonly documentsIssued: number;
}

/** Hours are kept in halves, so that they add up without error. */
function activityFigures({ taskGroup, kind, hours, participants, documentsIssued }: Activity): Figures {
  return {
    activities: 1,
    halfHours: hours * 2,
    participants,
    documentsIssued,
    peopleTrained: kind === 'THEMATIC_TRAINING' ? participants : 0,
    [`kind:${kind}`]: 1,
    [`activities:${taskGroup}`]: 1,
    [`halfHours:${taskGroup}`]: hours * 2,
    [`participants:${taskGroup}`]: participants,
  };
}
