import { pino } from 'pino';

type Stream = ReturnType<typeof pino.destination>;

export interface LogStreamState {
  /** Lines that were let go because what came before them could not be written. */
  readonly lost: number;
  /** Why lines cannot be written; null while they can. */
  readonly failure: NodeJS.ErrnoException | null;
}

/** What waits in memory for a log that takes nothing; beyond it lines are let go. */
const MOST_WAITING_BYTES = 1_048_576;

const state: { lost: number; failure: NodeJS.ErrnoException | null } = { lost: 0, failure: null };
let stream: Stream | undefined;

/**
 * Standard output, one for the process. A log that cannot be written, most often because its disk is full, must not
 * end the service: without a listener the first line would. What waits is written once there is room again.
 */
export function logStream(): Stream {
  stream ??= opened();
  return stream;
}

/** Of this process's log. */
export const logStreamState = (): LogStreamState => state;

function opened(): Stream {
  const made = pino.destination({ fd: 1, sync: true, maxLength: MOST_WAITING_BYTES });
  made.on('error', (error: NodeJS.ErrnoException) => {
    state.failure = error;
  });
  made.on('write', () => {
    state.failure = null;
  });
  made.on('drop', () => {
    state.lost += 1;
  });
  return made;
}
