import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
import type { ErrorCode } from './error-code.ts';
import { refusalsOf, type Refusal } from './refusal.ts';
import { waitBeforeRetry } from './retry.ts';
import { hexOf } from './upload.ts';

/** A document with the types of its variables and its answer; those of `@qianshou/client/documents` are such. */
export type TypedText<Data, Variables> = DocumentTypeDecoration<Data, Variables> & { toString(): string };

export interface GraphClientOptions {
  /** Of the gateway, with `/graphql`. */
  readonly url: string;
  /** Asked before every request, since tokens end; `null` is the public. */
  readonly token?: () => string | null | Promise<string | null>;
  /** The language of messages and of texts of rules. */
  readonly language?: 'zh-CN' | 'en';
  /** Asks by the hash of a document, and by its text where the gateway has not registered it. */
  readonly trustedDocuments?: boolean;
  /** How often a request is sent at most; what is refused for good is sent once. */
  readonly attempts?: number;
  readonly fetch?: typeof fetch;
}

/** `data` may be there beside refusals: parts of an answer fail alone. */
export interface Asked<Data> {
  readonly data: Data | null;
  readonly refusals: readonly Refusal[];
  /** Quote it to those who run the graph. */
  readonly correlationId: string | null;
  /** Where the feed stood before the answer was made, with what was written: for `atLeast`, and to go on from. */
  readonly position: string | null;
  /** Whether the answer may be older than was asked for. */
  readonly isBehind: boolean;
}

export interface AskOptions {
  /** The position of an answer or of the feed, or `station/<id>@<version>`: no older answer, for which it waits half a second. */
  readonly atLeast?: string | readonly string[];
  /** Whether the answer is to say where the feed stood; with `atLeast` it does. */
  readonly position?: boolean;
}

export interface GraphClient {
  /** @throws what `fetch` throws when the gateway cannot be reached, or an answer that is no answer of the graph. */
  ask<Data, Variables>(
    document: TypedText<Data, Variables>,
    variables: Variables,
    asking?: AskOptions,
  ): Promise<Asked<Data>>;
}

/**
 * The smallest client of the graph, without a cache: for scripts and servers. It sends a query again when it was
 * refused as UNAVAILABLE, and a mutation only when its input has an idempotency key.
 */
export function graphClient(options: GraphClientOptions): GraphClient {
  const { attempts = 4 } = options;
  return {
    async ask<Data, Variables>(
      document: TypedText<Data, Variables>,
      variables: Variables,
      asking: AskOptions = {},
    ) {
      const fresh = freshnessOf(asking);
      const query = document.toString();
      for (let attempt = 1; ; attempt += 1) {
        const { asked, retryAfter } = await sendDocument<Data>({ ...options, fresh }, query, variables);
        const wait = mayAskAgain(query, variables)
          ? waitBeforeRetry(asked.refusals, attempt, retryAfter)
          : null;
        if (wait === null || attempt >= attempts) return asked;
        await new Promise((resolve) => setTimeout(resolve, wait));
      }
    },
  };
}

interface Sent<Data> {
  readonly asked: Asked<Data>;
  readonly retryAfter: number | null;
}

const UNREGISTERED: readonly ErrorCode[] = ['PERSISTED_QUERY_NOT_FOUND', 'PERSISTED_QUERY_NOT_SUPPORTED'];

type Headers = Readonly<Record<string, string>>;

interface Sending extends GraphClientOptions {
  readonly fresh: Headers;
}

function freshnessOf({ atLeast, position = false }: AskOptions): Headers {
  if (atLeast !== undefined) return { 'x-qianshou-at-least': [atLeast].flat().join(' ') };
  return position ? { 'x-qianshou-position': 'true' } : {};
}

async function sendDocument<Data>(options: Sending, query: string, variables: unknown): Promise<Sent<Data>> {
  if (options.trustedDocuments !== true) return send(options, { query, variables });
  const extensions = { persistedQuery: { version: 1, sha256Hash: await sha256(query) } };
  const sent = await send<Data>(options, { extensions, variables });
  const isUnknown = sent.asked.refusals.some(({ code }) => UNREGISTERED.includes(code));
  return isUnknown ? send(options, { query, variables }) : sent;
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return hexOf(new Uint8Array(digest));
}

interface Answer<Data> {
  readonly data?: Data | null;
  readonly extensions?: {
    readonly position?: string | null;
    readonly warnings?: readonly { readonly code: string }[];
  };
}

async function send<Data>(
  { url, token = () => null, language = 'zh-CN', fetch: ask = fetch, fresh }: Sending,
  body: object,
): Promise<Sent<Data>> {
  const bearer = await token();
  const response = await ask(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json',
      'accept-language': language,
      ...fresh,
      ...(bearer === null ? {} : { authorization: `Bearer ${bearer}` }),
    },
    body: JSON.stringify(body),
  });
  const answer = (await response.json()) as Answer<Data>;
  return {
    asked: {
      data: answer.data ?? null,
      refusals: refusalsOf(answer),
      correlationId: response.headers.get('x-correlation-id'),
      ...standingOf(answer),
    },
    retryAfter: secondsOf(response.headers.get('retry-after')),
  };
}

function standingOf({ extensions }: Answer<unknown>): Pick<Asked<unknown>, 'isBehind' | 'position'> {
  const { position = null, warnings = [] } = extensions ?? {};
  return { position, isBehind: warnings.some(({ code }) => code === 'BEHIND') };
}

function secondsOf(header: string | null): number | null {
  const seconds = Number(header ?? Number.NaN);
  return Number.isFinite(seconds) ? seconds : null;
}

/** What creates or counts may have been applied although no answer came. */
function mayAskAgain(query: string, variables: unknown): boolean {
  return !/^\s*mutation\b/m.test(query) || JSON.stringify(variables).includes('"idempotencyKey":"');
}
