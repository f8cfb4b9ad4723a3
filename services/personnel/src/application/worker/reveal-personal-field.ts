import type { Actor, PublicText } from '@qianshou/kernel';
import { personalFieldAbsent } from '../../domain/worker/errors.ts';
import type { WorkerId } from '../../domain/ids.ts';
import type { PersonalField } from '../../domain/worker/personal-data.ts';
import { readAs, type RevealPurpose } from '../../domain/worker/reading.ts';
import { mayReveal } from '../../domain/worker/policy.ts';
import { sealedField, type SocialWorker } from '../../domain/worker/social-worker.ts';
import type { Ports } from '../ports.ts';
import { seenWorker } from '../reference/seen.ts';

type Deps = Pick<Ports, 'budget' | 'clock' | 'disclosures' | 'unitOfWork' | 'vault' | 'workers'>;

export interface RevealPersonalFieldInput {
  readonly workerId: WorkerId;
  readonly field: PersonalField;
  readonly purposeKind: RevealPurpose;
  readonly purpose: PublicText;
}

export interface RevealedField {
  readonly worker: SocialWorker;
  readonly value: string;
}

/** The value is handed out only once the entry that says so is committed: both, or neither. */
export const revealPersonalField =
  ({ workers, disclosures, budget, vault, unitOfWork, clock }: Deps) =>
  async (
    { workerId, field, purposeKind, purpose }: RevealPersonalFieldInput,
    actor: Actor,
  ): Promise<RevealedField> => {
    await budget.spend(actor);
    return unitOfWork.run(async () => {
      const worker = await seenWorker(workers, workerId, actor);
      mayReveal(actor, worker);
      const sealed = sealedField(worker, field);
      if (sealed === null) throw personalFieldAbsent({ field });
      const { subject } = actor;
      const read = { ...readAs(actor, worker), workerId, field, purposeKind, purpose };
      await disclosures.append({ kind: 'DISCLOSURE', ...read, subject, at: clock.now() });
      return { worker, value: vault.open({ workerId, field }, sealed) };
    });
  };
