import { type CalendarDate, chinaDay } from '@qianshou/kernel';
import type { Report } from '../servers/index.ts';
import { Refusal } from './refusal.ts';
import type { JournaledGraph } from './journal.ts';

/** What every chapter is told. */
export interface Story {
  readonly graph: JournaledGraph;
  readonly report: Report;
  /** From now on the persona's tokens are those of this agency or worker. */
  readonly remember: {
    readonly agency: (persona: string, agencyId: string) => void;
    readonly worker: (persona: string, workerId: string) => void;
  };
  /**
   * The real day in China on which the story began: the clock is never faked, what must lie in the past is entered
   * with its past date.
   */
  readonly today: CalendarDate;
}

/** What is paid after midnight is paid on that day, also where the story began the day before. */
export const dayOfPayment = (): CalendarDate => chinaDay(new Date());

/** Shows a refusal that the rules demand. That the graph said yes, or no for another reason, ends the story. */
export async function refused(
  { report, graph }: Pick<Story, 'report' | 'graph'>,
  code: string,
  attempt: () => Promise<unknown>,
): Promise<void> {
  try {
    await attempt();
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== code) throw error;
    graph.keep(error);
    return report(`     refused as it should be: ${code} — ${error.reason}`);
  }
  throw new Error(`This should have been refused with ${code}, and was not.`);
}
