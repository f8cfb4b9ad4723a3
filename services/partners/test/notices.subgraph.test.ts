import { inRegion } from '@qianshou/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { takeTurn } from '../src/delivery/dispatcher.ts';
import type { SendDelivery } from '../src/delivery/send-delivery.ts';
import { anEvent, heardOf, partnersGraph, type PartnersGraph, YIDU } from './under-test.ts';

const owner = { ...inRegion('PARTNER', YIDU), subject: 'partner|notices' };

let graph: PartnersGraph;
const ids: string[] = [];
const told: string[] = [];

beforeAll(async () => {
  graph = await partnersGraph();
  for (const path of ['failing', 'well']) {
    const input = {
      name: '演示接收端',
      url: `https://partner.example.org/${path}`,
      region: YIDU,
      from: 'NOW',
    };
    const { data } = await graph.execute(
      'mutation ($input: CreateWebhookEndpointInput!) { createWebhookEndpoint(input: $input) { endpoint { id } } }',
      { input },
      owner,
    );
    ids.push(data.createWebhookEndpoint.endpoint.id);
  }
  await graph.connection.collection('webhook_endpoints').updateMany({}, { $set: { status: 'ACTIVE' } });
  await graph.connection.collection('webhook_deliveries').updateMany({}, { $set: { status: 'SKIPPED' } });
  await graph.useCases.takeRecords([heardOf(anEvent('qianshou.station.opened.v1'), 1)]);
});
afterAll(() => graph.stop());

const send: SendDelivery = async ({ url }, { type, about }) => {
  const status = url.endsWith('failing') ? 500 : 200;
  if (status === 200) told.push([type, ...Object.values(about ?? {}).slice(1)].join(' '));
  return {
    attempt: { at: new Date(), status, milliseconds: 1, said: '' },
    retryAfter: null,
    isAnswered: true,
  };
};
const turnOf = async (id = ''): Promise<void> => {
  const endpoint = await graph.useCases.findEndpointToCall(id as never);
  if (endpoint !== null) await takeTurn({ useCases: graph.useCases, send }, endpoint, 0);
};

describe('an endpoint that fails', () => {
  it('is told of to its owner by their other endpoints, at 50, 70 and 90 % and when it is disabled', async () => {
    for (let tried = 0; tried < 10; tried += 1) {
      await graph.connection
        .collection('webhook_deliveries')
        .updateMany({ status: 'DUE' }, { $set: { dueAt: new Date(0) } });
      await turnOf(ids[0]);
    }
    await turnOf(ids[1]);
    await turnOf(ids[1]);

    expect(told.toSorted()).toEqual([
      'qianshou.partners.endpoint-disabled.v1 EXHAUSTED',
      'qianshou.partners.endpoint-failing.v1 50',
      'qianshou.partners.endpoint-failing.v1 70',
      'qianshou.partners.endpoint-failing.v1 90',
      'qianshou.station.opened.v1',
    ]);
  });

  it('takes no place from the events of those that work', async () => {
    const deliveries = graph.connection.collection<{ _id: string }>('webhook_deliveries');
    const { _id, ...notice } = (await deliveries.findOne({ endpointId: ids[1], kind: 'NOTICE' })) ?? {
      _id: '',
    };
    const waiting = { ...notice, status: 'DUE', dueAt: new Date('2099-01-01T00:00:00Z') };
    await deliveries.insertMany(
      Array.from({ length: 100 }, (_, at) => ({ ...waiting, _id: `${_id}-${at}`, eventId: `n${at}` })),
    );
    await graph.useCases.takeRecords([heardOf(anEvent('qianshou.station.resumed.v1'), 2)]);

    await turnOf(ids[1]);

    expect(told).toContain('qianshou.station.resumed.v1');
  });
});
