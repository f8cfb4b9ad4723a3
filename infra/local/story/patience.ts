import type { Report } from '../servers/index.ts';
import { Refusal } from './refusal.ts';

/** How long a service may take to hear of what another one decided. */
const NEWS_TAKES_AT_MOST = 60_000;
/** A machine that is busy with something else gets its breath back within this time, or never. */
const BUSY_AT_MOST = 300_000;
const FIRST_WAIT = 75;
const LONGEST_WAIT = 3_000;
const TELL_EVERY = 15_000;

export interface Waits {
  /** Milliseconds until it is asked again; null when asking again is of no use. */
  readonly after: (error: unknown) => number | null;
}

/** What may pass is asked again, at first soon, then less and less often; that the system is busy is told now and then. */
export function patience(report: Report = () => {}): () => Waits {
  let toldAt = -Infinity;
  const tell = ({ reason }: Refusal): void => {
    if (Date.now() - toldAt < TELL_EVERY) return;
    toldAt = Date.now();
    report(`     busy: ${reason} Asked again, as the same request.`);
  };
  return () => {
    const since = Date.now();
    let wait = FIRST_WAIT;
    return {
      after: (error) => {
        const waited = Date.now() - since;
        if (isNotKnownYet(error)) return waited > NEWS_TAKES_AT_MOST ? null : FIRST_WAIT;
        if (!mayPass(error) || waited > BUSY_AT_MOST) return null;
        tell(error);
        wait = Math.min(2 * wait, LONGEST_WAIT);
        return wait / 2 + (Math.random() * wait) / 2;
      },
    };
  };
}

/** The event that tells of the object, or that its home authority confirmed it, is on its way. */
const ON_ITS_WAY = [
  'NOT_KNOWN_HERE_YET',
  'OPERATOR_NOT_ELIGIBLE',
  'TRAINING_CLASS_ORGANISER_RUNS_NOTHING_THERE',
];

function isNotKnownYet(error: unknown): boolean {
  return error instanceof Refusal && ON_ITS_WAY.includes(error.code);
}

/** Nobody was there in time to answer; a command may have been carried out all the same, which its key finds out. */
function mayPass(error: unknown): error is Refusal {
  return error instanceof Refusal && error.kind === 'UNAVAILABLE';
}
