import type { Actor } from '@qianshou/kernel';
import { mask, type PersonalField } from '../../domain/worker/personal-data.ts';
import { seesPersonalData } from '../../domain/worker/policy.ts';
import { sealedField, type SocialWorker } from '../../domain/worker/social-worker.ts';
import type { Ports } from '../ports.ts';

/** PER-16: numbers are always masked; a name stands in full, and the year of birth beside it, for those near the person. */
export const showPersonalField =
  ({ vault }: Pick<Ports, 'vault'>) =>
  (worker: SocialWorker, field: PersonalField, actor: Actor): string | null => {
    const sealed = sealedField(worker, field);
    if (sealed === null) return null;
    const value = vault.open({ workerId: worker.id, field }, sealed);
    const near = seesPersonalData(actor, worker);
    return field === 'NAME' && near ? value : mask(field, value, near);
  };
