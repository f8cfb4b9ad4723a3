import { addDays, type CalendarDate, type Change } from '@qianshou/kernel';
import type { EmploymentId } from '../ids.ts';
import {
  type Employment,
  type EmploymentFacts,
  employmentsOf,
  openOffer,
  type TransferOffer,
} from '../worker/employment.ts';
import { decisionsOn } from '../worker/life-facts.ts';
import { isOfWorkingAge } from '../worker/possible-life.ts';
import type { SocialWorker, WorkerEvent } from '../worker/social-worker.ts';
import {
  employmentDaysImplausible,
  employmentEndedAlready,
  employmentNotFound,
  employmentNotOpen,
  employmentOpenAlready,
  employmentOverlaps,
  transferNotOffered,
  transferToTheSame,
} from './errors.ts';

type Told = Change<SocialWorker, WorkerEvent>;

const decisions = decisionsOn<EmploymentFacts, Employment>({
  fact: 'EMPLOYMENT',
  of: employmentsOf,
  keep: (worker, employments) => ({
    ...worker,
    employments,
    employerAgencyId: openOf(employments)?.agencyId ?? null,
  }),
  facts: ({ agencyId, kind, employedFrom, employedTo }) => ({ agencyId, kind, employedFrom, employedTo }),
  judge: requirePossible,
  notFound: employmentNotFound,
});

/** What an employment changes of who employs the person is told to whoever keeps a copy of it. */
export const employmentDecisions = {
  find: decisions.find,
  record: (worker: SocialWorker, entry: Employment, today: CalendarDate): Told =>
    told(worker, decisions.record(worker, entry, today)),
  strike: (worker: SocialWorker, ...asked: Rest<typeof decisions.strike>): Told =>
    told(worker, decisions.strike(worker, ...asked)),
  correct: (worker: SocialWorker, ...asked: Rest<typeof decisions.correct>): Told =>
    told(worker, decisions.correct(worker, ...asked)),
};

type Rest<Decide> = Decide extends (worker: SocialWorker, ...rest: infer Asked) => Told ? Asked : never;

export function endEmployment(
  worker: SocialWorker,
  id: EmploymentId,
  employedTo: CalendarDate,
  today: CalendarDate,
): Told {
  return told(worker, ended(worker, id, employedTo, today));
}

function ended(worker: SocialWorker, id: EmploymentId, employedTo: CalendarDate, today: CalendarDate): Told {
  const { state, events } = decisions.amend(worker, id, today, (employment) => {
    if (employment.employedTo !== null) throw employmentEndedAlready({ employedTo: employment.employedTo });
    return { ...employment, employedTo };
  });
  return { state: { ...state, transferOffer: null }, events };
}

/** The agency that employs somebody lets them go to another, from a day on; nothing changes until that one confirms. */
export function offerTransfer(worker: SocialWorker, offer: TransferOffer, today: CalendarDate): Told {
  const open = openEmployment(worker);
  if (open.agencyId === offer.toAgencyId) throw transferToTheSame();
  if (offer.on <= open.employedFrom || offer.on > today) {
    throw employmentDaysImplausible({ employedFrom: open.employedFrom, employedTo: addDays(offer.on, -1) });
  }
  return {
    state: { ...worker, transferOffer: offer },
    events: [{ type: 'worker.transfer-offered', ...moveOf(worker, offer) }],
  };
}

/** The other agency confirms: the one employment ends on the day before, and the other begins. */
export function confirmTransfer(
  worker: SocialWorker,
  entry: Omit<Employment, keyof EmploymentFacts>,
  today: CalendarDate,
): Told {
  const offer = openOffer(worker);
  if (offer === null) throw transferNotOffered();
  const open = openEmployment(worker);
  const over = ended(worker, open.id, addDays(offer.on, -1), today);
  const begins = { agencyId: offer.toAgencyId, kind: offer.kind, employedFrom: offer.on, employedTo: null };
  const begun = decisions.record(over.state, { ...entry, ...begins }, today);
  return told(worker, {
    state: { ...begun.state, transferOffer: { ...offer, answer: 'CONFIRMED' } },
    events: [...over.events, ...begun.events],
  });
}

export function declineTransfer(worker: SocialWorker): Told {
  const offer = openOffer(worker);
  if (offer === null) throw transferNotOffered();
  return {
    state: { ...worker, transferOffer: { ...offer, answer: 'DECLINED' } },
    events: [{ type: 'worker.transfer-declined', ...moveOf(worker, offer) }],
  };
}

function openEmployment(worker: SocialWorker): Employment {
  const open = openOf(employmentsOf(worker));
  if (open === null) throw employmentNotOpen();
  return open;
}

function openOf(employments: readonly Employment[]): Employment | null {
  return employments.find(({ struck, employedTo }) => struck === null && employedTo === null) ?? null;
}

function moveOf(
  { id: workerId, countyCode, employerAgencyId }: SocialWorker,
  { toAgencyId, on }: TransferOffer,
) {
  return { workerId, countyCode, fromAgencyId: employerAgencyId, toAgencyId, on };
}

function told(before: SocialWorker, { state, events }: Told): Told {
  const { id: workerId, countyCode, employerAgencyId } = state;
  if (employerAgencyId === before.employerAgencyId) return { state, events };
  const changed = { type: 'worker.employer-changed', workerId, countyCode, employerAgencyId } as const;
  return { state, events: [...events, { ...changed, employerBefore: before.employerAgencyId }] };
}

function requirePossible(
  worker: SocialWorker,
  facts: EmploymentFacts & { readonly id?: EmploymentId },
  today: CalendarDate,
): void {
  const { employedFrom, employedTo } = facts;
  const last = employedTo ?? today;
  const possible = isOfWorkingAge(worker.birthYear, employedFrom) && employedFrom <= last && last <= today;
  if (!possible) throw employmentDaysImplausible({ employedFrom, employedTo: last });
  const others = employmentsOf(worker).filter(({ id, struck }) => id !== facts.id && struck === null);
  const open = others.find((each) => each.employedTo === null);
  if (employedTo === null && open !== undefined)
    throw employmentOpenAlready({ employedFrom: open.employedFrom });
  const beside = others.find(
    (each) => each.employedFrom <= last && employedFrom <= (each.employedTo ?? today),
  );
  if (beside !== undefined) throw employmentOverlaps({ employedFrom: beside.employedFrom });
}
