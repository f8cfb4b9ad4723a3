import type { AggregateModel } from '../aggregates/aggregate-schema.ts';
import { toState } from '../aggregates/aggregate-store.ts';
import { trusted } from '../mongo/connection.ts';
import { importInterrupted } from './errors.ts';
import { type ImportId, type ImportRun, type ImportStatus, rowsDone } from './import-run.ts';

/** Candidates that are looked at to see which import is next. */
const MOST_WAITING = 100;

/** What an import of a caller takes, whether it is worked off, waited for or still being sent. */
export interface Reserved {
  readonly bytes: number;
  /** Of those that are not yet checked, or being applied. */
  readonly files: number;
}

/** What is to be done of all imports, and by whom how much is kept busy. */
export interface ImportWork {
  /** Imports with work to do, who waits longest first. */
  readonly findWaiting: () => Promise<readonly ImportRun[]>;
  /** Takes an import up, and counts that before anything can go wrong; null where there is nothing to do any more. */
  readonly takeUp: (id: ImportId, at: Date) => Promise<ImportRun | null>;
  /** Ends an import without anything that could fail in turn: the last resort. */
  readonly park: (run: ImportRun) => Promise<void>;
  readonly reservedBy: (subject: string | null) => Promise<Reserved>;
  /** Imports in one of these states that were begun before a moment. */
  readonly findBegunBefore: (status: ImportStatus, at: Date) => Promise<readonly ImportRun[]>;
}

const AT_WORK = ['CHECKING', 'APPLYING'] as const;
const UNDER_WAY = ['RECEIVING', ...AT_WORK] as const;
const WITH_FILE = [...UNDER_WAY, 'CHECKED'] as const;

export function importWork(model: AggregateModel): ImportWork {
  const atWork = { status: trusted({ $in: AT_WORK }) };
  return {
    findWaiting: async () => {
      const found = await model.find(atWork).sort({ servedAt: 1, _id: 1 }).limit(MOST_WAITING).lean();
      return found.map((run) => toState<ImportRun>(run));
    },
    takeUp: async (_id, servedAt) => {
      const update = { $inc: { tries: 1 }, $set: { servedAt } };
      const taken = await model
        .findOneAndUpdate({ _id, ...atWork }, update, { returnDocument: 'after' })
        .lean();
      return taken === null ? null : toState<ImportRun>(taken);
    },
    park: async (run) => {
      const { code, messages } = importInterrupted({ rows: rowsDone(run) });
      const parked = { status: 'FAILED', problem: { code, message: messages } };
      await model.updateOne({ _id: run.id, ...atWork }, { $set: parked, $inc: { version: 1 } });
    },
    ...reservations(model),
  };
}

function reservations(model: AggregateModel): Pick<ImportWork, 'reservedBy' | 'findBegunBefore'> {
  return {
    reservedBy: async (subject) => {
      const runs = await model
        .find({ 'owner.subject': subject, status: trusted({ $in: WITH_FILE }) })
        .select({ status: 1, sizeBytes: 1 })
        .lean();
      const reserved = runs.map((run) => toState<Pick<ImportRun, 'status' | 'sizeBytes'>>(run));
      return {
        bytes: reserved.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
        files: reserved.filter(({ status }) => status !== 'CHECKED').length,
      };
    },
    findBegunBefore: async (status, at) => {
      const found = await model
        .find({ status, begunAt: trusted({ $lt: at }) })
        .limit(MOST_WAITING)
        .lean();
      return found.map((run) => toState<ImportRun>(run));
    },
  };
}
