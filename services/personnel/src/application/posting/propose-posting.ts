import { type Actor, type CalendarDate, chinaDay, type PublicText } from '@qianshou/kernel';
import type { PostingId, WorkerId } from '../../domain/ids.ts';
import { mayKeepRecords } from '../../domain/policy.ts';
import { mayPropose } from '../../domain/posting/policy.ts';
import type { Posting } from '../../domain/posting/posting.ts';
import type { PostingRole } from '../../domain/reference/workplace.ts';
import { propose } from '../../domain/posting/posting-recruitment.ts';
import type { Ports } from '../ports.ts';
import { seenPosting } from '../reference/seen.ts';
import { recruitmentFacts, type WorkplaceKey, workplaceOf } from './recruitment-facts.ts';

export interface ProposePostingInput {
  readonly workerId: WorkerId;
  readonly role: PostingRole;
  readonly workplace: WorkplaceKey;
  readonly startsOn: CalendarDate;
  readonly educationException: PublicText | null;
  readonly overdueDecision: PublicText | null;
  /** PER-1: the last day of somebody who heads the station without being its director. */
  readonly actingUntil: CalendarDate | null;
  /** The post of somebody on leave for whom the worker stands in. */
  readonly substituteFor: PostingId | null;
}

export const proposePosting =
  (ports: Ports) =>
  ({ workerId, workplace, substituteFor, ...input }: ProposePostingInput, actor: Actor): Promise<Posting> =>
    ports.unitOfWork.run(async () => {
      const place = await workplaceOf(ports, workplace);
      const party = mayPropose(actor, input.role, place);
      // PER-10: the decision is the bureau's.
      if (input.overdueDecision !== null) mayKeepRecords(actor, place.countyCode);
      const on = chinaDay(ports.clock.now());
      if (substituteFor !== null) await seenPosting(ports.postings, substituteFor, actor);
      const question = { workerId, role: input.role, place, on, substituteFor };
      const facts = await recruitmentFacts(ports, question, actor);
      const proposer = { party: input.role === 'RESIDENT' ? party : null, subject: actor.subject, on };
      return ports.postings.save(propose({ id: ports.newId('pst'), ...input }, facts, proposer));
    });
