import { type Actor, expectVersion } from '@qianshou/kernel';
import { beginReview } from '../../domain/application/application-decision.ts';
import type { ReviewedApplication } from '../../domain/application/pairing-application.ts';
import { mayDecide, mustSee } from '../../domain/application/policy.ts';
import type { ApplicationStep } from './confirm-application.ts';
import { onceRequest } from '../reference/once-request.ts';
import type { Ports } from '../ports.ts';

export const reviewApplication =
  ({ applications, unitOfWork }: Pick<Ports, 'applications' | 'unitOfWork'>) =>
  (input: ApplicationStep, actor: Actor): Promise<ReviewedApplication> =>
    unitOfWork.once(onceRequest('beginPairingApplicationReview', actor, input), async () => {
      const application = await applications.get(input.applicationId);
      mustSee(actor, application);
      mayDecide(actor, application);
      expectVersion(application, input.expectedVersion);
      return applications.save(beginReview(application));
    });
