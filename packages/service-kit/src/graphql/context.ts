import type { Actor } from '@qianshou/kernel';
import type { Language } from '../identity/index.ts';

/** What every resolver gets; a service adds its own use cases and its own loaders, made anew for each request. */
export interface SubgraphContext<UseCases, Loaders> {
  readonly actor: Actor;
  readonly language: Language;
  readonly useCases: UseCases;
  readonly loaders: Loaders;
}
