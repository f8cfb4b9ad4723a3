import {
  type CalendarDate,
  type Change,
  type Grounds,
  requireDifference,
  requireNotStruck,
} from '@qianshou/kernel';
import { lifeFactNotFound } from './errors.ts';
import type { DegreeFacts } from './exam-eligibility.ts';
import type { Degree, Entry, LifeFact, LifeFactEvent, PeriodFacts, ServicePeriod } from './life-fact.ts';
import { requirePossibleDegree, requirePossiblePeriod } from './possible-life.ts';
import type { SocialWorker, WorkerEvent } from './social-worker.ts';

type Told = Change<SocialWorker, WorkerEvent>;

interface Kind<Facts, Each extends Facts & Entry<unknown, Facts>> {
  readonly fact: LifeFact;
  readonly of: (worker: SocialWorker) => readonly Each[];
  readonly keep: (worker: SocialWorker, entries: readonly Each[]) => SocialWorker;
  readonly facts: (entry: Facts) => Facts;
  readonly judge: (worker: SocialWorker, facts: Facts, today: CalendarDate) => void;
  readonly notFound?: (details: { readonly id: string }) => Error;
}

/** The three decisions about entries of a kind: recorded, corrected, struck out. */
export function decisionsOn<Facts extends object, Each extends Facts & Entry<unknown, Facts>>(
  kind: Kind<Facts, Each>,
) {
  const entries = entriesOf(kind);
  return {
    find: (worker: SocialWorker, id: Each['id']) => kind.of(worker).find((each) => each.id === id),
    record: (worker: SocialWorker, entry: Each, today: CalendarDate): Told => {
      kind.judge(worker, entry, today);
      return entries.keep(worker, [...kind.of(worker), entry], 'worker.fact-recorded');
    },
    /** Its own life goes on: nothing of it was wrong. */
    amend: (worker: SocialWorker, id: Each['id'], today: CalendarDate, change: Amending<Each>): Told => {
      const changed = change(entries.standing(worker, id));
      kind.judge(worker, changed, today);
      return entries.put(worker, changed, 'worker.fact-recorded');
    },
    strike: (worker: SocialWorker, id: Each['id'], { today, ...grounds }: GroundsToday): Told =>
      entries.put(
        worker,
        { ...entries.standing(worker, id), struck: { on: today, ...grounds } },
        'worker.fact-struck',
      ),
    correct: (
      worker: SocialWorker,
      id: Each['id'],
      corrected: Partial<Facts>,
      { today, ...grounds }: GroundsToday,
    ): Told => {
      const found = entries.standing(worker, id);
      requireDifference<Facts>(found, corrected);
      const before = { ...kind.facts(found), on: today, ...grounds };
      const right = { ...found, ...corrected, corrections: [...found.corrections, before] };
      kind.judge(worker, right, today);
      return entries.put(worker, right, 'worker.fact-corrected');
    },
  };
}

type Amending<Each> = (entry: Each) => Each;

type GroundsToday = Grounds & { readonly today: CalendarDate };

function entriesOf<Facts, Each extends Facts & Entry<unknown, Facts>>({
  fact,
  of,
  keep,
  notFound = lifeFactNotFound,
}: Kind<Facts, Each>) {
  const kept = (worker: SocialWorker, entries: readonly Each[], type: LifeFactEvent['type']): Told => {
    const { id: workerId, countyCode } = worker;
    return { state: keep(worker, entries), events: [{ type, workerId, countyCode, fact }] };
  };
  return {
    keep: kept,
    put: (worker: SocialWorker, entry: Each, type: LifeFactEvent['type']): Told =>
      kept(
        worker,
        of(worker).map((each) => (each.id === entry.id ? entry : each)),
        type,
      ),
    standing: (worker: SocialWorker, id: Each['id']): Each => {
      const found = of(worker).find((each) => each.id === id);
      if (found === undefined) throw notFound({ id: String(id) });
      requireNotStruck(found);
      return found;
    },
  };
}

export const degreeDecisions = decisionsOn<DegreeFacts, Degree>({
  fact: 'DEGREE',
  of: ({ degrees }) => degrees,
  keep: (worker, degrees) => ({ ...worker, degrees }),
  facts: ({ level, major, fullTime, startedOn, graduatedOn }) => ({
    level,
    major,
    fullTime,
    startedOn,
    graduatedOn,
  }),
  judge: ({ birthYear }, degree, today) => requirePossibleDegree(birthYear, degree, today),
});

export const periodDecisions = decisionsOn<PeriodFacts, ServicePeriod>({
  fact: 'SERVICE_PERIOD',
  of: ({ servicePeriods }) => servicePeriods,
  keep: (worker, servicePeriods) => ({ ...worker, servicePeriods }),
  facts: ({ servedFrom, servedTo, proof }) => ({ servedFrom, servedTo, proof }),
  judge: ({ birthYear }, period, today) => requirePossiblePeriod(birthYear, period, today),
});
