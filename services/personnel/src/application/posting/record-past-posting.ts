import { type Actor, type CalendarDate, chinaDay, type PublicText } from '@qianshou/kernel';
import { certificateFacts } from '../../domain/qualification/certificate-facts.ts';
import type { WorkerId } from '../../domain/ids.ts';
import { mayKeepRecords } from '../../domain/policy.ts';
import type { PostingRole } from '../../domain/reference/workplace.ts';
import type { LeftPosting, RegularPosting } from '../../domain/posting/posting.ts';
import { type EndInput, recordPast } from '../../domain/posting/posting-duty.ts';
import { clocksBefore } from '../qualification/clocks-before.ts';
import type { Ports } from '../ports.ts';
import { recruitmentFacts, type WorkplaceKey, workplaceOf } from './recruitment-facts.ts';

export interface RecordPastPostingInput {
  readonly workerId: WorkerId;
  readonly role: PostingRole;
  readonly workplace: WorkplaceKey;
  readonly startedOn: CalendarDate;
  readonly preJobCertificateNo: string | null;
  readonly educationException: PublicText | null;
  readonly overdueDecision: PublicText | null;
  readonly source: PublicText;
  /** Of a post that is over already. */
  readonly ended: EndInput | null;
}

/** History, as a bureau enters it: a post that began before the platform knew of it, and goes on or is over. */
export const recordPastPosting =
  (ports: Ports) =>
  (
    { workerId, workplace, ...input }: RecordPastPostingInput,
    actor: Actor,
  ): Promise<LeftPosting | RegularPosting> =>
    ports.unitOfWork.run(async () => {
      const now = await workplaceOf(ports, workplace);
      // Who worked there before it closed is entered all the same.
      const place = input.ended === null ? now : { ...now, closed: false };
      mayKeepRecords(actor, place.countyCode);
      const on = chinaDay(ports.clock.now());
      const window = { from: input.startedOn, to: input.ended?.endedOn ?? null };
      const question = { workerId, role: input.role, place, on, window };
      const facts = await recruitmentFacts(ports, question, actor);
      const certificate = certificateFacts(
        facts.worker,
        place.countyCode,
        input.startedOn,
        await clocksBefore(ports, { workerId, countyCode: place.countyCode, on: input.startedOn }),
      );
      return ports.postings.save(recordPast({ id: ports.newId('pst'), ...input }, facts, certificate, on));
    });
