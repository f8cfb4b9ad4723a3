import { type Actor, expectVersion } from '@qianshou/kernel';
import { adoptPolicy, type CooperationScheme } from '../../domain/scheme/cooperation-scheme.ts';
import type { SchemeId } from '../../domain/ids.ts';
import type { SchemePolicy } from '../../domain/scheme/scheme-policy.ts';
import { mayChangeScheme } from '../../domain/scheme/policy.ts';
import { schemeKey } from '../reference/held-keys.ts';
import { onceRequest } from '../reference/once-request.ts';
import type { Ports } from '../ports.ts';

export interface AdoptSchemePolicyInput {
  readonly schemeId: SchemeId;
  readonly policy: SchemePolicy;
  readonly expectedVersion: number | null;
  readonly idempotencyKey: string;
}

type Deps = Pick<Ports, 'schemes' | 'unitOfWork'>;

export const adoptSchemePolicy =
  (ports: Deps) =>
  (input: AdoptSchemePolicyInput, actor: Actor): Promise<CooperationScheme> =>
    ports.unitOfWork.once(onceRequest('adoptSchemePolicy', actor, input), async () => {
      await ports.unitOfWork.hold(schemeKey(input.schemeId));
      const scheme = await ports.schemes.get(input.schemeId);
      mayChangeScheme(actor, scheme);
      expectVersion(scheme, input.expectedVersion);
      return ports.schemes.save(adoptPolicy(scheme, input.policy));
    });
