import { type Command, decision } from '@qianshou/kernel';
import { beginReview } from '../../domain/application/application-decision.ts';
import type { ReviewedApplication } from '../../domain/application/pairing-application.ts';
import { type ApplicationStep, mayDecideOn, onApplication } from './application-decision.ts';
import type { Ports } from '../ports.ts';

type Deps = Pick<Ports, 'applications' | 'unitOfWork'>;

export const reviewApplication = (ports: Deps): Command<ApplicationStep, ReviewedApplication> =>
  decision(ports.unitOfWork, {
    ...onApplication(ports),
    once: 'beginPairingApplicationReview',
    may: mayDecideOn,
    decide: (application) => beginReview(application),
    save: ports.applications.save,
  });
