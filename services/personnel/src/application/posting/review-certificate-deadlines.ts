import {
  type Actor,
  type CalendarDate,
  chinaDay,
  eachApart,
  pagesOf,
  type RegionCode,
} from '@qianshou/kernel';
import { certificateFacts } from '../../domain/qualification/certificate-facts.ts';
import { type CertificateRule, review } from '../../domain/posting/certificate-review.ts';
import { mayKeepRecords } from '../../domain/policy.ts';
import type { Posting, PostingEvent, PostingOnDuty } from '../../domain/posting/posting.ts';
import { NO_LOCAL_POLICY } from '../../domain/reference/workplace.ts';
import type { SocialWorker } from '../../domain/worker/social-worker.ts';
import type { DueFilter } from './ports.ts';
import type { Ports } from '../ports.ts';

type Deps = Pick<Ports, 'clock' | 'policies' | 'postings' | 'unitOfWork' | 'workers'>;

/** What a review changed. */
export interface ReviewFindings {
  readonly clocksStarted: number;
  readonly warningsIssued: number;
  readonly markedOverdue: number;
  readonly requirementsMet: number;
}

interface Due {
  readonly posting: PostingOnDuty;
  readonly worker: SocialWorker;
  /** The policy that rules on the day of the review. */
  readonly rule: CertificateRule;
}

/** PER-9 for one county, when its bureau asks. */
export const reviewCertificateDeadlines =
  (deps: Deps) =>
  async (countyCode: RegionCode, actor: Actor): Promise<ReviewFindings> => {
    mayKeepRecords(actor, countyCode);
    return reviewAll(deps, { countyCode, on: chinaDay(deps.clock.now()) });
  };

/** PER-9 for the whole nation, as the job does it. */
export const sweepCertificateDeadlines = (deps: Deps) => (): Promise<ReviewFindings> =>
  reviewAll(deps, { countyCode: null, on: chinaDay(deps.clock.now()) });

async function reviewAll(deps: Deps, filter: DueFilter): Promise<ReviewFindings> {
  const events: PostingEvent[] = [];
  await eachApart(dueIn(deps, filter), async (due) => {
    if (reviewed(due.posting, due, filter.on).events.length === 0) return;
    events.push(...(await reviewOne(deps, due, filter.on)));
  });
  return findingsOf(events);
}

async function* dueIn(deps: Deps, filter: DueFilter): AsyncGenerator<Due> {
  for await (const listed of pagesOf((page) => deps.postings.listDueForReview(filter, page)))
    yield* await withFacts(deps, listed, filter.on);
}

/** The facts of a page are read at once: on most postings nothing is due before the day on which they are eligible. */
async function withFacts(
  { workers, policies }: Deps,
  listed: readonly PostingOnDuty[],
  on: CalendarDate,
): Promise<readonly Due[]> {
  const holders = await workers.findMany(listed.map(({ workerId }) => workerId));
  const inForce = await policies.inForce(
    listed.map(({ countyCode }) => countyCode),
    on,
  );
  return listed.flatMap((posting, at) => {
    const worker = holders[at] ?? null;
    return worker === null ? [] : [{ posting, worker, rule: inForce[at] ?? NO_LOCAL_POLICY }];
  });
}

/** Each on its own and on its latest state, so that a conflict repeats one posting and not the page. */
function reviewOne(
  { postings, unitOfWork }: Deps,
  due: Due,
  on: CalendarDate,
): Promise<readonly PostingEvent[]> {
  return unitOfWork.run(async () => {
    const change = reviewed(await postings.get(due.posting.id), due, on);
    await postings.save(change);
    return change.events;
  });
}

function reviewed(posting: Posting, { worker, rule }: Due, on: CalendarDate) {
  const servingSince = posting.startedOn ?? on;
  const facts = certificateFacts(worker, posting.countyCode, servingSince);
  return review(posting, { ...facts, ...rule }, on);
}

function findingsOf(events: readonly PostingEvent[]): ReviewFindings {
  const count = (type: PostingEvent['type']): number => events.filter((event) => event.type === type).length;
  return {
    clocksStarted: count('certificate.clock-started'),
    warningsIssued: count('certificate.deadline-near'),
    markedOverdue: count('certificate.overdue'),
    requirementsMet: count('certificate.requirement-met'),
  };
}
