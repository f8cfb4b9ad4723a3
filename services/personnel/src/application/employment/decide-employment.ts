import { type Actor, type CalendarDate, type Command, decision } from '@qianshou/kernel';
import {
  isOfferedTo,
  mayOfferTransfer,
  mayRecordEmployment,
  mayTakeTransfer,
} from '../../domain/employment/actions.ts';
import { employmentNotFound } from '../../domain/employment/errors.ts';
import {
  confirmTransfer,
  declineTransfer,
  employmentDecisions,
  endEmployment as end,
  offerTransfer,
} from '../../domain/employment/employments.ts';
import type { EmploymentId } from '../../domain/ids.ts';
import type { EmploymentFacts, TransferOffer } from '../../domain/worker/employment.ts';
import { workerNotFound } from '../../domain/worker/errors.ts';
import { mayCertify, rightOfEntry, visibleWorker } from '../../domain/worker/policy.ts';
import type { SocialWorker } from '../../domain/worker/social-worker.ts';
import {
  correcting,
  type EntryKind,
  type EntryPorts,
  fresh,
  onWorker,
  striking,
  type Told,
  type WorkerTarget,
} from '../qualification/life-entry.ts';
import { todayOf } from '../reference/today-of.ts';
import type { Ports } from '../ports.ts';
import { requireEmployer } from '../worker/require-employer.ts';

export interface RecordEmploymentInput extends WorkerTarget {
  readonly employment: EmploymentFacts;
}

export interface EndEmploymentInput extends WorkerTarget {
  readonly id: EmploymentId;
  readonly employedTo: CalendarDate;
}

export interface OfferTransferInput extends WorkerTarget {
  readonly offer: TransferOffer;
}

export type EmploymentPorts = EntryPorts & Pick<Ports, 'agencies' | 'centres' | 'stations'>;

export const recordEmployment = (deps: EmploymentPorts): Command<RecordEmploymentInput, SocialWorker> =>
  decision<RecordEmploymentInput, SocialWorker, Told, SocialWorker>(deps.unitOfWork, {
    ...onWorker(deps),
    may: (actor, worker, { employment }) => mayRecordEmployment(actor, worker, employment),
    decide: async (worker, { employment }, actor) => {
      await requireTaken(deps, worker, employment, actor);
      const entry = { id: deps.newId('emp'), ...employment, ...fresh(deps, worker, actor) };
      return employmentDecisions.record(worker, entry, todayOf(deps));
    },
  });

/** Who is employed from now on is so where the agency is at home or operates; what is over is history. */
async function requireTaken(
  deps: EmploymentPorts,
  { countyCode }: SocialWorker,
  { agencyId: employerAgencyId, employedTo }: EmploymentFacts,
  actor: Actor,
): Promise<void> {
  if (employedTo === null) await requireEmployer(deps, { employerAgencyId, countyCode }, actor);
  else await deps.agencies.get(employerAgencyId);
}

export const endEmployment = (deps: EmploymentPorts): Command<EndEmploymentInput, SocialWorker> =>
  decision<EndEmploymentInput, SocialWorker, Told, SocialWorker>(deps.unitOfWork, {
    ...onWorker(deps),
    may: mayCertify,
    decide: (worker, { id, employedTo }) => end(worker, id, employedTo, todayOf(deps)),
  });

export const offerEmploymentTransfer = (deps: EmploymentPorts): Command<OfferTransferInput, SocialWorker> =>
  decision<OfferTransferInput, SocialWorker, Told, SocialWorker>(deps.unitOfWork, {
    ...onWorker(deps),
    may: mayOfferTransfer,
    decide: async (worker, { offer }) => {
      await deps.agencies.get(offer.toAgencyId);
      return offerTransfer(worker, offer, todayOf(deps));
    },
  });

/** The agency that somebody is offered to answers of them, and learns of nobody else whether there is such a person. */
const onOffered = (deps: EmploymentPorts) => ({
  ...onWorker(deps),
  load: async ({ workerId: id }: WorkerTarget, actor: Actor): Promise<SocialWorker> => {
    const worker = await deps.workers.find(id);
    const seen = worker !== null && isOfferedTo(actor, worker) ? worker : visibleWorker(actor, worker);
    if (seen === null) throw workerNotFound({ id });
    return seen;
  },
  may: mayTakeTransfer,
});

export const confirmEmploymentTransfer = (deps: EmploymentPorts): Command<WorkerTarget, SocialWorker> =>
  decision<WorkerTarget, SocialWorker, Told, SocialWorker>(deps.unitOfWork, {
    ...onOffered(deps),
    decide: async (worker, _input, actor) => {
      const { countyCode, transferOffer } = worker;
      const employerAgencyId = transferOffer?.toAgencyId ?? null;
      await requireEmployer(deps, { employerAgencyId, countyCode }, actor);
      const entry = { id: deps.newId('emp'), ...fresh(deps, { ...worker, employerAgencyId }, actor) };
      return confirmTransfer(worker, entry, todayOf(deps));
    },
  });

export const declineEmploymentTransfer = (deps: EmploymentPorts): Command<WorkerTarget, SocialWorker> =>
  decision<WorkerTarget, SocialWorker, Told, SocialWorker>(deps.unitOfWork, {
    ...onOffered(deps),
    decide: (worker) => declineTransfer(worker),
  });

const employments: EntryKind<EmploymentId, EmploymentFacts> = {
  ...employmentDecisions,
  missing: employmentNotFound,
  right: (worker, { recorded }, asking) => rightOfEntry(worker, recorded, asking),
};

export const strikeEmployment = striking(employments);
export const correctEmployment = correcting(employments);
