import { type Actor, badInput, isWithin, NATION, notPermitted, type RegionCode } from '@qianshou/kernel';
import { FEED_READERS } from '../../domain/feed/reader.ts';
import { SNAPSHOT_TYPES, snapshotQuestion } from '../../domain/feed/snapshot.ts';
import { reachOfReader } from '../standing/partner-standing.ts';
import { type Position, positionNow } from './position.ts';
import type { FeedDeps } from './ports.ts';

export interface SnapshotQuestion {
  readonly actor: Actor;
  readonly type: string;
  readonly region: RegionCode | null;
}

/** What to ask the graph, page by page, once for each region; and where to go on from then. */
export interface SnapshotPlan extends Position {
  readonly type: string;
  readonly query: string;
  /** Null for the whole nation. */
  readonly regions: readonly (RegionCode | null)[];
}

/** Cut by the grants of who asks as the feed is. */
export const planSnapshot =
  (deps: FeedDeps) =>
  async ({ actor, type, region }: SnapshotQuestion): Promise<SnapshotPlan> => {
    const query = snapshotQuestion(type);
    if (query === null) throw unknownType();
    const { regions: granted } = await reachOfReader(deps)(actor);
    const regions = region === null ? outermost(granted) : [within(region, granted)];
    // Before anything is asked: what changes meanwhile is told behind it.
    const position = await positionNow(deps)();
    return { ...position, type, query, regions: regions.map((code) => (code === NATION ? null : code)) };
  };

function within(region: RegionCode, granted: readonly RegionCode[]): RegionCode {
  if (!granted.some((outer) => isWithin(region, outer))) throw notPermitted({ needs: FEED_READERS });
  return region;
}

function outermost(granted: readonly RegionCode[]): readonly RegionCode[] {
  const all = [...new Set(granted)];
  return all.filter((each) => !all.some((other) => other !== each && isWithin(each, other)));
}

function unknownType() {
  const known = SNAPSHOT_TYPES.join(', ');
  return badInput({ field: 'type', reason: { en: `expected one of ${known}`, zh: `应为以下之一:${known}` } });
}
