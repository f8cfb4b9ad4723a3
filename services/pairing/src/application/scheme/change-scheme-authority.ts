import { type Command, decision, type Written } from '@qianshou/kernel';
import { changeAuthority, type CooperationScheme } from '../../domain/scheme/cooperation-scheme.ts';
import type { Authority } from '../../domain/scheme/scheme-authority.ts';
import type { Ports } from '../ports.ts';
import { onScheme, type SchemeTarget } from './scheme-decision.ts';

export interface ChangeSchemeAuthorityInput extends SchemeTarget {
  readonly authority: Written<Authority>;
}

type Deps = Pick<Ports, 'schemes' | 'unitOfWork'>;

export const changeSchemeAuthority = (ports: Deps): Command<ChangeSchemeAuthorityInput, CooperationScheme> =>
  decision(ports.unitOfWork, {
    ...onScheme(ports),
    once: 'changeSchemeAuthority',
    decide: (scheme, { authority }) => changeAuthority(scheme, authority),
    save: ports.schemes.save,
  });
