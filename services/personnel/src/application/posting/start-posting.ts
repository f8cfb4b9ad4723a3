import { type CalendarDate, chinaDay, type Command, decision } from '@qianshou/kernel';
import { certificateFacts } from '../../domain/qualification/certificate-facts.ts';
import { mayPropose } from '../../domain/posting/policy.ts';
import type { RegularPosting } from '../../domain/posting/posting.ts';
import { start } from '../../domain/posting/posting-duty.ts';
import { clocksBefore } from '../qualification/clocks-before.ts';
import type { Ports } from '../ports.ts';
import { onPosting, type PostingTarget } from './posting-decision.ts';
import { requireWorkplaceOpen } from './recruitment-facts.ts';

export interface StartPostingInput extends PostingTarget {
  readonly startedOn: CalendarDate;
}

type Deps = Pick<
  Ports,
  'centres' | 'clock' | 'policies' | 'postings' | 'stations' | 'unitOfWork' | 'workers'
>;

/** PER-7: for those who need no training; everybody else starts by passing it (`onTrainingPassed`). */
export const startPosting = (deps: Deps): Command<StartPostingInput, RegularPosting> =>
  decision(deps.unitOfWork, {
    ...onPosting(deps),
    may: (actor, posting) => mayPropose(actor, posting.role, posting),
    decide: async (posting, { startedOn }) => {
      await requireWorkplaceOpen(deps, posting);
      const { workerId, countyCode } = posting;
      const worker = await deps.workers.get(workerId);
      const before = await clocksBefore(deps, { workerId, countyCode, on: startedOn });
      const facts = certificateFacts(worker, countyCode, startedOn, before);
      return start(posting, startedOn, facts, chinaDay(deps.clock.now()));
    },
    save: deps.postings.save,
  });
