import { setTimeout as pause } from 'node:timers/promises';

export interface Expectation<Seen> {
  /** What is waited for, in words: it is all that stands in the message when it does not come. */
  readonly what: string;
  readonly look: () => Promise<Seen>;
  readonly until: (seen: Seen) => boolean;
  readonly within?: number;
}

const PAUSE = 75;
/** A busy machine takes its time; what is wrong is wrong for ever. */
const WITHIN = 180_000;

/** Looks at the graph until it shows what is waited for: nobody sleeps for a time that was guessed. */
export async function eventually<Seen>({
  what,
  look,
  until,
  within = WITHIN,
}: Expectation<Seen>): Promise<Seen> {
  const deadline = Date.now() + within;
  for (;;) {
    const seen = await look();
    if (until(seen)) return seen;
    if (Date.now() > deadline) {
      const last = JSON.stringify(seen).slice(0, 500);
      throw new Error(`Waited ${within / 1000} s for: ${what}. Seen last: ${last}`);
    }
    await pause(PAUSE);
  }
}
