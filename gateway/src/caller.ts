import { PUBLIC_ACTOR, type Actor } from '@qianshou/kernel';
import { encodeIdentity, type EncodedIdentity, type Language } from '@qianshou/service-kit/identity';

/** Who asks, and the header that tells each subgraph so: made once for as long as the caller stays the same. */
export interface Caller {
  readonly actor: Actor;
  readonly identity: (language: Language) => EncodedIdentity;
}

export function callerOf(actor: Actor): Caller {
  const encoded: Partial<Record<Language, EncodedIdentity>> = {};
  return { actor, identity: (language) => (encoded[language] ??= encodeIdentity({ actor, language })) };
}

export const PUBLIC_CALLER = callerOf(PUBLIC_ACTOR);
