import type { FigureDelta, Fold } from '@qianshou/service-kit/figures';
import { sumOf } from '../domain/reference/sum-of.ts';

type Event = Parameters<Fold<'training'>>[0];
type Sums = FigureDelta['figures'];

/** What counts by year: of places in the year of their class, so that what is put right later is taken back there. */
export function yearCounted({ type, data }: Event): string | null {
  switch (type) {
    case 'qianshou.training.class-opened.v1':
      return data.startsOn.slice(0, 4);
    case 'qianshou.training.enrolled.v1':
    case 'qianshou.training.passed.v1':
    case 'qianshou.training.failed.v1':
    case 'qianshou.training.certificate-cancelled.v1':
    case 'qianshou.training.make-up-held.v1':
    case 'qianshou.training.result-struck.v1':
    case 'qianshou.training.result-corrected.v1':
      return data.year === undefined ? null : String(data.year);
    case 'qianshou.training.supervision-held.v1':
    case 'qianshou.training.supervision-struck.v1':
      return data.heldOn.slice(0, 4);
    default:
      return null;
  }
}

/** The sums of the year, and of trainings those of their kind and of their programme. */
export function ofYear({ data }: Event, { waiting: _now, ...sums }: Sums): Sums {
  const kind = 'kind' in data ? data.kind : null;
  const programme = 'programmeId' in data ? data.programmeId : null;
  return { ...sums, ...named(sums, kind), ...named(sums, programme) };
}

function named(sums: Sums, of: string | null | undefined): Sums {
  if (of === null || of === undefined) return {};
  return Object.fromEntries(Object.entries(sums).map(([name, sum]) => [sumOf(name, of), sum]));
}

interface Moved {
  readonly heldOn: string;
  readonly heldOnBefore: string;
  readonly hours: number;
  readonly hoursBefore: number;
}

/** Taken back where it was counted, counted where it belongs; mostly that is one year. */
export function movedSupervision({ heldOn, heldOnBefore, hours, hoursBefore }: Moved): readonly Of[] {
  return [
    {
      period: heldOnBefore.slice(0, 4),
      figures: { supervisions: -1, supervisionHours: -hoursBefore },
    },
    { period: heldOn.slice(0, 4), figures: { supervisions: 1, supervisionHours: hours } },
  ];
}

type Of = Required<Pick<FigureDelta, 'period' | 'figures'>>;
