import { chinaDay, eachApart } from '@qianshou/kernel';
import { noteOverdue } from '../../domain/evaluation/evaluation-life.ts';
import type { Ports } from '../ports.ts';

/** What was to be put right and was not is told once. Returns how many. */
export const noteOverdueFundRectifications =
  ({ fundEvaluations, clock }: Pick<Ports, 'fundEvaluations' | 'clock'>) =>
  (): Promise<number> => {
    const today = chinaDay(clock.now());
    return eachApart(fundEvaluations.overdue(today), async (id) =>
      fundEvaluations.save(noteOverdue(await fundEvaluations.get(id), today)),
    );
  };
