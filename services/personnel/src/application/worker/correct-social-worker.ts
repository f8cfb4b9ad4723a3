import { type Actor, chinaDay, type Command, decision, type Grounds, mayPutRight } from '@qianshou/kernel';
import { workerStillPosted } from '../../domain/worker/errors.ts';
import { openCase } from '../../domain/worker/identity-case.ts';
import { idNumber, type IdNumber, type PersonName, type Phone } from '../../domain/worker/personal-data.ts';
import { requireWorkingAge } from '../../domain/worker/possible-life.ts';
import { mayKeepIn, rightOfPerson } from '../../domain/worker/policy.ts';
import { agreeOnBirth, type SocialWorker } from '../../domain/worker/social-worker.ts';
import type { PersonFacts } from '../../domain/worker/person-facts.ts';
import { correctPerson, type RightFacts } from '../../domain/worker/worker-correction.ts';
import type { WorkerId } from '../../domain/ids.ts';
import type { Ports } from '../ports.ts';
import { seenWorker } from '../reference/seen.ts';
import { countingRefusals } from './counting-refusals.ts';
import { heldElsewhere } from './held-elsewhere.ts';
import { requireEmployer } from './require-employer.ts';

/** What is right, of what was wrong; a phone that is no more is null. */
export interface SaidOfPerson extends Partial<Omit<PersonFacts, 'idNumber' | 'name' | 'phone'>> {
  readonly name?: PersonName;
  readonly phone?: Phone | null;
  readonly idNumber?: IdNumber;
}

export interface CorrectSocialWorkerInput extends Grounds {
  readonly workerId: WorkerId;
  readonly expectedVersion: number | null;
  readonly right: SaidOfPerson;
}

export interface CorrectingPorts extends Ports {
  /** The person, and what follows on posts and clocks. */
  readonly keepPerson: (change: ReturnType<typeof correctPerson>) => Promise<SocialWorker>;
}

/** PER-16: the person stays the same; that a number is known elsewhere is a case for the bureau that keeps it. */
export const correctSocialWorker =
  (deps: CorrectingPorts): Command<CorrectSocialWorkerInput, SocialWorker> =>
  (input, actor) =>
    countingRefusals(deps, 'correctSocialWorker', actor, () => corrected(deps)(input, actor));

interface Made {
  readonly change: ReturnType<typeof correctPerson>;
  readonly elsewhere: readonly SocialWorker[];
}

const corrected = (deps: CorrectingPorts) => {
  const today = () => chinaDay(deps.clock.now());
  return decision<CorrectSocialWorkerInput, SocialWorker, Made, SocialWorker>(deps.unitOfWork, {
    load: ({ workerId }, actor) => seenWorker(deps.workers, workerId, actor),
    may: (actor, worker) => mayPutRight(actor, rightOfPerson(worker, { actor, today: today() })),
    decide: async (worker, { right, reason, evidence }, actor) => {
      const change = correctPerson(worker, sealed(deps, worker, right), { reason, evidence, today: today() });
      await requireRight(deps, worker, change.state, actor);
      agreeOnBirth(change.state.birthYear, right.idNumber ?? numberOf(deps, worker), today());
      const elsewhere = await othersWith(deps, worker, change.state, actor);
      return { change, elsewhere };
    },
    save: async ({ change, elsewhere }) => {
      const saved = await deps.keepPerson(change);
      for (const kept of elsewhere) {
        const id = deps.newId('idc');
        await deps.identityCases.save(openCase(id, 'ID_NUMBER', [kept, saved], today()));
      }
      return saved;
    },
  });
};

type Deps = CorrectingPorts;

/** What says the same as before is left out: sealed anew it would look like a change. */
function sealed({ vault }: Deps, worker: SocialWorker, right: SaidOfPerson): RightFacts {
  const { name, phone, idNumber: number, ...open } = right;
  const { id: workerId } = worker;
  const saysSame = (field: 'ID_NUMBER' | 'NAME' | 'PHONE', known: SocialWorker['phone'], value: string) =>
    known !== null && vault.open({ workerId, field }, known) === value;
  const isNew = number !== undefined && !saysSame('ID_NUMBER', worker.idNumber, number);
  return {
    ...open,
    ...(name === undefined || saysSame('NAME', worker.name, name)
      ? {}
      : { name: vault.seal({ workerId, field: 'NAME' }, name) }),
    ...phoneOf(phone),
    ...(isNew
      ? {
          idNumber: vault.seal({ workerId, field: 'ID_NUMBER' }, number),
          idNumberIndex: vault.indexOf(number),
        }
      : {}),
  };

  function phoneOf(said: Phone | null | undefined): Pick<RightFacts, 'phone'> {
    if (said === undefined) return {};
    if (said === null) return { phone: null };
    if (saysSame('PHONE', worker.phone, said)) return {};
    return { phone: vault.seal({ workerId, field: 'PHONE' }, said) };
  }
}

function numberOf({ vault }: Deps, { id: workerId, idNumber: known }: SocialWorker): IdNumber | null {
  return known === null ? null : idNumber(vault.open({ workerId, field: 'ID_NUMBER' }, known));
}

async function requireRight(
  deps: Deps,
  worker: SocialWorker,
  right: SocialWorker,
  actor: Actor,
): Promise<void> {
  if (right.birthYear !== worker.birthYear) {
    const posts = await deps.postings.listFullTimeEver(worker.id);
    for (const { startedOn } of posts) {
      if (startedOn !== null) requireWorkingAge(right.birthYear, startedOn);
    }
  }
  if (right.countyCode === worker.countyCode) return;
  mayKeepIn(actor, right);
  const [posts = []] = await deps.postings.findPresent([worker.id]);
  const [post] = posts;
  if (post !== undefined) throw workerStillPosted({ countyCode: post.countyCode });
  await requireEmployer(deps, right, actor);
}

async function othersWith(
  deps: Deps,
  worker: SocialWorker,
  right: SocialWorker,
  actor: Actor,
): Promise<readonly SocialWorker[]> {
  if (right.idNumberIndex === worker.idNumberIndex) return [];
  return heldElsewhere(deps, right.idNumberIndex, actor);
}
