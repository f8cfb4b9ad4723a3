import type { ErrorCode } from './error-code.ts';

/** `UNAVAILABLE`: the same request may succeed later. The other kinds stay refused until something is changed. */
export type RefusalKind = 'NOT_FOUND' | 'CONFLICT' | 'INVALID' | 'FORBIDDEN' | 'UNAVAILABLE' | 'FAULT';

/** One entry of `errors`, as every service of the graph shapes it. */
export interface Refusal {
  readonly code: ErrorCode;
  readonly kind: RefusalKind;
  /** For people, in the language that was asked for. */
  readonly message: string;
  /** What the message was filled from; `rule` names the rule of the domain that refused. */
  readonly details: Readonly<Record<string, unknown>>;
  /** The field that it concerns; none where the whole request was refused. */
  readonly path: readonly (string | number)[];
}

/**
 * What was refused, whichever client says so: the answer itself, `CombinedGraphQLErrors` of Apollo Client,
 * `CombinedError` of urql, `ClientError` of graphql-request, what `graphClient` was answered. None for anything else, a network that is away included.
 */
export function refusalsOf(thrown: unknown): readonly Refusal[] {
  if (isRecord(thrown) && Array.isArray(thrown['refusals'])) return thrown['refusals'] as Refusal[];
  return entriesOf(thrown).flatMap((entry) => {
    const refusal = asRefusal(entry);
    return refusal === null ? [] : [refusal];
  });
}

export function isRefusedWith(thrown: unknown, code: ErrorCode): boolean {
  return refusalsOf(thrown).some((refusal) => refusal.code === code);
}

/** Where each client keeps the entries of `errors`. */
function entriesOf(thrown: unknown): readonly unknown[] {
  if (!isRecord(thrown)) return [];
  const places = [
    thrown['errors'],
    thrown['graphQLErrors'],
    isRecord(thrown['response']) && thrown['response']['errors'],
  ];
  return places.find((place) => Array.isArray(place)) ?? [];
}

function asRefusal(entry: unknown): Refusal | null {
  if (!isRecord(entry) || !isRecord(entry['extensions'])) return null;
  const { code, kind, details } = entry['extensions'];
  if (typeof code !== 'string') return null;
  return {
    code: code as ErrorCode,
    kind: (typeof kind === 'string' ? kind : 'INVALID') as RefusalKind,
    message: String(entry['message']),
    details: isRecord(details) ? details : {},
    path: Array.isArray(entry['path']) ? (entry['path'] as (string | number)[]) : [],
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
