import {
  type Actor,
  type CalendarDate,
  type Change,
  type Command,
  decision,
  type Grounds,
  mayPutRight,
  type PuttingRight,
  type Recorded,
  recordedBy,
} from '@qianshou/kernel';
import type { WorkerId } from '../../domain/ids.ts';
import { recordingOf } from '../../domain/worker/policy.ts';
import type { SocialWorker, WorkerEvent } from '../../domain/worker/social-worker.ts';
import { seenWorker } from '../reference/seen.ts';
import { todayOf } from '../reference/today-of.ts';
import type { Ports } from '../ports.ts';
import { recountPosts } from './settle-posts.ts';

export type EntryPorts = Pick<
  Ports,
  'clock' | 'clocks' | 'creditedHours' | 'newId' | 'policies' | 'postings' | 'unitOfWork' | 'workers'
>;

export type Told = Change<SocialWorker, WorkerEvent>;

export interface WorkerTarget {
  readonly workerId: WorkerId;
  readonly expectedVersion: number | null;
}

export interface EntryGrounds<Id> extends WorkerTarget, Grounds {
  readonly id: Id;
}

export interface EntryCorrection<Id, Facts> extends EntryGrounds<Id> {
  readonly corrected: Partial<Facts>;
}

/** An entry of a person's life, and what it changes on their posts, together: eligibility moves clocks. */
export const onWorker = (deps: EntryPorts) => ({
  load: ({ workerId }: WorkerTarget, actor: Actor) => seenWorker(deps.workers, workerId, actor),
  save: async (change: Told): Promise<SocialWorker> => {
    const saved = await deps.workers.save(change);
    await recountPosts(deps, saved, todayOf(deps));
    return saved;
  },
});

/** What every entry has as it comes in. */
export const fresh = (deps: EntryPorts, worker: SocialWorker, actor: Actor) => ({
  struck: null,
  corrections: [],
  recorded: recordedBy(actor, todayOf(deps), recordingOf(worker)),
});

type GroundsToday = Grounds & { readonly today: CalendarDate };

interface Entered {
  readonly recorded: Recorded | null;
}

/** A kind of entry: what is decided about it, who puts it right, and what is asked of it beside itself. */
export interface EntryKind<Id, Facts> {
  readonly find: (worker: SocialWorker, id: Id) => Entered | undefined;
  readonly strike: (worker: SocialWorker, id: Id, grounds: GroundsToday) => Told;
  readonly correct: (worker: SocialWorker, id: Id, corrected: Partial<Facts>, grounds: GroundsToday) => Told;
  readonly missing: (details: { readonly id: string }) => Error;
  readonly right: (
    worker: SocialWorker,
    entry: Entered,
    asking: { readonly actor: Actor; readonly today: CalendarDate },
  ) => PuttingRight;
  /** Of a correction, where more than the entry's own facts decide. */
  readonly check?: (deps: EntryPorts, worker: SocialWorker, id: Id) => Promise<void>;
}

const mayOn =
  <Id, Facts>(deps: EntryPorts, { find, missing, right }: EntryKind<Id, Facts>, id: Id) =>
  (actor: Actor, worker: SocialWorker): void => {
    const entry = find(worker, id);
    if (entry === undefined) throw missing({ id: String(id) });
    mayPutRight(actor, right(worker, entry, { actor, today: todayOf(deps) }));
  };

export const striking =
  <Id, Facts>(kind: EntryKind<Id, Facts>) =>
  (deps: EntryPorts): Command<EntryGrounds<Id>, SocialWorker> =>
  (input, actor) => {
    const { id, reason, evidence } = input;
    return decision<EntryGrounds<Id>, SocialWorker, Told, SocialWorker>(deps.unitOfWork, {
      ...onWorker(deps),
      may: mayOn(deps, kind, id),
      decide: (worker) => kind.strike(worker, id, { reason, evidence, today: todayOf(deps) }),
    })(input, actor);
  };

export const correcting =
  <Id, Facts>(kind: EntryKind<Id, Facts>) =>
  (deps: EntryPorts): Command<EntryCorrection<Id, Facts>, SocialWorker> =>
  (input, actor) => {
    const { id, corrected, reason, evidence } = input;
    return decision<EntryCorrection<Id, Facts>, SocialWorker, Told, SocialWorker>(deps.unitOfWork, {
      ...onWorker(deps),
      may: mayOn(deps, kind, id),
      decide: async (worker) => {
        const change = kind.correct(worker, id, corrected, { reason, evidence, today: todayOf(deps) });
        await kind.check?.(deps, change.state, id);
        return change;
      },
    })(input, actor);
  };
