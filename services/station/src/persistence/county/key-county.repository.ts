import {
  aggregateModel,
  aggregateSchema,
  aggregateStore,
  type Connection,
  type Publish,
} from '@qianshou/service-kit/mongo';
import type { Outbox } from '@qianshou/service-kit/outbox';
import type { KeyCounties } from '../../application/county/ports.ts';
import { keyCountyAlreadyListed, keyCountyNotFound } from '../../domain/county/errors.ts';
import type { KeyCounty, KeyCountyListed } from '../../domain/county/key-county.ts';

const keyCountySchema = aggregateSchema(
  { sourceUrls: [String], confirmation: { type: String, required: true } },
  [],
);

export function mongoKeyCounties(
  connection: Connection,
  outbox: Outbox,
  publish: Publish<KeyCounty, KeyCountyListed>,
): KeyCounties {
  return aggregateStore<KeyCounty, KeyCountyListed>({
    connection,
    model: aggregateModel(connection, 'KeyCounty', keyCountySchema, 'key_counties'),
    aggregate: 'key-county',
    outbox,
    publish,
    notFound: keyCountyNotFound,
    unique: { _id: keyCountyAlreadyListed },
  });
}
