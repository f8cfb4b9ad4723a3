import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Agent, errors, request } from 'undici';
import type { Report } from '../servers/index.ts';
import { patience } from './patience.ts';
import { Refusal } from './refusal.ts';

/** A GraphQL document, and the shape of what it answers. */
export interface Operation<Answer> {
  readonly text: string;
  readonly answers?: Answer;
  /** Whether a command is sent under an idempotency key; only what is harmless to repeat goes without. */
  readonly keyed: boolean;
}

export type Variables = Readonly<Record<string, unknown>>;

/** Anybody, without an account: such a request brings no token. */
export const PUBLIC = null;

/** Asks the gateway as somebody does: over HTTP, with their token. */
export interface Graph {
  /** What could not be answered just now is asked again, a command under the same key: it happens once. */
  readonly ask: <Answer>(
    persona: string | typeof PUBLIC,
    operation: Operation<Answer>,
    variables?: Variables,
    idempotencyKey?: string,
  ) => Promise<Answer>;
  /** The persona stands for somebody else now: its next request brings a new token. */
  readonly renew: (persona: string) => void;
}

export interface GraphOptions {
  readonly gatewayUrl: string;
  readonly issueToken: (persona: string) => Promise<string>;
  /** Told when the system is too busy to answer, and that it is asked again. */
  readonly report?: Report;
  /** In which messages come; English when left out. */
  readonly language?: 'en' | 'zh';
}

export function operation<Answer>(text: string, { keyed = true } = {}): Operation<Answer> {
  return { text, keyed };
}

interface Response<Answer> {
  readonly data?: Answer | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions?: { readonly code?: string; readonly kind?: string };
  }[];
}

/** Longer than the gateway takes to give up. */
const REQUEST_TIMEOUT = 15_000;

export function graphClient({ gatewayUrl, issueToken, report, language = 'en' }: GraphOptions): Graph {
  const dispatcher = new Agent({ headersTimeout: REQUEST_TIMEOUT, bodyTimeout: REQUEST_TIMEOUT });
  const waitFor = patience(report);
  const tokens = new Map<string, Promise<string>>();
  const tokenOf = (persona: string): Promise<string> => {
    const token = tokens.get(persona) ?? issueToken(persona);
    tokens.set(persona, token);
    return token;
  };
  const post = async <Answer>(persona: string | null, body: string): Promise<Answer> => {
    const headers = {
      'content-type': 'application/json',
      'accept-language': language === 'zh' ? 'zh-CN' : 'en',
      ...(persona === null ? {} : { authorization: `Bearer ${await tokenOf(persona)}` }),
    };
    const response = await send(() => request(gatewayUrl, { dispatcher, method: 'POST', headers, body }));
    return answerOf(persona, response as Response<Answer>);
  };
  return {
    renew: (persona) => void tokens.delete(persona),
    ask: async (persona, asked, variables = {}, idempotencyKey = randomUUID()) => {
      const body = JSON.stringify({
        query: asked.text,
        variables: underKey(asked, variables, idempotencyKey),
      });
      const waits = waitFor();
      for (;;) {
        try {
          return await post(persona, body);
        } catch (error) {
          const wait = waits.after(error);
          if (wait === null) throw error;
          await pause(wait);
        }
      }
    },
  };
}

/** A command that names no key of its own gets one, so that asking again is no second command. */
function underKey(
  { text, keyed }: Operation<unknown>,
  variables: Variables,
  idempotencyKey: string,
): Variables {
  const { input } = variables;
  const isCommand = /^\s*mutation\b/.test(text) && typeof input === 'object' && input !== null;
  return isCommand && keyed ? { ...variables, input: { idempotencyKey, ...input } } : variables;
}

type Sent = Awaited<ReturnType<typeof request>>;

/** An answer in JSON, or the reason why there was none as a refusal that may pass. */
async function send(ask: () => Promise<Sent>): Promise<unknown> {
  try {
    const { body } = await ask();
    return await body.json();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    if (error instanceof errors.UndiciError || error instanceof SyntaxError || hasCode(error)) {
      throw new Refusal({
        persona: 'this program',
        code: 'GATEWAY_UNREACHABLE',
        kind: 'UNAVAILABLE',
        reason,
      });
    }
    throw error;
  }
}

/** As errors of sockets have: ECONNREFUSED, ECONNRESET, EPIPE. */
function hasCode(error: unknown): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string';
}

function answerOf<Answer>(persona: string | null, { data, errors: [error] = [] }: Response<Answer>): Answer {
  if (error !== undefined) {
    const { code = 'NO_CODE', kind } = error.extensions ?? {};
    throw new Refusal({ persona, code, kind, reason: error.message });
  }
  if (data === undefined || data === null)
    throw new Refusal({ persona, code: 'NO_DATA', reason: 'The answer is empty.' });
  return data;
}
