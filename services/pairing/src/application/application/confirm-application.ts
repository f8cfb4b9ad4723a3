import { chinaDay, type Command, decision, type Written } from '@qianshou/kernel';
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
import { type ApplicationStep, onApplication } from './application-decision.ts';
import type { Ports } from '../ports.ts';

type Deps = Pick<Ports, 'applications' | 'unitOfWork' | 'clock'>;

export interface ConfirmApplicationInput extends ApplicationStep {
  readonly consentDocuments: readonly Written<ConsentDocument>[];
}

export const confirmApplication = (ports: Deps): Command<ConfirmApplicationInput, SubmittedApplication> =>
  decision(ports.unitOfWork, {
    ...onApplication(ports),
    once: 'confirmPairingApplication',
    may: (actor, application) => {
      mustSee(actor, application);
      mayConfirm(actor, application);
    },
    decide: (application, { consentDocuments }, actor) => {
      const at = ports.clock.now();
      const papers = consentPapers(consentDocuments, chinaDay(at));
      if (speaksForAwaited(actor, application)) refusePapers(papers);
      else requirePaperOf(awaitedSide(application), papers);
      return confirm(application, at, papers);
    },
    save: ports.applications.save,
  });
