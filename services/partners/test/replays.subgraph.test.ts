import { SERVICES } from '@qianshou/events';
import { inRegion } from '@qianshou/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillDeliveries } from '../src/application/webhook/deliver.ts';
import { mongoFeedLog } from '../src/persistence/feed/feed.repository.ts';
import { mongoStandings } from '../src/persistence/standing/standing.repository.ts';
import { mongoDeliveries } from '../src/persistence/webhook/delivery.repository.ts';
import { anEvent, heardOf, linesOf, partnersGraph, type PartnersGraph, YIDU } from './under-test.ts';

const partner = inRegion('PARTNER', YIDU);
const OPENED = 'qianshou.station.opened.v1';

let graph: PartnersGraph;
let id = '';

beforeAll(async () => {
  graph = await partnersGraph();
  const input = { name: '演示接收端', url: 'https://partner.example.org/hook', region: YIDU };
  const { data } = await graph.execute(
    'mutation ($input: CreateWebhookEndpointInput!) { createWebhookEndpoint(input: $input) { endpoint { id } } }',
    { input },
    partner,
  );
  ({ id } = data.createWebhookEndpoint.endpoint);
  await graph.connection
    .collection('webhook_endpoints')
    .updateOne({ _id: id as never }, { $set: { status: 'ACTIVE' } });
  await graph.connection
    .collection('webhook_deliveries')
    .updateMany({ endpointId: id }, { $set: { status: 'SKIPPED' } });
  await graph.useCases.takeRecords([1, 2].map((seq) => heardOf(anEvent(OPENED), seq)));
});
afterAll(() => graph.stop());

const replay = (after: string | null = null) =>
  graph.execute(
    'mutation ($input: ReplayWebhookEventsInput!) { replayWebhookEvents(input: $input) { endpoint { id } } }',
    { input: { id, after } },
    partner,
  );
const endpointToCall = async () => {
  const [endpoint] = await graph.useCases.endpointsToCall();
  if (endpoint === undefined) throw new Error('no endpoint is called');
  return endpoint;
};

describe('replayWebhookEvents', () => {
  it('begins anew also where deliveries of what came are being made at the same time', async () => {
    const feed = mongoFeedLog(graph.connection, SERVICES);
    const fill = fillDeliveries({
      deliveries: mongoDeliveries(graph.connection),
      standings: mongoStandings(graph.connection),
      feed: {
        ...feed,
        read: async (after, limit) => {
          await replay();
          return feed.read(after, limit);
        },
      },
    });

    const meanwhile = await fill(await endpointToCall(), new Date());
    const then = await graph.useCases.fillDeliveries(await endpointToCall(), new Date());

    expect(meanwhile).toEqual([]);
    expect(then.map((delivery) => delivery.id)).toEqual([`${id}/1/1`, `${id}/1/2`]);
  });

  it('is refused from a position of before the feed was put back to an earlier state', async () => {
    const [line] = linesOf(await graph.knock('/feed', { actor: partner, query: { limit: '1' } }));
    await graph.connection
      .collection('outbox_life')
      .updateOne({ _id: 'log' as never }, { $set: { epoch: 7 } }, { upsert: true });

    expect((await replay(line?.position)).code).toBe('POSITION_GONE');
  });
});
