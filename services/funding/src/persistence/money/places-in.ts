import { type AggregateModel, toState } from '@qianshou/service-kit/mongo';
import type { LedgerPlace } from '../../domain/money/ledger.ts';

/** Which journals a collection says something of; an index that begins with the filter answers it alone. */
export async function placesIn(
  model: AggregateModel,
  filter: Readonly<Record<string, unknown>>,
): Promise<readonly LedgerPlace[]> {
  const found = await model.find(filter, { _id: 0, countyCode: 1, year: 1 }).lean();
  return found
    .map((document) => toState<LedgerPlace>(document))
    .map(({ countyCode, year }) => ({ countyCode, year }));
}
