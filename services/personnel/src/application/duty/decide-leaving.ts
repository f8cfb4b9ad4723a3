import {
  type CalendarDate,
  type Command,
  decision,
  eachApart,
  eachOf,
  type PublicText,
} from '@qianshou/kernel';
import { confirmHandOver as confirm, drawUpHandOver as drawUp } from '../../domain/duty/hand-over.ts';
import { mayResign } from '../../domain/duty/policy.ts';
import { endWhenDue, resign } from '../../domain/duty/resignation.ts';
import { mayEnd } from '../../domain/posting/policy.ts';
import type { Posting } from '../../domain/posting/posting.ts';
import type { Ports } from '../ports.ts';
import { onPosting, type PostingTarget } from '../posting/posting-decision.ts';
import { todayOf } from '../reference/today-of.ts';

type Deps = Pick<Ports, 'clock' | 'postings' | 'unitOfWork'>;
type Made = ReturnType<typeof resign>;

export interface ResignInput extends PostingTarget {
  readonly lastDay: CalendarDate;
}

export const resignPosting = (deps: Deps): Command<ResignInput, Posting> =>
  decision<ResignInput, Posting, Made, Posting>(deps.unitOfWork, {
    ...onPosting(deps),
    may: mayResign,
    decide: (posting, { lastDay }) => resign(posting, lastDay, todayOf(deps)),
    save: deps.postings.save,
  });

export interface DrawUpHandOverInput extends PostingTarget {
  readonly items: readonly PublicText[];
}

export const drawUpHandOver = (deps: Deps): Command<DrawUpHandOverInput, Posting> =>
  decision<DrawUpHandOverInput, Posting, Made, Posting>(deps.unitOfWork, {
    ...onPosting(deps),
    may: mayEnd,
    decide: (posting, { items }) => drawUp(posting, items),
    save: deps.postings.save,
  });

export interface ConfirmHandOverInput extends PostingTarget {
  readonly items: readonly number[];
  /** Null: today. */
  readonly on: CalendarDate | null;
}

export const confirmHandOver = (deps: Deps): Command<ConfirmHandOverInput, Posting> =>
  decision<ConfirmHandOverInput, Posting, Made, Posting>(deps.unitOfWork, {
    ...onPosting(deps),
    may: mayEnd,
    decide: (posting, { items, on }) => {
      const today = todayOf(deps);
      return confirm(posting, { items, on: on ?? today, today });
    },
    save: deps.postings.save,
  });

/** Who stands in, acts, or has resigned, and whose last day is over; each on its own and on its latest state. */
export const endDuePosts = (deps: Deps) => async (): Promise<{ readonly ended: number }> => {
  const { postings, unitOfWork } = deps;
  const today = todayOf(deps);
  const due = eachOf((page) => postings.listToEnd(today, page));
  const ended = await eachApart(due, ({ id }) =>
    unitOfWork.run(async () => postings.save(endWhenDue(await postings.get(id), today))),
  );
  return { ended };
};
