import type { ServiceName } from '@qianshou/events';
import type { Connection } from 'mongoose';
import { reactInOrder } from '../inbox/react-in-order.ts';
import type { Subscriptions } from '../inbox/subscriptions.ts';
import { inTransaction } from '../mongo/transaction.ts';
import { lastPlace, readLog } from '../outbox/outbox-rows.ts';
import type { CopiesOfOthers } from './declaration.ts';

/** The logs of the owners, by service. */
export type OwnersLogs = ReadonlyMap<ServiceName, Connection>;

export interface ReplayOptions {
  /** An empty database, on which the service was wired: nothing but copies comes to be there. */
  readonly beside: Connection;
  readonly subscriptions: Subscriptions;
  readonly copies: CopiesOfOthers;
  readonly logs: OwnersLogs;
  readonly onProgress?: (owner: ServiceName, place: number, of: number) => void;
}

/** Copies as they come to be when the owners are heard from the beginning. */
export interface Replay {
  /** Hears what the owners have said since, up to where their logs end now. */
  readonly advance: () => Promise<void>;
}

const BATCH = 500;

export function replayOf(options: ReplayOptions): Replay {
  const places = new Map<ServiceName, number>();
  return {
    advance: async () => {
      for (const [owner, log] of options.logs) {
        const end = await lastPlace(log);
        let after = places.get(owner) ?? 0;
        while (after < end) {
          after = await hear(options, log, { after, upTo: end });
          options.onProgress?.(owner, after, end);
        }
        places.set(owner, after);
      }
    },
  };
}

/** A batch, in one transaction. Answers how far it came. */
async function hear(
  { beside, subscriptions, copies }: ReplayOptions,
  log: Connection,
  range: { readonly after: number; readonly upTo: number },
): Promise<number> {
  const rows = await readLog(log, { ...range, limit: BATCH, types: copies.fedBy });
  const events = rows.map(({ event }) => event);
  await inTransaction(beside, () => reactInOrder(events, ({ type }) => subscriptions.handlers.get(type)));
  return rows.length < BATCH ? range.upTo : (rows.at(-1)?.seq ?? range.upTo);
}
