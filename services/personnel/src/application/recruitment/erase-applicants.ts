import { eraseApplicants as erase } from '../../domain/recruitment/recruitment-decisions.ts';
import type { Ports } from '../ports.ts';
import { todayOf } from './on-notice.ts';

const AT_A_TIME = 100;

/** Of recruitments that are over for the days of the county; how many notices forgot somebody. */
export const eraseApplicants =
  (deps: Pick<Ports, 'clock' | 'recruitments'>) => async (): Promise<{ readonly notices: number }> => {
    const today = todayOf(deps);
    const { items } = await deps.recruitments.listToErase(today, { first: AT_A_TIME, after: null });
    for (const { node } of items) await deps.recruitments.save(erase(node, today));
    return { notices: items.length };
  };
