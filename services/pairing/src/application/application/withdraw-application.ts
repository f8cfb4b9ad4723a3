import { type Actor, expectVersion } from '@qianshou/kernel';
import { withdraw } from '../../domain/application/application-decision.ts';
import type { WithdrawnApplication } from '../../domain/application/pairing-application.ts';
import { mayWithdraw, mustSee } from '../../domain/application/policy.ts';
import type { ApplicationStep } from './confirm-application.ts';
import { onceRequest } from '../reference/once-request.ts';
import type { Ports } from '../ports.ts';

export const withdrawApplication =
  ({ applications, unitOfWork }: Pick<Ports, 'applications' | 'unitOfWork'>) =>
  (input: ApplicationStep, actor: Actor): Promise<WithdrawnApplication> =>
    unitOfWork.once(onceRequest('withdrawPairingApplication', actor, input), async () => {
      const application = await applications.get(input.applicationId);
      mustSee(actor, application);
      mayWithdraw(actor, application);
      expectVersion(application, input.expectedVersion);
      return applications.save(withdraw(application));
    });
