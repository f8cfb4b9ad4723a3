import { type CalendarDate, chinaDay, type Command, decision, type PublicText } from '@qianshou/kernel';
import { mayEnd } from '../../domain/posting/policy.ts';
import type { LeftPosting } from '../../domain/posting/posting.ts';
import { end } from '../../domain/posting/posting-duty.ts';
import type { Ports } from '../ports.ts';
import { onPosting, type PostingTarget } from './posting-decision.ts';

export interface EndPostingInput extends PostingTarget {
  readonly endedOn: CalendarDate;
  readonly reason: PublicText;
}

type Deps = Pick<Ports, 'clock' | 'postings' | 'unitOfWork'>;

export const endPosting = (deps: Deps): Command<EndPostingInput, LeftPosting> =>
  decision(deps.unitOfWork, {
    ...onPosting(deps),
    may: mayEnd,
    decide: (posting, { endedOn, reason }) => end(posting, { endedOn, reason }, chinaDay(deps.clock.now())),
    save: deps.postings.save,
  });
