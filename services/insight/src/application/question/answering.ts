import { type Actor, addDays, type CalendarDate, chinaDay, type Clock } from '@qianshou/kernel';
import { type Cost, costOf } from '../../domain/question/cost.ts';
import { asOfOutside, questionTooDear } from '../../domain/errors.ts';
import type { GroupsQuestion, RowsQuestion } from '../../domain/question/question.ts';
import type { InsightStore, Known } from './ports.ts';

export interface Answering {
  readonly store: InsightStore;
  readonly clock: Clock;
}

export interface Asker {
  readonly actor: Actor;
  readonly signal: AbortSignal;
  /** Tells what the question costs, and asks nothing. */
  readonly dryRun: boolean;
}

/** What stands beside every answer. */
export interface Standing {
  readonly cost: Cost;
  readonly known: Known;
  readonly asOf: CalendarDate | null;
}

/** What the question costs and how fresh its answer is; refused where it is too dear or of a day that nobody knows. */
export async function standingOf(
  { store, clock }: Answering,
  question: GroupsQuestion | RowsQuestion,
  { actor, dryRun }: Asker,
): Promise<Standing> {
  const known = await store.known();
  if (question.asOf !== null) refuseUnknownDay(question.asOf, known, chinaDay(clock.now()));
  const cost = costOf(question, store.sizeOf, actor);
  if (!dryRun && cost.cost > cost.limit)
    throw questionTooDear({ cost: cost.cost, limit: cost.limit, remedy: remedyFor(cost) });
  return { cost, known, asOf: question.asOf };
}

function refuseUnknownDay(asOf: CalendarDate, { from }: Known, today: CalendarDate): void {
  const to = addDays(today, -1);
  if (from !== null && asOf >= from && asOf <= to) return;
  throw asOfOutside({ asOf, from: from ?? today, to });
}

function remedyFor({ rows, groups }: Cost) {
  return groups > rows / 10
    ? { en: 'ask for a coarser region or period', zh: '请改用更粗的区划或时段' }
    : { en: 'ask for fewer fields, or less at once', zh: '请减少字段或分次查询' };
}
