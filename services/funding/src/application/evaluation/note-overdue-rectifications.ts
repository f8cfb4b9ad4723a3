import { chinaDay } from '@qianshou/kernel';
import { noteOverdue } from '../../domain/evaluation/evaluation-life.ts';
import type { Ports } from '../ports.ts';

/** What was to be put right and was not is told once. Returns how many. */
export const noteOverdueFundRectifications =
  ({ fundEvaluations, unitOfWork, clock }: Pick<Ports, 'fundEvaluations' | 'unitOfWork' | 'clock'>) =>
  async (): Promise<number> => {
    const today = chinaDay(clock.now());
    let noted = 0;
    for await (const id of fundEvaluations.overdue(today)) {
      const change = await unitOfWork.run(async () => {
        const late = noteOverdue(await fundEvaluations.get(id), today);
        await fundEvaluations.save(late);
        return late;
      });
      noted += change.events.length;
    }
    return noted;
  };
