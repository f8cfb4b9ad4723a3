import { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { dirname } from 'node:path';
import { calendarDate, type CalendarDate, chinaDay } from '@qianshou/kernel';
import type { Graph } from './graph-client.ts';
import { Refusal } from './refusal.ts';

/** What the graph said to one request of the story. */
interface Entry {
  readonly request: string;
  readonly answer?: unknown;
  readonly refusal?: { readonly code: string; readonly reason: string };
}

/**
 * What was asked and answered so far, so that a story that was interrupted goes on where it was: what is written here
 * is not asked again, and what was on its way is asked again with the same idempotency key.
 */
export interface Journal {
  /** The day on which the story began: all its dates count from it. */
  readonly today: CalendarDate;
  /** Whether an earlier start began it. */
  readonly goesOn: boolean;
  /** How much of the story is told. */
  readonly length: () => number;
  /** The next answer to the request that was written down and not yet used. */
  readonly recall: (request: string) => Entry | null;
  readonly write: (entry: Entry) => void;
  /** Which of several equal requests the next one is. */
  readonly next: (request: string) => number;
}

interface Head {
  readonly today: string;
  readonly database: string;
}

/** Kept in a file while the story is told over this database; one of another database, or of none, begins anew. */
export function openJournal(file: string, database: string): Journal {
  const [head, ...entries] = readLines(file);
  const goesOn = (head as Head | undefined)?.database === database;
  const today = goesOn ? (head as Head).today : chinaDay(new Date());
  if (!goesOn) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, lineOf({ today, database }));
  }
  const keep = (entry: Entry): void => appendFileSync(file, lineOf(entry));
  return { ...journal(calendarDate(today), goesOn ? (entries as Entry[]) : [], keep), goesOn };
}

/** For a story that is told in one go. */
export function passingJournal(): Journal {
  return { ...journal(chinaDay(new Date()), [], () => {}), goesOn: false };
}

export function closeJournal(file: string): void {
  rmSync(file, { force: true });
}

function journal(
  today: CalendarDate,
  before: readonly Entry[],
  keep: (entry: Entry) => void,
): Omit<Journal, 'goesOn'> {
  const written = Map.groupBy(before, ({ request }) => request);
  const used = new Map<string, number>();
  const count = (request: string): number => used.get(request) ?? 0;
  let { length } = before;
  return {
    today,
    length: () => length,
    recall: (request) => {
      const entry = written.get(request)?.[count(request)];
      if (entry !== undefined) used.set(request, count(request) + 1);
      return entry ?? null;
    },
    write: (entry) => {
      length += 1;
      used.set(entry.request, count(entry.request) + 1);
      keep(entry);
    },
    next: (request) => count(request) + 1,
  };
}

export interface JournaledGraph extends Graph {
  /** A refusal that the story counts on belongs to it as an answer does. */
  readonly keep: (refusal: Refusal) => void;
}

/** Asks what is not yet written down; each command under a key that it has again when the story goes on. */
export function journaledGraph(graph: Graph, written: Journal): JournaledGraph {
  const requests = new WeakMap<Refusal, string>();
  return {
    renew: graph.renew,
    keep: (refusal) => {
      const request = requests.get(refusal);
      const { code, reason } = refusal;
      if (request !== undefined) written.write({ request, refusal: { code, reason } });
    },
    ask: async (persona, operation, variables = {}) => {
      const request = digest([persona, operation.text, variables]);
      const known = written.recall(request);
      if (known?.refusal !== undefined) throw new Refusal({ persona, ...known.refusal });
      // Written down by this very operation.
      if (known !== null) return known.answer as never;
      const key = `demo-${request}-${written.next(request)}`;
      try {
        const answer = await graph.ask(persona, operation, variables, key);
        written.write({ request, answer });
        return answer;
      } catch (error) {
        if (error instanceof Refusal) requests.set(error, request);
        throw error;
      }
    },
  };
}

function digest(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('base64url').slice(0, 32);
}

/** A line that was only half written when the process ended was never answered to anybody. */
function readLines(file: string): readonly unknown[] {
  try {
    const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1);
    return lines.map((line) => JSON.parse(line) as unknown);
  } catch {
    return [];
  }
}

function lineOf(content: unknown): string {
  return `${JSON.stringify(content)}\n`;
}
