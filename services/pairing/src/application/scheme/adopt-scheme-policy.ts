import { type Command, decision } from '@qianshou/kernel';
import { adoptPolicy, type CooperationScheme } from '../../domain/scheme/cooperation-scheme.ts';
import type { SchemePolicy } from '../../domain/scheme/scheme-policy.ts';
import type { Ports } from '../ports.ts';
import { onScheme, type SchemeTarget } from './scheme-decision.ts';

export interface AdoptSchemePolicyInput extends SchemeTarget {
  readonly policy: SchemePolicy;
}

type Deps = Pick<Ports, 'schemes' | 'unitOfWork'>;

export const adoptSchemePolicy = (ports: Deps): Command<AdoptSchemePolicyInput, CooperationScheme> =>
  decision(ports.unitOfWork, {
    ...onScheme(ports),
    once: 'adoptSchemePolicy',
    decide: (scheme, { policy }) => adoptPolicy(scheme, policy),
    save: ports.schemes.save,
  });
