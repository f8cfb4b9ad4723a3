import {
  aggregateModel,
  aggregateSchema,
  aggregateStore,
  type Connection,
  keysetPage,
  type Publish,
  trusted,
  withinCounties,
} from '@qianshou/service-kit/mongo';
import type { Outbox } from '@qianshou/service-kit/outbox';
import type { Counties, CountyFilter } from '../../application/county/ports.ts';
import { countyNotFound } from '../../domain/reference/errors.ts';
import type { CountyEvent, RecipientCounty } from '../../domain/county/recipient-county.ts';

const countySchema = aggregateSchema(
  {
    keyCountySource: { type: String, default: null },
    activePairings: { type: Number, required: true },
    stationsOpened: [{ type: String, required: true }],
  },
  [{ keys: { activePairings: 1, _id: 1 } }],
);

export function mongoCounties(
  connection: Connection,
  outbox: Outbox,
  publish: Publish<RecipientCounty, CountyEvent>,
): Counties {
  const model = aggregateModel(connection, 'RecipientCounty', countySchema, 'recipient_counties');
  const store = aggregateStore<RecipientCounty, CountyEvent>({
    connection,
    model,
    aggregate: 'recipient-county',
    outbox,
    publish,
    notFound: countyNotFound,
  });
  return {
    ...store,
    list: (filter, direction, page) =>
      keysetPage<RecipientCounty>({
        model,
        filter: toFilter(filter),
        order: [{ path: '_id', direction }],
        page,
      }),
  };
}

function toFilter({ within, keyCounty, covered }: CountyFilter): Record<string, unknown> {
  return {
    ...(within === null ? {} : { _id: withinCounties(within) }),
    ...(keyCounty === null ? {} : { keyCountySource: keyCounty ? trusted({ $ne: null }) : null }),
    ...(covered === null ? {} : { activePairings: covered ? trusted({ $gt: 0 }) : 0 }),
  };
}
