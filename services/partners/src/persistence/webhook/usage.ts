import { type AggregateModel, trusted } from '@qianshou/service-kit/mongo';
import type { Usage } from '../../application/webhook/ports.ts';

interface Row {
  readonly _id: { readonly endpointId: string; readonly status: string };
  readonly count: number;
  readonly attempts: number;
  readonly failed: number;
  readonly lastAt: Date | null;
  readonly tries: number;
}

const TAKEN = { $and: [{ $gte: ['$$each.status', 200] }, { $lt: ['$$each.status', 300] }] };
const FAILED = { $filter: { input: '$attempts', as: 'each', cond: { $not: [TAKEN] } } };

export async function usageOf(
  model: AggregateModel,
  endpointIds: readonly string[],
): Promise<readonly Usage[]> {
  const rows = await model.aggregate<Row>([
    { $match: { endpointId: trusted({ $in: [...endpointIds] }) } },
    {
      $group: {
        _id: { endpointId: '$endpointId', status: '$status' },
        count: { $sum: 1 },
        attempts: { $sum: { $size: '$attempts' } },
        failed: { $sum: { $size: FAILED } },
        lastAt: { $max: '$settledAt' },
        tries: { $max: '$tries' },
      },
    },
  ]);
  return endpointIds.map((id) => usageIn(rows.filter(({ _id }) => _id.endpointId === id)));
}

const NONE: Omit<Row, '_id'> = { count: 0, attempts: 0, failed: 0, lastAt: null, tries: 0 };

function usageIn(rows: readonly Row[]): Usage {
  const of = (status: string) => rows.find(({ _id }) => _id.status === status) ?? NONE;
  return {
    delivered: of('DELIVERED').count,
    waiting: of('DUE').count,
    skipped: of('SKIPPED').count,
    attempts: rows.reduce((sum, { attempts }) => sum + attempts, 0),
    failedAttempts: rows.reduce((sum, { failed }) => sum + failed, 0),
    lastDeliveredAt: of('DELIVERED').lastAt,
    mostTries: of('DUE').tries,
  };
}
