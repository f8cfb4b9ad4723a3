import type { TrainingFiguresParent } from '../mappers.ts';

export function figure({ kept }: TrainingFiguresParent, name: string): number {
  return Number(kept?.figures[name] ?? 0);
}

export function asOf({ kept }: TrainingFiguresParent): Date | null {
  return kept?.asOf ?? null;
}

/** Of nothing there is no rate. */
export function rateOf(numerator: number, denominator: number, on: Date | null) {
  return { numerator, denominator, rate: denominator === 0 ? null : numerator / denominator, asOf: on };
}
