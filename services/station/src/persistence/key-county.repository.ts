import {
  aggregateModel,
  aggregateSchema,
  aggregateStore,
  type Connection,
} from '@qianshou/service-kit/mongo';
import type { Outbox } from '@qianshou/service-kit/outbox';
import type { KeyCounties } from '../application/ports.ts';
import { keyCountyAlreadyListed, keyCountyNotFound } from '../domain/errors.ts';
import type { KeyCounty, KeyCountyListed } from '../domain/key-county.ts';
import { publishKeyCountyEvent } from '../messaging/publications.ts';

const keyCountySchema = aggregateSchema(
  { sourceUrls: [String], confirmation: { type: String, required: true } },
  [],
);

export function mongoKeyCounties(connection: Connection, outbox: Outbox): KeyCounties {
  return aggregateStore<KeyCounty, KeyCountyListed>({
    connection,
    model: aggregateModel(connection, 'KeyCounty', keyCountySchema, 'key_counties'),
    aggregate: 'key-county',
    outbox,
    publish: publishKeyCountyEvent,
    notFound: keyCountyNotFound,
    unique: { _id: keyCountyAlreadyListed },
  });
}
