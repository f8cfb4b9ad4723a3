import { type Actor, type CalendarDate, chinaDay, type PublicText } from '@qianshou/kernel';
import { certificateFacts } from '../../domain/qualification/certificate-facts.ts';
import type { WorkerId } from '../../domain/ids.ts';
import { mayKeepRecords } from '../../domain/policy.ts';
import type { PostingRole } from '../../domain/reference/workplace.ts';
import type { RegularPosting } from '../../domain/posting/posting.ts';
import { recordPast } from '../../domain/posting/posting-duty.ts';
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
}

/** History, as a bureau enters it: a post that began before the platform knew of it and still goes on. */
export const recordPastPosting =
  (ports: Ports) =>
  ({ workerId, workplace, ...input }: RecordPastPostingInput, actor: Actor): Promise<RegularPosting> =>
    ports.unitOfWork.run(async () => {
      const place = await workplaceOf(ports, workplace);
      mayKeepRecords(actor, place.countyCode);
      const on = chinaDay(ports.clock.now());
      const facts = await recruitmentFacts(ports, { workerId, role: input.role, place, on }, actor);
      const certificate = certificateFacts(
        facts.worker,
        place.countyCode,
        input.startedOn,
        await clocksBefore(ports, { workerId, countyCode: place.countyCode, on: input.startedOn }),
      );
      return ports.postings.save(recordPast({ id: ports.newId('pst'), ...input }, facts, certificate, on));
    });
