import { badInput, regionCode } from '@qianshou/kernel';
import type { DoorRequest } from '@qianshou/service-kit/graphql';
import type { FeedQuestion } from '../application/feed/read-feed.ts';
import { positionUnreadable } from '../domain/errors.ts';
import { selectionOf } from '../domain/feed/selection.ts';
import type { PositionTokens } from './position-token.ts';

const MOST = 1_000;
const DEFAULT = 100;
const MOST_TYPES = 50;

/** `after`, `types`, `region`, `limit`, as they stand in the address; a stream's `Last-Event-ID` comes before `after`. */
export function feedQuestion({ query, header, actor }: DoorRequest, tokens: PositionTokens): FeedQuestion {
  const types = (query['types'] ?? '').split(',').filter((type) => type !== '');
  if (types.length > MOST_TYPES) throw wrong('types', `at most ${MOST_TYPES}`, `最多 ${MOST_TYPES} 个`);
  const region = query['region'] === undefined ? null : regionCode(query['region'], 'region');
  return {
    actor,
    selection: selectionOf(types, region),
    after: placeOf(header('last-event-id') ?? query['after'], tokens),
    limit: limitOf(query['limit']),
  };
}

/** Of a position of the graph, what was written stands behind a point: the feed goes on from before it. */
export function placeOf(token: string | undefined, tokens: PositionTokens): FeedQuestion['after'] {
  if (token === undefined || token === '') return null;
  const place = tokens.read(token.split('.', 1)[0] ?? '');
  if (place === null) throw positionUnreadable();
  return place;
}

function limitOf(given: string | undefined): number {
  if (given === undefined) return DEFAULT;
  const limit = /^\d{1,4}$/.test(given) ? Number(given) : 0;
  if (limit < 1 || limit > MOST) throw wrong('limit', `expected 1 to ${MOST}`, `应为 1 至 ${MOST}`);
  return limit;
}

function wrong(field: string, en: string, zh: string) {
  return badInput({ field, reason: { en, zh } });
}
