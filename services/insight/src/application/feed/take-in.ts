import { type RowVersion, versionsOf } from '../../domain/dataset/version.ts';
import type { InsightStore, ReadLog } from '../question/ports.ts';

/** Takes in what was read of the logs: the versions and how far was read, in one transaction. */
export const takeIn =
  ({ store }: { readonly store: InsightStore }) =>
  async ({ changes, places, toldUpTo }: ReadLog): Promise<void> => {
    const versions = new Map<string, readonly RowVersion[]>();
    for (const [dataset, ofDataset] of Map.groupBy(changes, (change) => change.dataset)) {
      const keys = [...new Set(ofDataset.map(({ key }) => key))];
      versions.set(dataset, versionsOf(await store.latest(dataset, keys), ofDataset));
    }
    await store.append(versions, places, toldUpTo);
  };
