import {
  aggregateModel,
  aggregateSchema,
  aggregateStore,
  type Connection,
  keysetPage,
  oneOf,
  type Publish,
  STRUCK,
} from '@qianshou/service-kit/mongo';
import type { Outbox } from '@qianshou/service-kit/outbox';
import type { Publicity } from '../../application/work/ports.ts';
import type { PublicityEvent, PublicityItem } from '../../domain/work/publicity-item.ts';
import { publicityNotFound } from '../../domain/work/errors.ts';
import { correctedFields, isStruck, ownerIndex, recordFilter } from './pairing-record.ts';

const text = { type: String, required: true } as const;

const tail = { publishedOn: 1, _id: 1 } as const;
const publicityIndexes = [
  { keys: { pairingId: 1, ...tail } },
  { keys: { regions: 1, ...tail } },
  { keys: { regions: 1, kind: 1, ...tail } },
] as const;

const publicitySchema = aggregateSchema(
  {
    kind: text,
    title: text,
    link: text,
    publishedOn: text,
    pairingId: { type: String, default: null },
    regionCode: text,
    regions: [text],
    struck: STRUCK,
    corrections: [{ ...correctedFields, kind: text, title: text, link: text, publishedOn: text }],
  },
  publicityIndexes,
);

export function mongoPublicity(
  connection: Connection,
  outbox: Outbox,
  publish: Publish<PublicityItem, PublicityEvent>,
): Publicity {
  const model = aggregateModel(connection, 'PublicityItem', publicitySchema, 'publicity_items');
  const store = aggregateStore<PublicityItem, PublicityEvent>({
    connection,
    model,
    aggregate: 'publicity-item',
    outbox,
    publish,
    notFound: publicityNotFound,
  });
  return {
    ...store,
    list: (filter, direction, page) =>
      keysetPage<PublicityItem>({
        model,
        filter: {
          ...recordFilter(filter, 'publishedOn'),
          ...oneOf('kind', filter.kind),
          ...isStruck(filter.struck),
        },
        order: [{ path: 'publishedOn', direction }],
        ...ownerIndex(filter, 'publishedOn'),
        page,
      }),
  };
}
