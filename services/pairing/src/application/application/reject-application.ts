import { type Command, decision } from '@qianshou/kernel';
import { reject, requirePending } from '../../domain/application/application-decision.ts';
import type { RejectedApplication } from '../../domain/application/pairing-application.ts';
import { type ApplicationStep, mayDecideOn, onApplication } from './application-decision.ts';
import type { Ports } from '../ports.ts';

type Deps = Pick<Ports, 'applications' | 'unitOfWork' | 'clock'>;

export interface RejectApplicationInput extends ApplicationStep {
  readonly reviewOpinion: string;
}

export const rejectApplication = (ports: Deps): Command<RejectApplicationInput, RejectedApplication> =>
  decision(ports.unitOfWork, {
    ...onApplication(ports),
    once: 'rejectPairingApplication',
    may: mayDecideOn,
    decide: (application, { reviewOpinion }) =>
      reject(requirePending(application), reviewOpinion, ports.clock.now()),
    save: ports.applications.save,
  });
