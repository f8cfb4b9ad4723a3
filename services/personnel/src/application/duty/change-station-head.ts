import { addDays, type Actor, type CalendarDate, publicLine } from '@qianshou/kernel';
import { postingHeadNotThere, postingHeadTheSame } from '../../domain/duty/errors.ts';
import type { StationId, WorkerId } from '../../domain/ids.ts';
import { candidateFor } from '../../domain/posting/candidate.ts';
import { mayPropose } from '../../domain/posting/policy.ts';
import { isOnDuty, type Posting, type RegularPosting } from '../../domain/posting/posting.ts';
import { end, start } from '../../domain/posting/posting-duty.ts';
import { propose, type ProposalInput } from '../../domain/posting/posting-recruitment.ts';
import { certificateFacts } from '../../domain/qualification/certificate-facts.ts';
import { NO_LOCAL_POLICY, type Workplace } from '../../domain/reference/workplace.ts';
import { changeOffice } from '../../domain/worker/office.ts';
import type { Ports } from '../ports.ts';
import { workplaceOf } from '../posting/recruitment-facts.ts';
import { seenWorker } from '../reference/seen.ts';
import { todayOf } from '../reference/today-of.ts';

export interface ChangeStationHeadInput {
  readonly stationId: StationId;
  /** The new director. */
  readonly workerId: WorkerId;
  /** First day of the new head, today or before. */
  readonly on: CalendarDate;
}

export interface HeadChanged {
  readonly posting: RegularPosting;
  readonly former: Posting;
}

/** What ended a post that nobody ended: a code, which screens put into words. */
const DIRECTOR_CHANGED = publicLine('DIRECTOR_CHANGED', 'reason');

/** PER-1: a station has one head on every day; the office passes on with it. */
export const changeStationHead =
  (ports: Ports) =>
  ({ stationId, workerId, on }: ChangeStationHeadInput, actor: Actor): Promise<HeadChanged> =>
    ports.unitOfWork.run(async () => {
      const place = await workplaceOf(ports, { stationId });
      mayPropose(actor, 'STATION_HEAD', place);
      await ports.unitOfWork.hold(`worker:${workerId}`, `workplace:${stationId}`);
      const worker = await seenWorker(ports.workers, workerId, actor);
      const today = todayOf(ports);
      const leaving = await presentHead(ports, place);
      if (leaving.workerId === workerId) throw postingHeadTheSame();
      const ended = end(leaving, { endedOn: addDays(on, -1), reason: DIRECTOR_CHANGED }, today);
      const former = await ports.postings.save(ended);
      const before = await ports.workers.get(leaving.workerId);
      if (before.directsOfficeOf === place.townshipCode) await ports.workers.save(changeOffice(before, null));
      const director = await ports.workers.save(changeOffice(worker, place.townshipCode));
      const [policy = NO_LOCAL_POLICY] = await ports.policies.inForce([place.countyCode], today);
      const facts = {
        candidate: candidateFor(director, place.countyCode),
        place,
        policy,
        occupied: 0,
        fullTimePostingId: null,
      };
      const input: ProposalInput = {
        id: ports.newId('pst'),
        role: 'STATION_HEAD',
        startsOn: on,
        educationException: null,
      };
      const proposed = propose(input, facts, { party: null, subject: actor.subject, on: today });
      const started = start(proposed.state, on, certificateFacts(director, place.countyCode, on), today);
      const change = { state: started.state, events: [...proposed.events, ...started.events] };
      return { posting: await ports.postings.save(change), former };
    });

async function presentHead({ postings }: Pick<Ports, 'postings'>, place: Workplace): Promise<Posting> {
  const there = await postings.listAt(place);
  const head = there.find(
    (each) => each.role === 'STATION_HEAD' && isOnDuty(each) && (each.substituteFor ?? null) === null,
  );
  if (head === undefined) throw postingHeadNotThere();
  return head;
}
