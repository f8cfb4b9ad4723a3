import {
  CORRELATION_HEADER,
  DEADLINE_HEADER,
  IDENTITY_HEADER,
  type Language,
  languageTag,
  SIGNATURE_HEADER,
  type SignIdentity,
  TRACE_HEADER,
} from '@qianshou/service-kit/identity';
import type { Caller } from './caller.ts';

interface Named {
  readonly caller: Caller;
  readonly language: Language;
  readonly correlationId: string;
}

export interface SignedCall extends Named {
  readonly method: 'GET' | 'POST';
  /** With its query, as it is sent. */
  readonly path: string;
  readonly body: string;
  readonly traceparent: string | null;
  /** Unix milliseconds after which nobody waits for the answer any more. */
  readonly deadline: number;
}

/** What tells a service in whose name it is asked, in which language, until when. */
export function signedHeaders(
  sign: SignIdentity,
  { method, path, body, caller, language, ...envelope }: SignedCall,
): Record<string, string> {
  const identity = caller.identity(language);
  const { correlationId, deadline, traceparent } = envelope;
  const headers: Record<string, string> = {
    'accept-language': languageTag(language),
    [IDENTITY_HEADER]: identity.header,
    [SIGNATURE_HEADER]: sign({ method, path, body, identity, envelope }),
    [CORRELATION_HEADER]: correlationId,
    [DEADLINE_HEADER]: String(deadline),
  };
  if (traceparent !== null) headers[TRACE_HEADER] = traceparent;
  return headers;
}

export interface AskedOfHub extends Named {
  /** With its query, as it is sent. */
  readonly path: string;
  /** Milliseconds until the answer has to begin. */
  readonly within: number;
}

/** The same of what the hub is asked beside its graph. */
export function hubHeaders(sign: SignIdentity, { within, ...asked }: AskedOfHub): Record<string, string> {
  const deadline = Date.now() + within;
  return signedHeaders(sign, { ...asked, method: 'GET', body: '', traceparent: null, deadline });
}
