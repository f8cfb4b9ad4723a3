import type { Actor } from '@qianshou/kernel';
import type { PairingApplication } from '../../domain/application/pairing-application.ts';
import { mayDecide, mustSee } from '../../domain/application/policy.ts';
import type { ApplicationId } from '../../domain/ids.ts';
import type { Ports } from '../ports.ts';

/** What every step of an application says. */
export interface ApplicationStep {
  readonly applicationId: ApplicationId;
  readonly expectedVersion: number | null;
  readonly idempotencyKey: string;
}

export const onApplication = ({ applications }: Pick<Ports, 'applications'>) => ({
  load: ({ applicationId }: ApplicationStep) => applications.get(applicationId),
});

export function mayDecideOn(actor: Actor, application: PairingApplication): void {
  mustSee(actor, application);
  mayDecide(actor, application);
}
