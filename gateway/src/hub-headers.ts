import {
  CORRELATION_HEADER,
  DEADLINE_HEADER,
  IDENTITY_HEADER,
  type Language,
  languageTag,
  SIGNATURE_HEADER,
  type SignIdentity,
} from '@qianshou/service-kit/identity';
import type { Caller } from './caller.ts';

export interface AskedOfHub {
  /** With its query, as it is sent. */
  readonly path: string;
  readonly caller: Caller;
  readonly correlationId: string;
  readonly language: Language;
  /** Milliseconds until the answer has to begin. */
  readonly within: number;
}

/** What tells the hub, beside its graph, in whose name it is asked, in which language, until when. */
export function hubHeaders(
  sign: SignIdentity,
  { path, caller, correlationId, language, within }: AskedOfHub,
): Readonly<Record<string, string>> {
  const identity = caller.identity(language);
  const envelope = { deadline: Date.now() + within, correlationId, traceparent: null };
  return {
    'accept-language': languageTag(language),
    [IDENTITY_HEADER]: identity.header,
    [SIGNATURE_HEADER]: sign({ method: 'GET', path, body: '', identity, envelope }),
    [CORRELATION_HEADER]: correlationId,
    [DEADLINE_HEADER]: String(envelope.deadline),
  };
}
