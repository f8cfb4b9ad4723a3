import { type Command, decision } from '@qianshou/kernel';
import type { RegistrationId } from '../../domain/ids.ts';
import { mayRegisterCertificate, rightOfRegistration } from '../../domain/registration/actions.ts';
import { registrationNotFound } from '../../domain/registration/errors.ts';
import { registrationDecisions, requireInOrder } from '../../domain/registration/registrations.ts';
import type { RegistrationFacts } from '../../domain/worker/registration.ts';
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

export interface RecordRegistrationInput extends WorkerTarget {
  readonly registration: RegistrationFacts;
}

const inOrder = async (deps: EntryPorts, worker: SocialWorker, id: RegistrationId): Promise<void> => {
  const [credited = []] = await deps.creditedHours.ofWorkers([worker.id]);
  requireInOrder(worker, id, credited, todayOf(deps));
};

/** The first, or the next after three years: which one it is follows from what stands. */
export const recordRegistration = (deps: EntryPorts): Command<RecordRegistrationInput, SocialWorker> =>
  decision<RecordRegistrationInput, SocialWorker, Told, SocialWorker>(deps.unitOfWork, {
    ...onWorker(deps),
    may: mayRegisterCertificate,
    decide: async (worker, { registration }, actor) => {
      const entry = { id: deps.newId('rgn'), ...registration, ...fresh(deps, worker, actor) };
      const change = registrationDecisions.record(worker, entry, todayOf(deps));
      await inOrder(deps, change.state, entry.id);
      return change;
    },
  });

const registrations: EntryKind<RegistrationId, RegistrationFacts> = {
  ...registrationDecisions,
  missing: registrationNotFound,
  right: rightOfRegistration,
  check: inOrder,
};

export const strikeRegistration = striking(registrations);
export const correctRegistration = correcting(registrations);
