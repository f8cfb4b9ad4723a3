import type { Actor } from '@qianshou/kernel';
import {
  type CooperationScheme,
  openScheme,
  type SchemeOpening,
} from '../../domain/scheme/cooperation-scheme.ts';
import { mayOpenScheme } from '../../domain/scheme/policy.ts';
import { onceRequest } from '../reference/once-request.ts';
import type { Ports } from '../ports.ts';

type Deps = Pick<Ports, 'schemes' | 'unitOfWork' | 'newId'>;

export interface OpenSchemeInput extends Omit<SchemeOpening, 'id'> {
  readonly idempotencyKey: string;
}

export const openCooperationScheme =
  ({ schemes, unitOfWork, newId }: Deps) =>
  async (input: OpenSchemeInput, actor: Actor): Promise<CooperationScheme> => {
    mayOpenScheme(actor, input);
    return unitOfWork.once(onceRequest('openCooperationScheme', actor, input), () =>
      schemes.save(openScheme({ ...input, id: newId('sch') })),
    );
  };
