import type { Actor } from '@qianshou/kernel';
import type { IdNumber } from '../../domain/worker/personal-data.ts';
import { readAs } from '../../domain/worker/reading.ts';
import { canLookUp } from '../../domain/worker/policy.ts';
import type { SocialWorker } from '../../domain/worker/social-worker.ts';
import type { Ports } from '../ports.ts';

type Deps = Pick<Ports, 'budget' | 'clock' | 'disclosures' | 'unitOfWork' | 'vault' | 'workers'>;

/** Looks up by the blind index: no stored number is opened, and nobody learns of workers they do not keep. Counted. */
export const findWorkerByIdNumber =
  ({ workers, vault, budget, disclosures, unitOfWork, clock }: Deps) =>
  async (number: IdNumber, actor: Actor): Promise<SocialWorker | null> => {
    await budget.spend(actor);
    return unitOfWork.run(async () => {
      const holders = await workers.listByIdNumber(vault.indexOf(number));
      const found = holders.find((holder) => canLookUp(actor, holder)) ?? null;
      const { subject } = actor;
      const read = found === null ? {} : readAs(actor, found);
      const workerId = found?.id ?? null;
      await disclosures.append({ kind: 'LOOK_UP', ...read, subject, workerId, at: clock.now() });
      return found;
    });
  };
