import { type Command, decision } from '@qianshou/kernel';
import { withdraw } from '../../domain/application/application-decision.ts';
import type { WithdrawnApplication } from '../../domain/application/pairing-application.ts';
import { mayWithdraw, mustSee } from '../../domain/application/policy.ts';
import { type ApplicationStep, onApplication } from './application-decision.ts';
import type { Ports } from '../ports.ts';

type Deps = Pick<Ports, 'applications' | 'unitOfWork'>;

export const withdrawApplication = (ports: Deps): Command<ApplicationStep, WithdrawnApplication> =>
  decision(ports.unitOfWork, {
    ...onApplication(ports),
    once: 'withdrawPairingApplication',
    may: (actor, application) => {
      mustSee(actor, application);
      mayWithdraw(actor, application);
    },
    decide: (application) => withdraw(application),
    save: ports.applications.save,
  });
