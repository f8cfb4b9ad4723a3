import { type Language, signIdentity } from '@qianshou/service-kit/identity';
import { createParser } from 'eventsource-parser';
import { type Dispatcher, Pool } from 'undici';
import { hubHeaders } from '../signed-headers.ts';
import type { Asking, HubOptions } from '../hub.ts';

/** An event as the hub tells it: CloudEvents, with the place to go on from. */
export interface ToldEvent {
  readonly id: string;
  readonly type: string;
  readonly subject: string;
  readonly time: string;
  readonly sequence: string;
  readonly regioncode?: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly position: string;
}

export interface Following {
  readonly after: string | null;
  readonly types: readonly string[];
  readonly region: string | null;
}

/** Why nothing more comes: what the hub says, as it says it. */
export class StreamEnded extends Error {
  override readonly name = 'StreamEnded';
  readonly reason: string;
  /** Where to go on from; null where nothing was told yet. */
  readonly position: string | null;
  /** As the hub refused it, for clients; null where it ended for another reason. */
  readonly refusal: Refused | null;

  constructor(reason: string, position: string | null, refusal: Refused | null = null) {
    super(reason);
    this.reason = reason;
    this.position = position;
    this.refusal = refusal;
  }
}

export interface Refused {
  readonly message: string;
  readonly extensions: Readonly<Record<string, unknown>>;
}

export interface HubStreams {
  /** @throws StreamEnded where nothing more comes although somebody listens. */
  readonly follow: (
    asking: Asking,
    language: Language,
    what: Following,
    gone: AbortSignal,
  ) => AsyncGenerator<ToldEvent>;
  readonly close: () => Promise<void>;
}

const PATH = '/feed';
const STREAM = 'text/event-stream';
/** Until the stream begins; it goes on for as long as it is read, and a heartbeat comes every 20 s. */
const BEGINS_WITHIN_MS = 10_000;
const SILENT_MS = 60_000;

/** Streams of the hub's feed, each in the name of who listens: the hub decides what they may see. */
export function hubStreams({ url, keyRing }: HubOptions): HubStreams {
  const sign = signIdentity({ audience: 'partners', keyRing });
  const pool = new Pool(new URL(url).origin, {
    connections: null,
    pipelining: 1,
    headersTimeout: BEGINS_WITHIN_MS,
    bodyTimeout: SILENT_MS,
  });
  return {
    close: () => pool.destroy(),
    follow: async function* follow(asking, language, what, gone) {
      const path = pathOf(what);
      const headers = {
        accept: STREAM,
        ...hubHeaders(sign, { ...asking, path, language, within: BEGINS_WITHIN_MS }),
      };
      const reached = { position: what.after };
      try {
        yield* toldBy(await pool.request({ method: 'GET', path, headers, signal: gone }), reached);
        throw new Error('the hub has ended the stream');
      } catch (error) {
        if (gone.aborted) return;
        throw error instanceof StreamEnded ? error : new StreamEnded('FEED_UNAVAILABLE', reached.position);
      }
    },
  };
}

/** @param reached where it stands, for whoever has to say where to go on from */
async function* toldBy(
  { statusCode, body }: Dispatcher.ResponseData,
  reached: { position: string | null },
): AsyncGenerator<ToldEvent> {
  if (statusCode !== 200) throw refusedBy(await body.text(), reached.position);
  for await (const told of eventsIn(body)) {
    if ('ended' in told) throw new StreamEnded(told.ended, told.position ?? reached.position);
    reached.position = told.position;
    yield told;
  }
}

function pathOf({ after, types, region }: Following): string {
  const asked = new URLSearchParams({
    ...(after === null ? {} : { after }),
    ...(types.length === 0 ? {} : { types: types.join(',') }),
    ...(region === null ? {} : { region }),
  });
  return `${PATH}?${asked.toString()}`;
}

function refusedBy(text: string, position: string | null): StreamEnded {
  try {
    const { errors } = JSON.parse(text) as { readonly errors: readonly Refused[] };
    const [first] = errors;
    if (first !== undefined) return new StreamEnded(String(first.extensions['code']), position, first);
  } catch {
    // Not one of its answers: whoever stands between.
  }
  return new StreamEnded('FEED_UNAVAILABLE', position);
}

interface Ended {
  readonly ended: string;
  readonly position?: string;
}

/** No more is read than was taken: who listens slowly slows down the hub, and nothing is kept here. */
async function* eventsIn(body: AsyncIterable<Buffer>): AsyncGenerator<ToldEvent | Ended> {
  const decoder = new TextDecoder();
  let told: (ToldEvent | Ended)[] = [];
  const parser = createParser({
    onEvent: ({ event, data }) => {
      if (event === 'event') told.push(JSON.parse(data) as ToldEvent);
      if (event === 'gap') told.push({ ended: 'POSITION_GONE' });
      if (event === 'closed') told.push(endOf(data));
    },
  });
  for await (const chunk of body) {
    parser.feed(decoder.decode(chunk, { stream: true }));
    const now = told;
    told = [];
    yield* now;
  }
}

function endOf(data: string): Ended {
  const { reason, position } = JSON.parse(data) as { readonly reason: string; readonly position: string };
  return { ended: reason, position };
}
