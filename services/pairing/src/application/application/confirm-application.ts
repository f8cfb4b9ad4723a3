import { type Actor, chinaDay, expectVersion, type Written } from '@qianshou/kernel';
import type { ApplicationId } from '../../domain/ids.ts';
import {
  type ConsentDocument,
  consentPapers,
  refusePapers,
  requirePaperOf,
} from '../../domain/application/consent.ts';
import {
  awaitedSide,
  confirm,
  type SubmittedApplication,
} from '../../domain/application/pairing-application.ts';
import { mayConfirm, mustSee, speaksForAwaited } from '../../domain/application/policy.ts';
import { onceRequest } from '../reference/once-request.ts';
import type { Ports } from '../ports.ts';

type Deps = Pick<Ports, 'applications' | 'unitOfWork' | 'clock'>;

export interface ApplicationStep {
  readonly applicationId: ApplicationId;
  readonly expectedVersion: number | null;
  readonly idempotencyKey: string;
}

export interface ConfirmApplicationInput extends ApplicationStep {
  readonly consentDocuments: readonly Written<ConsentDocument>[];
}

export const confirmApplication =
  ({ applications, unitOfWork, clock }: Deps) =>
  (input: ConfirmApplicationInput, actor: Actor): Promise<SubmittedApplication> =>
    unitOfWork.once(onceRequest('confirmPairingApplication', actor, input), async () => {
      const application = await applications.get(input.applicationId);
      mustSee(actor, application);
      mayConfirm(actor, application);
      expectVersion(application, input.expectedVersion);
      const papers = consentPapers(input.consentDocuments, chinaDay(clock.now()));
      if (speaksForAwaited(actor, application)) refusePapers(papers);
      else requirePaperOf(awaitedSide(application), papers);
      return applications.save(confirm(application, clock.now(), papers));
    });
