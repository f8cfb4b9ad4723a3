import { setImmediate as allBegun } from 'node:timers/promises';
import { Gauge, type Registry } from 'prom-client';

export interface Sample {
  readonly labels?: Readonly<Record<string, string>>;
  readonly value: number;
}

export interface ScrapedGaugeOptions {
  readonly metrics: Registry;
  readonly name: string;
  readonly help: string;
  readonly labelNames?: readonly string[];
  readonly read: () => readonly Sample[] | Promise<readonly Sample[]>;
}

/** A scrape must answer even when what it asks hangs. */
const DEADLINE_MS = 2_000;

interface Unread {
  readonly gauge: Gauge<'metric'>;
  /** What is being read for the scrape at hand. */
  readonly reading: Set<Promise<unknown>>;
}

const unread = new WeakMap<Registry, Unread>();

/**
 * A gauge that is read when it is scraped, so that it is true then. What cannot be read in time is left out, and
 * `metrics_unread` says so: a database that is away must not take all other figures along.
 */
export function scrapedGauge({ metrics, name, help, labelNames = [], read }: ScrapedGaugeOptions): void {
  const missing = unreadOf(metrics);
  const collect = async (): Promise<void> => {
    gauge.reset();
    const samples = await inTime(read);
    missing.gauge.set({ metric: name }, samples === null ? 1 : 0);
    for (const { labels = {}, value } of samples ?? []) gauge.set({ ...labels }, value);
  };
  const gauge = new Gauge({
    name,
    help,
    labelNames,
    registers: [metrics],
    collect: async () => {
      const reading = collect();
      missing.reading.add(reading);
      await reading.finally(() => missing.reading.delete(reading));
    },
  });
}

/** Told when all others of the scrape have been read: it is about them, and not about those of the last one. */
function unreadOf(metrics: Registry): Unread {
  const known = unread.get(metrics);
  if (known !== undefined) return known;
  const reading = new Set<Promise<unknown>>();
  const gauge = new Gauge({
    name: 'metrics_unread',
    help: '1 for a metric whose source did not answer at this scrape',
    labelNames: ['metric'] as const,
    registers: [metrics],
    collect: async () => {
      await allBegun();
      await Promise.allSettled(reading);
    },
  });
  const made = { gauge, reading };
  unread.set(metrics, made);
  return made;
}

async function inTime(read: ScrapedGaugeOptions['read']): Promise<readonly Sample[] | null> {
  const { promise: late, resolve } = Promise.withResolvers<null>();
  const timer = setTimeout(() => resolve(null), DEADLINE_MS);
  try {
    return await Promise.race([read(), late]);
  } catch {
    // That it cannot be read is what `metrics_unread` says; why, the loops that need the source say.
    return null;
  } finally {
    clearTimeout(timer);
  }
}
