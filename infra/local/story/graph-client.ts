import { setTimeout as pause } from 'node:timers/promises';
import { Agent, request } from 'undici';

/** A GraphQL document, and the shape of what it answers. */
export interface Operation<Answer> {
  readonly text: string;
  readonly answers?: Answer;
}

export type Variables = Readonly<Record<string, unknown>>;

/** Anybody, without an account: such a request brings no token. */
export const PUBLIC = null;

/** Asks the gateway as somebody does: over HTTP, with their token. */
export interface Graph {
  readonly ask: <Answer>(
    persona: string | typeof PUBLIC,
    operation: Operation<Answer>,
    variables?: Variables,
  ) => Promise<Answer>;
  /** The persona stands for somebody else now: its next request brings a new token. */
  readonly renew: (persona: string) => void;
}

export interface GraphOptions {
  readonly gatewayUrl: string;
  readonly issueToken: (persona: string) => Promise<string>;
}

export function operation<Answer>(text: string): Operation<Answer> {
  return { text };
}

/** What the graph said no to, with the code that clients decide by. */
export class Refusal extends Error {
  readonly code: string;
  /** The message for people alone. */
  readonly reason: string;

  constructor(persona: string | null, code: string, reason: string) {
    super(`${persona ?? 'the public'} was refused: ${code} — ${reason}`);
    this.name = 'Refusal';
    this.code = code;
    this.reason = reason;
  }
}

interface Response<Answer> {
  readonly data?: Answer | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

/** How long a service may take to hear of what another one decided. */
const NEWS_TAKES_AT_MOST = 20_000;
const PAUSE = 75;
const REQUEST_TIMEOUT = 15_000;

export function graphClient({ gatewayUrl, issueToken }: GraphOptions): Graph {
  const dispatcher = new Agent({ headersTimeout: REQUEST_TIMEOUT, bodyTimeout: REQUEST_TIMEOUT });
  const tokens = new Map<string, Promise<string>>();
  const tokenOf = (persona: string): Promise<string> => {
    const token = tokens.get(persona) ?? issueToken(persona);
    tokens.set(persona, token);
    return token;
  };
  const post = async <Answer>(persona: string | null, body: string): Promise<Answer> => {
    const headers = {
      'content-type': 'application/json',
      'accept-language': 'en',
      ...(persona === null ? {} : { authorization: `Bearer ${await tokenOf(persona)}` }),
    };
    const response = await request(gatewayUrl, { dispatcher, method: 'POST', headers, body });
    return answerOf(persona, (await response.body.json()) as Response<Answer>);
  };
  return {
    renew: (persona) => void tokens.delete(persona),
    ask: async (persona, { text }, variables = {}) => {
      const body = JSON.stringify({ query: text, variables });
      const until = Date.now() + NEWS_TAKES_AT_MOST;
      for (;;) {
        try {
          return await post(persona, body);
        } catch (error) {
          if (!isNotKnownYet(error) || Date.now() > until) throw error;
          await pause(PAUSE);
        }
      }
    },
  };
}

function answerOf<Answer>(persona: string | null, { data, errors }: Response<Answer>): Answer {
  const [error] = errors ?? [];
  if (error !== undefined) throw new Refusal(persona, error.extensions?.code ?? 'NO_CODE', error.message);
  if (data === undefined || data === null) throw new Refusal(persona, 'NO_DATA', 'The answer is empty.');
  return data;
}

/** The code itself asks to try again: the event that tells of the object is on its way. */
function isNotKnownYet(error: unknown): boolean {
  return error instanceof Refusal && error.code === 'NOT_KNOWN_HERE_YET';
}
