import type { TypedText } from './graph-client.ts';
import { refusalsOf } from './refusal.ts';

export interface FollowOptions {
  /** Of the gateway, with `/graphql/stream`. */
  readonly url: string;
  /** Asked before every connection, since tokens end. */
  readonly token: () => string | null | Promise<string | null>;
  readonly language?: 'zh-CN' | 'en';
  /** Ends it. */
  readonly signal?: AbortSignal;
  readonly fetch?: typeof fetch;
}

/** What was refused for good; `refusalsOf` reads it. */
export class SubscriptionRefused extends Error {
  override readonly name = 'SubscriptionRefused';
  readonly errors: readonly unknown[];

  constructor(errors: readonly unknown[]) {
    super(
      refusalsOf({ errors })
        .map(({ message }) => message)
        .join(' '),
    );
    this.errors = errors;
  }
}

type After = { readonly after?: string | null };

/**
 * What a subscription tells, for as long as it is read: where the connection breaks or the token runs out, it goes on
 * with another one behind the last `position` that was told, so ask for it beside what you need.
 * @throws SubscriptionRefused for what would be refused again
 */
export async function* follow<Data, Variables extends After>(
  options: FollowOptions,
  document: TypedText<Data, Variables>,
  variables: Variables,
): AsyncGenerator<Data> {
  const place: Place = { after: variables.after ?? null, failures: 0 };
  while (options.signal?.aborted !== true) {
    yield* untilItBreaks<Data>(options, { query: document.toString(), variables }, place);
    await pause(Math.min(30_000, 250 * 2 ** Math.min(place.failures, 7)), options.signal);
  }
}

/** How far it was told, over all connections. */
interface Place {
  after: string | null;
  failures: number;
}

interface Asked {
  readonly query: string;
  readonly variables: After;
}

interface Payload<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly unknown[];
}

async function* untilItBreaks<Data>(
  options: FollowOptions,
  { query, variables }: Asked,
  place: Place,
): AsyncGenerator<Data> {
  place.failures += 1;
  try {
    const asked = { query, variables: { ...variables, after: place.after } };
    for await (const payload of connect<Data>(options, asked)) {
      const data = toldBy(payload, place);
      if (data !== null) yield data;
    }
  } catch (error) {
    if (error instanceof SubscriptionRefused) throw error;
  }
}

async function* connect<Data>(options: FollowOptions, asked: Asked): AsyncGenerator<Payload<Data>> {
  const answer = await open(options, asked);
  if (!answer.ok || answer.body === null) return yield (await answer.json()) as Payload<Data>;
  for await (const { event, data } of messages(answer.body)) {
    if (event === 'next') yield JSON.parse(data) as Payload<Data>;
    if (event === 'complete') return;
  }
}

async function open(options: FollowOptions, asked: Asked): Promise<Response> {
  const { url, token, language = 'zh-CN', signal, fetch: ask = fetch } = options;
  return ask(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'text/event-stream',
      'accept-language': language,
      authorization: `Bearer ${(await token()) ?? ''}`,
    },
    body: JSON.stringify(asked),
    ...(signal === undefined ? {} : { signal }),
  });
}

/** @throws SubscriptionRefused */
function toldBy<Data>({ data = null, errors = [] }: Payload<Data>, place: Place): Data | null {
  if (data !== null) place.failures = 0;
  place.after = (data === null ? endedAt(errors) : positionIn(data)) ?? place.after;
  return data;
}

/** @throws SubscriptionRefused for what would be refused again */
function endedAt(errors: readonly unknown[]): string | null {
  const [refusal] = refusalsOf({ errors });
  if (refusal !== undefined && refusal.kind !== 'UNAVAILABLE') throw new SubscriptionRefused(errors);
  return positionIn({ refused: refusal?.details });
}

function positionIn(data: unknown): string | null {
  for (const field of Object.values(data ?? {})) {
    const { position } = (field ?? {}) as { readonly position?: unknown };
    if (typeof position === 'string') return position;
  }
  return null;
}

interface Message {
  readonly event: string;
  readonly data: string;
}

async function* messages(body: ReadableStream<Uint8Array>): AsyncGenerator<Message> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      const whole = (text + decoder.decode(value, { stream: true })).split('\n\n');
      text = whole.pop() ?? '';
      for (const each of whole) yield messageOf(each);
    }
  } finally {
    await reader.cancel();
  }
}

function messageOf(text: string): Message {
  const of = (name: string): string =>
    text
      .split('\n')
      .filter((line) => line.startsWith(`${name}:`))
      .map((line) => line.slice(name.length + 1).trimStart())
      .join('\n');
  return { event: of('event'), data: of('data') };
}

async function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  await new Promise<void>((over) => {
    const timer = setTimeout(over, milliseconds);
    signal?.addEventListener('abort', () => (clearTimeout(timer), over()), { once: true });
  });
}
