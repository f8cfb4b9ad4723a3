import { type Actor, expectVersion } from '@qianshou/kernel';
import type { ApplicationId } from '../../domain/ids.ts';
import { reject, requirePending } from '../../domain/application/application-decision.ts';
import type { RejectedApplication } from '../../domain/application/pairing-application.ts';
import { mayDecide, mustSee } from '../../domain/application/policy.ts';
import { onceRequest } from '../reference/once-request.ts';
import type { Ports } from '../ports.ts';

type Deps = Pick<Ports, 'applications' | 'unitOfWork' | 'clock'>;

export interface RejectApplicationInput {
  readonly applicationId: ApplicationId;
  readonly reviewOpinion: string;
  readonly expectedVersion: number | null;
  readonly idempotencyKey: string;
}

export const rejectApplication =
  ({ applications, unitOfWork, clock }: Deps) =>
  (input: RejectApplicationInput, actor: Actor): Promise<RejectedApplication> =>
    unitOfWork.once(onceRequest('rejectPairingApplication', actor, input), async () => {
      const application = await applications.get(input.applicationId);
      mustSee(actor, application);
      mayDecide(actor, application);
      expectVersion(application, input.expectedVersion);
      return applications.save(reject(requirePending(application), input.reviewOpinion, clock.now()));
    });
