import {
  aggregateModel,
  aggregateSchema,
  aggregateStore,
  type Connection,
  keysetPage,
  type Publish,
  toState,
  trusted,
} from '@qianshou/service-kit/mongo';
import type { Outbox } from '@qianshou/service-kit/outbox';
import type { Endpoints } from '../../application/webhook/ports.ts';
import { CALLED, type EndpointEvent, type WebhookEndpoint } from '../../domain/webhook/endpoint.ts';
import { endpointNotFound } from '../../domain/webhook/errors.ts';

const text = { type: String, required: true } as const;
const secret = { keyId: text, generation: { type: Number, required: true } } as const;

const OF_ALL = { registeredAt: 1, _id: 1 } as const;
const OF_OWNER = { owner: 1, ...OF_ALL } as const;

const schema = aggregateSchema(
  {
    owner: text,
    name: text,
    url: text,
    types: { type: [String], default: [] },
    regionCode: text,
    reach: { type: [String], default: [] },
    mode: text,
    // Absent in rows of before a pace could be asked for.
    concurrency: { type: Number, default: 10 },
    perSecond: { type: Number, default: null },
    status: text,
    disabledFor: { type: String, default: null },
    secret: { _id: false, ...secret },
    formerSecret: { type: Object, default: null },
    registeredAt: { type: Date, required: true },
  },
  [{ keys: OF_OWNER }, { keys: OF_ALL }, { keys: { status: 1 } }],
);

const THERE = { status: trusted({ $ne: 'REMOVED' }) };

export function mongoEndpoints(
  connection: Connection,
  outbox: Outbox,
  publish: Publish<WebhookEndpoint, EndpointEvent>,
): Endpoints {
  const model = aggregateModel(connection, 'WebhookEndpoint', schema, 'webhook_endpoints');
  const store = aggregateStore<WebhookEndpoint, EndpointEvent>({
    connection,
    model,
    aggregate: 'endpoint',
    outbox,
    publish,
    notFound: endpointNotFound,
  });
  return {
    ...store,
    countOf: (owner) => model.countDocuments({ owner, ...THERE }),
    list: (owner, page) =>
      keysetPage<WebhookEndpoint>({
        model,
        filter: owner === null ? THERE : { owner, ...THERE },
        index: owner === null ? OF_ALL : OF_OWNER,
        order: [{ path: 'registeredAt', direction: 'ASC' }],
        page,
      }),
    toCall: async () => {
      const documents = await model.find({ status: trusted({ $in: [...CALLED] }) }).lean();
      return documents.map((document) => toState<WebhookEndpoint>(document));
    },
  };
}
