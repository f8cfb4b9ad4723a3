import { type Actor, chinaDay, onceRequest } from '@qianshou/kernel';
import {
  type CooperationScheme,
  openScheme,
  type SchemeOpening,
} from '../../domain/scheme/cooperation-scheme.ts';
import { refuseUndecided } from '../../domain/scheme/decided-on.ts';
import { mayOpenScheme } from '../../domain/scheme/policy.ts';
import type { Ports } from '../ports.ts';

type Deps = Pick<Ports, 'clock' | 'schemes' | 'unitOfWork' | 'newId'>;

export interface OpenSchemeInput extends Omit<SchemeOpening, 'id'> {
  readonly idempotencyKey: string;
}

export const openCooperationScheme =
  ({ clock, schemes, unitOfWork, newId }: Deps) =>
  async (input: OpenSchemeInput, actor: Actor): Promise<CooperationScheme> => {
    mayOpenScheme(actor, input);
    refuseUndecided(input.decidedOn ?? null, chinaDay(clock.now()));
    return unitOfWork.once(onceRequest('openCooperationScheme', actor, input), () =>
      schemes.save(openScheme({ ...input, id: newId('sch') })),
    );
  };
