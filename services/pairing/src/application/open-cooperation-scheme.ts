import type { Actor } from '@qianshou/kernel';
import { type CooperationScheme, openScheme, type SchemeOpening } from '../domain/cooperation-scheme.ts';
import { mayOpenScheme } from '../domain/policy.ts';
import { onceRequest } from './once-request.ts';
import type { Ports } from './ports.ts';

type Deps = Pick<Ports, 'schemes' | 'unitOfWork' | 'newId'>;

export interface OpenSchemeInput extends Omit<SchemeOpening, 'id'> {
  readonly idempotencyKey: string;
}

export const openCooperationScheme =
  ({ schemes, unitOfWork, newId }: Deps) =>
  (input: OpenSchemeInput, actor: Actor): Promise<CooperationScheme> =>
    unitOfWork.once(onceRequest('openCooperationScheme', actor, input), async () => {
      mayOpenScheme(actor, input);
      return schemes.save(openScheme({ ...input, id: newId('sch') }));
    });
