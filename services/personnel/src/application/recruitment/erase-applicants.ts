import { eachApart, eachOf } from '@qianshou/kernel';
import { eraseApplicants as erase } from '../../domain/recruitment/recruitment-decisions.ts';
import type { Ports } from '../ports.ts';
import { todayOf } from '../reference/today-of.ts';

/** Of recruitments that are over for the days of the county, each on its own; how many notices forgot somebody. */
export const eraseApplicants =
  (deps: Pick<Ports, 'clock' | 'recruitments' | 'unitOfWork'>) =>
  async (): Promise<{ readonly notices: number }> => {
    const { recruitments, unitOfWork } = deps;
    const today = todayOf(deps);
    const due = eachOf((page) => recruitments.listToErase(today, page));
    const notices = await eachApart(due, ({ id }) =>
      unitOfWork.run(async () => recruitments.save(erase(await recruitments.get(id), today))),
    );
    return { notices };
  };
