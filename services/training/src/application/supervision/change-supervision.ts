import {
  type Actor,
  chinaDay,
  type Command,
  correctionTimeIn,
  decision,
  type Grounds,
} from '@qianshou/kernel';
import { supervisionNotFound } from '../../domain/supervision/errors.ts';
import type { SupervisionId } from '../../domain/ids.ts';
import { reachOf } from '../../domain/policy.ts';
import {
  mayFollowUp,
  mayPutSupervisionRight,
  seesSupervision,
} from '../../domain/supervision/supervision-policy.ts';
import {
  correctSupervision as correct,
  followUp,
  type FollowUp,
  strikeSupervision as strike,
  type SupervisionSession,
  type Told,
} from '../../domain/supervision/supervision-session.ts';
import type { Ports } from '../ports.ts';

type Deps = Pick<Ports, 'policies' | 'supervisions' | 'unitOfWork' | 'clock'>;

export interface SupervisionChangeInput {
  readonly supervisionId: SupervisionId;
  readonly expectedVersion: number | null;
}

const onSupervision = ({ supervisions, ...deps }: Deps) => ({
  load: async ({ supervisionId: id }: SupervisionChangeInput, actor: Actor) => {
    const session = await supervisions.get(id);
    if (!seesSupervision(reachOf(actor), session)) throw supervisionNotFound({ id });
    return session;
  },
  may: async (actor: Actor, session: SupervisionSession) =>
    mayPutSupervisionRight(actor, session, await correctionTimeIn(deps, session.countyCode)),
});

export const followUpSupervision = (
  deps: Deps,
): Command<SupervisionChangeInput & { readonly done: FollowUp }, SupervisionSession> =>
  decision(deps.unitOfWork, {
    ...onSupervision(deps),
    may: (actor, session) => mayFollowUp(actor, session, reachOf(actor)),
    decide: (session, { done }) => followUp(session, done, chinaDay(deps.clock.now())),
    save: deps.supervisions.save,
  });

export const strikeSupervision = (
  deps: Deps,
): Command<SupervisionChangeInput & Grounds, SupervisionSession> =>
  decision(deps.unitOfWork, {
    ...onSupervision(deps),
    decide: (session, grounds) => strike(session, grounds, chinaDay(deps.clock.now())),
    save: deps.supervisions.save,
  });

export const correctSupervision = (
  deps: Deps,
): Command<SupervisionChangeInput & Grounds & { readonly corrected: Partial<Told> }, SupervisionSession> =>
  decision(deps.unitOfWork, {
    ...onSupervision(deps),
    decide: (session, { corrected, reason, evidence }) =>
      correct(session, corrected, { reason, evidence, today: chinaDay(deps.clock.now()) }),
    save: deps.supervisions.save,
  });
