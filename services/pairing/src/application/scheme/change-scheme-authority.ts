import { type Actor, expectVersion, type Written } from '@qianshou/kernel';
import { changeAuthority, type CooperationScheme } from '../../domain/scheme/cooperation-scheme.ts';
import type { SchemeId } from '../../domain/ids.ts';
import type { Authority } from '../../domain/scheme/scheme-authority.ts';
import { mayChangeScheme } from '../../domain/scheme/policy.ts';
import { schemeKey } from '../reference/held-keys.ts';
import { onceRequest } from '../reference/once-request.ts';
import type { Ports } from '../ports.ts';

export interface ChangeSchemeAuthorityInput {
  readonly schemeId: SchemeId;
  readonly authority: Written<Authority>;
  readonly expectedVersion: number | null;
  readonly idempotencyKey: string;
}

type Deps = Pick<Ports, 'schemes' | 'unitOfWork'>;

export const changeSchemeAuthority =
  (ports: Deps) =>
  (input: ChangeSchemeAuthorityInput, actor: Actor): Promise<CooperationScheme> =>
    ports.unitOfWork.once(onceRequest('changeSchemeAuthority', actor, input), async () => {
      await ports.unitOfWork.hold(schemeKey(input.schemeId));
      const scheme = await ports.schemes.get(input.schemeId);
      mayChangeScheme(actor, scheme);
      expectVersion(scheme, input.expectedVersion);
      return ports.schemes.save(changeAuthority(scheme, input.authority));
    });
