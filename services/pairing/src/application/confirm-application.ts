import { type Actor, expectVersion } from '@qianshou/kernel';
import type { ApplicationId } from '../domain/ids.ts';
import { confirm, type SubmittedApplication } from '../domain/pairing-application.ts';
import { mayConfirm, mustSee } from '../domain/policy.ts';
import { onceRequest } from './once-request.ts';
import type { Ports } from './ports.ts';

type Deps = Pick<Ports, 'applications' | 'unitOfWork' | 'clock'>;

export interface ConfirmApplicationInput {
  readonly applicationId: ApplicationId;
  readonly expectedVersion: number | null;
  readonly idempotencyKey: string;
}

export const confirmApplication =
  ({ applications, unitOfWork, clock }: Deps) =>
  (input: ConfirmApplicationInput, actor: Actor): Promise<SubmittedApplication> =>
    unitOfWork.once(onceRequest('confirmPairingApplication', actor, input), async () => {
      const application = await applications.get(input.applicationId);
      mustSee(actor, application);
      mayConfirm(actor, application);
      expectVersion(application, input.expectedVersion);
      return applications.save(confirm(application, clock.now()));
    });
