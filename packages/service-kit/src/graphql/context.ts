import type { Actor } from '@qianshou/kernel';
import type { AuditReader } from '../audit/audit-reader.ts';
import type { Language } from '../identity/language.ts';
import type { Work } from '../work/work.ts';

/** What every resolver gets; a service adds its own use cases and its own loaders, made anew for each request. */
export interface SubgraphContext<UseCases, Loaders> {
  readonly actor: Actor;
  readonly language: Language;
  /** Aborted once nobody waits for the answer any more. */
  readonly signal: AbortSignal;
  /** How much of the thread and of the time is left for the request; absent where nobody waits for it. */
  readonly work?: Work;
  /** What was done to what is asked for. */
  readonly audit: AuditReader;
  readonly useCases: UseCases;
  readonly loaders: Loaders;
}
