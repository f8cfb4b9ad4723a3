import type { RegionFigures } from '@qianshou/service-kit/figures';
import { TASK_GROUPS } from '../../domain/application/pairing-application.ts';
import { RULE_OF_2018, YEARLY_DAYS_OF_2018 } from '../../domain/scheme/scheme-policy.ts';
import type {
  ConfirmedFigures,
  MinimumDaysFigureResolvers,
  Rate,
  TaskGroupFigures,
} from '../generated/resolvers.ts';

/** Figures beside whose they are; none yet means that nothing happened there yet. */
export interface Kept {
  readonly kept: RegionFigures | null;
}

export function figure({ kept }: Kept, name: string): number {
  return Number(kept?.figures[name] ?? 0);
}

export function asOf({ kept }: Kept): Date | null {
  return kept?.asOf ?? null;
}

export function rateOf(parent: Kept, numerator: number, denominator: number): Rate {
  return {
    numerator,
    denominator,
    rate: denominator === 0 ? null : numerator / denominator,
    asOf: asOf(parent),
  };
}

/** All four, also those in which nothing was done: what is missing is what is asked for. */
export function taskGroupFigures(
  parent: Kept,
  { targets }: { readonly targets: boolean },
): TaskGroupFigures[] {
  return TASK_GROUPS.map((taskGroup) => ({
    taskGroup,
    activities: figure(parent, `activities:${taskGroup}`),
    hours: figure(parent, `halfHours:${taskGroup}`) / 2,
    participants: figure(parent, `participants:${taskGroup}`),
    targetsMet: targets
      ? rateOf(parent, figure(parent, `targetsMet:${taskGroup}`), figure(parent, `targets:${taskGroup}`))
      : null,
  }));
}

/** Beside what was told. */
export function confirmedFigures(parent: Kept): ConfirmedFigures {
  return {
    activities: figure(parent, 'CONFIRMED:activities'),
    activitiesContested: figure(parent, 'CONTESTED:activities'),
    hours: figure(parent, 'CONFIRMED:halfHours') / 2,
    workingDays: figure(parent, 'CONFIRMED:workingDays'),
    workingDaysContested: figure(parent, 'CONTESTED:workingDays'),
  };
}

/** PAIR-8's share of workers, with the label that keeps it from being taken for the plan's own. */
export function minimumDays(parent: Kept): { readonly reached: Rate } {
  return { reached: rateOf(parent, figure(parent, 'workersReachingDays'), figure(parent, 'workersSent')) };
}

export const MinimumDaysFigure: MinimumDaysFigureResolvers = {
  label: (_parent, _args, { language }) => RULE_OF_2018[language],
  days: () => YEARLY_DAYS_OF_2018,
};
