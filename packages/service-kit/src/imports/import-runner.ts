import { randomUUIDv7 } from 'node:crypto';
import { bounded, type Clock, DomainError, type ImportKind } from '@qianshou/kernel';
import type { Connection } from 'mongoose';
import { type Lease, type Nudge, patience, startLeadership } from '../lease/index.ts';
import type { Logger } from '../logging/index.ts';
import { inScope } from '../scope/index.ts';
import { expireImports } from './expire-imports.ts';
import { importInterrupted } from './errors.ts';
import type { ImportFiles } from './import-files.ts';
import { passOver } from './import-pass.ts';
import { fail, type ImportId, type ImportRun, isOver, rowsDone } from './import-run.ts';
import type { ImportStore } from './import-store.ts';
import { nextTurns, type Turn, turnOver } from './import-turns.ts';

export interface RunnerParts {
  readonly connection: Connection;
  readonly store: ImportStore;
  readonly files: ImportFiles;
  readonly kinds: readonly ImportKind[];
  readonly clock: Clock;
  readonly logger: Logger;
  /** Rung by what callers do in this process. */
  readonly nudge: Nudge;
  readonly leaseMs?: number;
}

export interface RunningImports {
  readonly stop: () => Promise<void>;
}

/** For what callers do in other processes. Imports are rare: looking for one is cheaper than a change stream. */
const POLL_MS = 500;
/** A fault that stays must end, and be seen. */
const MOST_FAULTS = 3;
/** What ends its process as often as this without coming on is not taken up again. */
const MOST_TRIES = 5;
/** A database that changes its primary is back by the last try. */
const FAULT_PAUSE_MS = 2_000;
const LOOK_FOR_ABANDONED_MS = 60_000;

/** Works off imports side by side, in one process of the service at a time; another goes on where it ends. */
export function startImports(parts: RunnerParts): RunningImports {
  const leadership = startLeadership({
    connection: parts.connection,
    name: 'imports',
    logger: parts.logger,
    lead: (lease) => workOff(parts, lease),
    ...(parts.leaseMs === undefined ? {} : { ttlMs: parts.leaseMs }),
  });
  return { stop: leadership.stop };
}

interface LiveTurn extends Turn {
  readonly ended: Promise<void>;
  makesRoom: boolean;
}

async function workOff(parts: RunnerParts, lease: Lease): Promise<void> {
  const live = new Map<ImportId, LiveTurn>();
  const inTurn = oneAtATime();
  let looked = Number.NEGATIVE_INFINITY;
  try {
    while (!lease.lost.aborted) {
      if (performance.now() - looked > LOOK_FOR_ABANDONED_MS) {
        looked = performance.now();
        await expireImports(parts);
      }
      const waiting = await parts.store.findWaiting();
      for (const run of nextTurns(waiting, [...live.values()])) begin(parts, lease, { run, live, inTurn });
      const over = turnOver(waiting, [...live.values()], performance.now());
      for (const turn of live.values()) turn.makesRoom ||= turn === over;
      await parts.nudge.wait(POLL_MS, lease.lost);
    }
  } finally {
    await Promise.allSettled([...live.values()].map(({ ended }) => ended));
  }
}

interface Beginning {
  readonly run: ImportRun;
  readonly live: Map<ImportId, LiveTurn>;
  readonly inTurn: InTurn;
}

function begin(parts: RunnerParts, lease: Lease, { run, live, inTurn }: Beginning): void {
  const makesRoom = (): boolean => live.get(run.id)?.makesRoom ?? false;
  const work = async (): Promise<void> => {
    try {
      await inScope({ correlationId: randomUUIDv7() }, () =>
        attempt(parts, { lease, makesRoom, inTurn }, run.id),
      );
    } catch (error) {
      parts.logger.error({ err: briefly(error), importId: run.id }, 'an import was given back');
      await patience(FAULT_PAUSE_MS, lease.lost);
    } finally {
      live.delete(run.id);
      parts.nudge.ring();
    }
  };
  const since = performance.now();
  live.set(run.id, { run, since, makesRoom: false, ended: Promise.resolve().then(work) });
}

/** Runs what it is given one after the other, first come, first served: imports take turns row by row. */
export type InTurn = <Result>(work: () => Promise<Result>) => Promise<Result>;

function oneAtATime(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
}

export interface PassControl {
  readonly lease: Lease;
  /** Whether the pass ends after the rows at hand, to be gone on with later. */
  readonly makesRoom: () => boolean;
  readonly inTurn: InTurn;
}

/** It is counted that the import is taken up before anything of it is touched: whatever happens, that has an end. */
async function attempt(parts: RunnerParts, control: PassControl, id: ImportId): Promise<void> {
  const run = await parts.store.takeUp(id, parts.clock.now());
  if (run === null) return;
  if (run.tries > MOST_TRIES) return end(parts, run, importInterrupted({ rows: rowsDone(run) }));
  try {
    await passOver(parts, control, run);
  } catch (error) {
    if (control.lease.lost.aborted || isConflict(error)) return;
    if (error instanceof DomainError) return end(parts, run, error);
    parts.logger.error({ err: briefly(error), importId: run.id }, 'an import met a fault');
    const now = await parts.store.get(run.id);
    if (now.tries >= MOST_FAULTS) return end(parts, now, importInterrupted({ rows: rowsDone(now) }));
    await patience(now.tries * FAULT_PAUSE_MS, control.lease.lost);
  }
}

/** Somebody stopped the import meanwhile: what is stored is looked at again. */
function isConflict(error: unknown): boolean {
  return error instanceof DomainError && error.code === 'VERSION_CONFLICT';
}

/** Ends an import with what happened to it; where even that meets a fault, without telling others. */
async function end(parts: RunnerParts, run: ImportRun, { code, messages }: DomainError): Promise<void> {
  const { store, files, logger } = parts;
  try {
    const now = await store.get(run.id);
    if (!isOver(now)) await store.save(fail(now, { code, message: bounded(messages) }));
  } catch (error) {
    if (isConflict(error)) return;
    logger.error({ err: briefly(error), importId: run.id }, 'an import could not be ended as others are');
    await store.park(run);
  }
  await files.remove(run.id);
}

const LONGEST_MESSAGE = 500;
const LONGEST_STACK = 2_000;

/** A fault as it is logged: errors of a database carry the documents along that they were about. */
function briefly(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { message: String(error).slice(0, LONGEST_MESSAGE) };
  const { name, message, stack = '', cause } = error;
  return {
    type: name,
    message: message.slice(0, LONGEST_MESSAGE),
    stack: stack.slice(0, LONGEST_STACK),
    ...(cause instanceof Error ? { cause: cause.message.slice(0, LONGEST_MESSAGE) } : {}),
  };
}
