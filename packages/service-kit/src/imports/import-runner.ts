import { randomUUIDv7 } from 'node:crypto';
import { bounded, DomainError, ROLES } from '@qianshou/kernel';
import { startLeadership } from '../lease/leadership.ts';
import type { Lease } from '../lease/lease.ts';
import { pauseUnlessAborted } from '../lease/wake-up.ts';
import { createPulse, type Pulse } from '../loops/pulse.ts';
import type { Decision } from '../audit/decision.ts';
import { inScope } from '../scope/scope.ts';
import { expireImports } from './expire-imports.ts';
import { importInterrupted } from './errors.ts';
import type { InTurn, PassControl, RunnerParts } from './import-parts.ts';
import { passOver } from './import-pass.ts';
import { fail, type ImportId, type ImportRun, isOver, rowsDone } from './import-run.ts';
import { nextTurns, type Turn, turnOver } from './import-turns.ts';

export interface RunningImports {
  readonly stop: () => Promise<void>;
  /** Of the loop that looks for imports, and of the work on them. */
  readonly pulses: readonly Pulse[];
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
  const { logger, metrics } = parts;
  const pulses: Pulses = {
    looking: createPulse({ name: 'imports', logger, metrics }),
    working: createPulse({ name: 'import work', logger, metrics }),
  };
  const leadership = startLeadership({
    connection: parts.connection,
    name: 'imports',
    logger,
    pulse: pulses.looking,
    lead: (lease) => workOff({ ...parts, pulses }, lease),
    ...(parts.leaseMs === undefined ? {} : { ttlMs: parts.leaseMs }),
  });
  return { stop: leadership.stop, pulses: [pulses.looking, pulses.working] };
}

interface Pulses {
  readonly looking: Pulse;
  readonly working: Pulse;
}

type WorkingParts = RunnerParts & { readonly pulses: Pulses };

interface LiveTurn extends Turn {
  readonly ended: Promise<void>;
  makesRoom: boolean;
}

async function workOff(parts: WorkingParts, lease: Lease): Promise<void> {
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
      parts.pulses.looking.beat();
      await parts.wakeUp.wait(POLL_MS, lease.lost);
    }
  } finally {
    await Promise.allSettled([...live.values()].map(({ ended }) => ended));
    parts.pulses.working.rest();
  }
}

interface Beginning {
  readonly run: ImportRun;
  readonly live: Map<ImportId, LiveTurn>;
  readonly inTurn: InTurn;
}

function begin(parts: WorkingParts, lease: Lease, { run, live, inTurn }: Beginning): void {
  const makesRoom = (): boolean => live.get(run.id)?.makesRoom ?? false;
  const work = async (): Promise<void> => {
    try {
      await inScope({ correlationId: randomUUIDv7(), decision: byOwner(run, parts.clock.now()) }, () =>
        attempt(parts, { lease, makesRoom, inTurn }, run.id),
      );
    } catch (error) {
      parts.pulses.working.failed(error, `import ${run.id} was given back`);
      await pauseUnlessAborted(FAULT_PAUSE_MS, lease.lost);
    } finally {
      live.delete(run.id);
      parts.wakeUp.signal();
    }
  };
  const since = performance.now();
  live.set(run.id, { run, since, makesRoom: false, ended: Promise.resolve().then(work) });
}

/** What rows bring in is its doing who had them applied. */
function byOwner({ kind, owner }: ImportRun, at: Date): Decision {
  const operation = `import ${kind}`;
  return { operation, actor: owner, roles: ROLES, reason: null, documents: [], at, told: () => {} };
}

function oneAtATime(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
}

/** It is counted that the import is taken up before anything of it is touched: whatever happens, that has an end. */
async function attempt(parts: WorkingParts, control: PassControl, id: ImportId): Promise<void> {
  const run = await parts.store.takeUp(id, parts.clock.now());
  if (run === null) return;
  if (run.tries > MOST_TRIES) return end(parts, run, importInterrupted({ rows: rowsDone(run) }));
  try {
    await passOver(parts, control, run);
    parts.pulses.working.beat();
  } catch (error) {
    if (control.lease.lost.aborted || isConflict(error)) return;
    if (error instanceof DomainError) return end(parts, run, error);
    parts.pulses.working.failed(error, `import ${run.id} met a fault`);
    const now = await parts.store.get(run.id);
    if (now.tries >= MOST_FAULTS) return end(parts, now, importInterrupted({ rows: rowsDone(now) }));
    await pauseUnlessAborted(now.tries * FAULT_PAUSE_MS, control.lease.lost);
  }
}

/** Somebody stopped the import meanwhile: what is stored is looked at again. */
function isConflict(error: unknown): boolean {
  return error instanceof DomainError && error.code === 'VERSION_CONFLICT';
}

/** Ends an import with what happened to it; where even that meets a fault, without telling others. */
async function end(parts: WorkingParts, run: ImportRun, { code, messages }: DomainError): Promise<void> {
  const { store, files, logger } = parts;
  try {
    const now = await store.get(run.id);
    if (!isOver(now)) await store.save(fail(now, { code, message: bounded(messages) }));
  } catch (error) {
    if (isConflict(error)) return;
    logger.error({ err: error, importId: run.id }, 'an import could not be ended as others are');
    await store.park(run);
  }
  await files.remove(run.id);
  // Whoever imports is told by the import: nothing is left to get on with.
  parts.pulses.working.rest();
}
