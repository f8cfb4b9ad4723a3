import type { CalendarDate } from '@qianshou/kernel';
import type { Report } from '../servers/index.ts';
import { Refusal, type Graph } from './graph-client.ts';

/** What every chapter is told. */
export interface Story {
  readonly graph: Graph;
  readonly report: Report;
  /** From now on the persona's tokens are those of this agency or worker. */
  readonly remember: {
    readonly agency: (persona: string, agencyId: string) => void;
    readonly worker: (persona: string, workerId: string) => void;
  };
  /** The real day in China: the clock is never faked, what must lie in the past is entered with its past date. */
  readonly today: CalendarDate;
}

/** Shows a refusal that the rules demand. That the graph said yes, or no for another reason, ends the story. */
export async function refused(
  { report }: Pick<Story, 'report'>,
  code: string,
  attempt: () => Promise<unknown>,
): Promise<void> {
  try {
    await attempt();
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== code) throw error;
    return report(`     refused as it should be: ${code} — ${error.reason}`);
  }
  throw new Error(`This should have been refused with ${code}, and was not.`);
}
