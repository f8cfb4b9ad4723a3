import { regionNotFound } from '@qianshou/kernel';
import {
  aggregateModel,
  aggregateSchema,
  aggregateStore,
  type Connection,
  type Publish,
} from '@qianshou/service-kit/mongo';
import type { Outbox } from '@qianshou/service-kit/outbox';
import type { CountyCoverages } from '../../application/county/ports.ts';
import type { CountyCoverage, CoverageChanged } from '../../domain/county/county-coverage.ts';

const number = { type: Number, required: true } as const;

const coverageSchema = aggregateSchema(
  { unitsInScope: number, unitsCovered: number, unitsTakenOut: { type: Number, default: 0 } },
  [],
);

export function mongoCountyCoverages(
  connection: Connection,
  outbox: Outbox,
  publish: Publish<CountyCoverage, CoverageChanged>,
): CountyCoverages {
  return aggregateStore<CountyCoverage, CoverageChanged>({
    connection,
    model: aggregateModel(connection, 'CountyCoverage', coverageSchema, 'county_coverages'),
    aggregate: 'county-coverage',
    outbox,
    publish,
    notFound: regionNotFound,
  });
}
