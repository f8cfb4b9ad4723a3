import { type Door, type DoorAnswer, type DoorRequest, unauthenticated } from '@qianshou/service-kit/graphql';
import type { Followed } from '../application/feed/follow-feed.ts';
import type { FeedPage, SeenEvent } from '../application/feed/read-feed.ts';
import type { UseCases } from '../application/use-cases.ts';
import { feedQuestion } from './feed-question.ts';
import type { PositionTokens } from './position-token.ts';
import { streamPlaces } from './stream-places.ts';

type Deps = Pick<UseCases, 'checkFeedStart' | 'followFeed' | 'noteCaller' | 'readFeed'>;

const STREAM = 'text/event-stream';
const BATCH = 'application/cloudevents-batch+json';
const LINES = 'application/x-ndjson';

/** What partners may see, oldest first: as lines, as a batch, or as a stream that goes on with what comes. */
export function feedDoor(useCases: Deps, tokens: () => PositionTokens): Door {
  const places = streamPlaces();
  return {
    path: '/feed',
    answer: async (request) => {
      if (request.actor.subject === null) throw unauthenticated();
      await useCases.noteCaller(request.actor);
      const accept = request.header('accept') ?? '';
      if (accept.includes(STREAM)) return streamOf(request, useCases, { tokens: tokens(), places });
      const page = await useCases.readFeed(feedQuestion(request, tokens()));
      return answerOf(page, accept.includes(BATCH) ? BATCH : LINES, { request, tokens: tokens() });
    },
  };
}

interface Around {
  readonly request: DoorRequest;
  readonly tokens: PositionTokens;
}

function answerOf(
  page: FeedPage,
  type: typeof BATCH | typeof LINES,
  { request, tokens }: Around,
): DoorAnswer {
  const events = page.events.map((seen) => JSON.stringify(written(seen, tokens)));
  const position = tokens.write(page.position);
  const next = new URLSearchParams({ ...request.query, after: position });
  return {
    headers: {
      'content-type': `${type}; charset=utf-8`,
      'x-qianshou-position': position,
      ...(page.hasMore ? { link: `</feed?${next.toString()}>; rel="next"` } : {}),
    },
    body: type === BATCH ? `[${events.join(',')}]` : events.map((event) => `${event}\n`).join(''),
  };
}

/** With the place to go on from behind it, as an extension attribute. */
function written({ event, position }: SeenEvent, tokens: PositionTokens): object {
  return { ...event, position: tokens.write(position) };
}

interface Streaming {
  readonly tokens: PositionTokens;
  readonly places: ReturnType<typeof streamPlaces>;
}

async function streamOf(
  request: DoorRequest,
  { checkFeedStart, followFeed }: Deps,
  { tokens, places }: Streaming,
): Promise<DoorAnswer> {
  const question = feedQuestion(request, tokens);
  const gap = await gapOf(() => checkFeedStart(question.actor, question.after));
  places.enter(request.actor.subject ?? '', request.gone);
  const after = gap === null ? question.after : null;
  const followed = followFeed({ ...question, after, gone: request.gone });
  const body = async function* pieces(): AsyncGenerator<string> {
    yield 'retry: 2000\n\n';
    if (gap !== null) yield told('gap', { reason: gap });
    for await (const each of followed) yield lineOf(each, tokens);
  };
  return { headers: { 'content-type': `${STREAM}; charset=utf-8`, 'x-accel-buffering': 'no' }, body: body() };
}

/** A position of before the feed was put back: the stream says so and begins at the beginning. */
async function gapOf(check: () => Promise<void>): Promise<string | null> {
  try {
    await check();
    return null;
  } catch (error) {
    if ((error as { code?: unknown }).code === 'POSITION_GONE') return 'POSITION_GONE';
    throw error;
  }
}

/** Only what lasts has an id: who comes back with it misses nothing. */
function lineOf(each: Followed, tokens: PositionTokens): string {
  if (each === 'QUIET') return told('heartbeat', { at: new Date().toISOString() });
  if ('ended' in each) return told('closed', { reason: each.ended, position: tokens.write(each.position) });
  return `id: ${tokens.write(each.position)}\n${told('event', written(each, tokens))}`;
}

function told(name: string, data: object): string {
  return `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
}
