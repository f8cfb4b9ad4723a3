import {
  type Actor,
  type Change,
  chinaDay,
  type Command,
  decision,
  type Grounds,
  mayPutRight,
  recordedBy,
} from '@qianshou/kernel';
import type { DegreeId, ServicePeriodId, WorkerId } from '../../domain/ids.ts';
import type { DegreeFacts } from '../../domain/worker/exam-eligibility.ts';
import { lifeFactNotFound } from '../../domain/worker/errors.ts';
import type { PeriodFacts } from '../../domain/worker/life-fact.ts';
import { degreeDecisions, periodDecisions } from '../../domain/worker/life-facts.ts';
import { mayCertify, recordingOf, rightOfEntry } from '../../domain/worker/policy.ts';
import type { SocialWorker, WorkerEvent } from '../../domain/worker/social-worker.ts';
import { seenWorker } from '../reference/seen.ts';
import type { Ports } from '../ports.ts';
import { recountPosts } from './settle-posts.ts';

type Deps = Pick<Ports, 'clock' | 'newId' | 'policies' | 'postings' | 'unitOfWork' | 'workers'>;

type Told = Change<SocialWorker, WorkerEvent>;

export interface WorkerTarget {
  readonly workerId: WorkerId;
  readonly expectedVersion: number | null;
}

export interface RecordDegreeInput extends WorkerTarget {
  readonly degree: DegreeFacts;
}

export interface RecordServicePeriodInput extends WorkerTarget {
  readonly period: PeriodFacts;
}

export interface EntryGrounds<Id> extends WorkerTarget, Grounds {
  readonly id: Id;
}

export interface EntryCorrection<Id, Facts> extends EntryGrounds<Id> {
  readonly corrected: Partial<Facts>;
}

const today = ({ clock }: Pick<Deps, 'clock'>) => chinaDay(clock.now());

/** An entry of a person's life, and what it changes on their posts, together: eligibility moves clocks. */
const onWorker = (deps: Deps) => ({
  load: ({ workerId }: WorkerTarget, actor: Actor) => seenWorker(deps.workers, workerId, actor),
  save: async (change: Told): Promise<SocialWorker> => {
    const saved = await deps.workers.save(change);
    await recountPosts(deps, saved, today(deps));
    return saved;
  },
});

const fresh = (deps: Deps, worker: SocialWorker, actor: Actor) => ({
  struck: null,
  corrections: [],
  recorded: recordedBy(actor, today(deps), recordingOf(worker)),
});

export const recordDegree = (deps: Deps): Command<RecordDegreeInput, SocialWorker> =>
  decision<RecordDegreeInput, SocialWorker, Told, SocialWorker>(deps.unitOfWork, {
    ...onWorker(deps),
    may: mayCertify,
    decide: (worker: SocialWorker, { degree }: RecordDegreeInput, actor) => {
      const entry = { id: deps.newId('deg'), ...degree, ...fresh(deps, worker, actor) };
      return degreeDecisions.record(worker, entry, today(deps));
    },
  });

export const recordServicePeriod = (deps: Deps): Command<RecordServicePeriodInput, SocialWorker> =>
  decision<RecordServicePeriodInput, SocialWorker, Told, SocialWorker>(deps.unitOfWork, {
    ...onWorker(deps),
    may: mayCertify,
    decide: (worker: SocialWorker, { period }: RecordServicePeriodInput, actor) => {
      const entry = { id: deps.newId('svp'), ...period, ...fresh(deps, worker, actor) };
      return periodDecisions.record(worker, entry, today(deps));
    },
  });

const mayOn =
  <Id>(deps: Deps, { find }: Pick<StrikesOf<Id>, 'find'>, id: Id) =>
  (actor: Actor, worker: SocialWorker): void => {
    const entry = find(worker, id);
    if (entry === undefined) throw lifeFactNotFound({ id: String(id) });
    mayPutRight(actor, rightOfEntry(worker, entry.recorded, { actor, today: today(deps) }));
  };

const striking =
  <Id>(decisions: StrikesOf<Id>) =>
  (deps: Deps): Command<EntryGrounds<Id>, SocialWorker> =>
  (input, actor) => {
    const { id, reason, evidence } = input;
    return decision<EntryGrounds<Id>, SocialWorker, Told, SocialWorker>(deps.unitOfWork, {
      ...onWorker(deps),
      may: mayOn(deps, decisions, id),
      decide: (worker) => decisions.strike(worker, id, { reason, evidence, today: today(deps) }),
    })(input, actor);
  };

interface StrikesOf<Id> {
  readonly find: (
    worker: SocialWorker,
    id: Id,
  ) => { readonly recorded: Parameters<typeof rightOfEntry>[1] } | undefined;
  readonly strike: (
    worker: SocialWorker,
    id: Id,
    grounds: Parameters<typeof degreeDecisions.strike>[2],
  ) => Told;
}

interface CorrectsOf<Id, Facts> extends StrikesOf<Id> {
  readonly correct: (
    worker: SocialWorker,
    id: Id,
    corrected: Partial<Facts>,
    grounds: Parameters<typeof degreeDecisions.strike>[2],
  ) => Told;
}

const correcting =
  <Id, Facts>(decisions: CorrectsOf<Id, Facts>) =>
  (deps: Deps): Command<EntryCorrection<Id, Facts>, SocialWorker> =>
  (input, actor) => {
    const { id, corrected, reason, evidence } = input;
    return decision<EntryCorrection<Id, Facts>, SocialWorker, Told, SocialWorker>(deps.unitOfWork, {
      ...onWorker(deps),
      may: mayOn(deps, decisions, id),
      decide: (worker) => decisions.correct(worker, id, corrected, { reason, evidence, today: today(deps) }),
    })(input, actor);
  };

export const strikeDegree = striking<DegreeId>(degreeDecisions);
export const strikeServicePeriod = striking<ServicePeriodId>(periodDecisions);
export const correctDegree = correcting<DegreeId, DegreeFacts>(degreeDecisions);
export const correctServicePeriod = correcting<ServicePeriodId, PeriodFacts>(periodDecisions);
