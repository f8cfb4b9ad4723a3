import { type Actor, chinaDay, type Command, decision } from '@qianshou/kernel';
import type { PairingApplication } from '../../domain/application/pairing-application.ts';
import { mayRecommend, mustSee } from '../../domain/application/policy.ts';
import { recommend, type RecommendationOrder } from '../../domain/application/recommendation.ts';
import { type ApplicationStep, onApplication } from './application-decision.ts';
import type { Ports } from '../ports.ts';

type Deps = Pick<Ports, 'applications' | 'unitOfWork' | 'clock'>;

export interface RecommendApplicationInput extends ApplicationStep, RecommendationOrder {}

export const recommendApplication = (ports: Deps): Command<RecommendApplicationInput, PairingApplication> =>
  decision(ports.unitOfWork, {
    ...onApplication(ports),
    once: 'recommendPairingApplication',
    may: (actor: Actor, application: PairingApplication) => {
      mustSee(actor, application);
      mayRecommend(actor, application);
    },
    decide: (application, input: RecommendApplicationInput) =>
      recommend(application, input, chinaDay(ports.clock.now())),
    save: ports.applications.save,
  });
