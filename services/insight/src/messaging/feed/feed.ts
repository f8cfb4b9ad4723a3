import type { KnownEvent } from '@qianshou/events';
import { chinaDay } from '@qianshou/kernel';
import type { RowChange } from '../../domain/dataset/version.ts';
import { moneyFeed } from './money-feed.ts';
import { pairingFeed } from './pairing-feed.ts';
import { personFeed } from './person-feed.ts';
import { purchaseFeed } from './purchase-feed.ts';
import { recruitmentFeed } from './recruitment-feed.ts';
import { stationFeed } from './station-feed.ts';
import type { Feed, Telling, Told } from './telling.ts';

export const FEED: Feed = {
  ...stationFeed,
  ...personFeed,
  ...recruitmentFeed,
  ...pairingFeed,
  ...moneyFeed,
  ...purchaseFeed,
};

/** What an event changes here; null for one that feeds no dataset. */
export function changeOf(event: KnownEvent, alias: Telling['alias']): RowChange | null {
  const tell = FEED[event.type] as ((data: unknown, telling: Telling) => Told) | undefined;
  if (tell === undefined) return null;
  const toldAt = new Date(event.time);
  const { dataset, key, cells = {}, gone = false } = tell(event.data, { day: chinaDay(toldAt), alias });
  return { dataset, key, cells, gone, toldAt };
}
