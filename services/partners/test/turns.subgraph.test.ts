import { inRegion } from '@qianshou/testing';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { takeTurn } from '../src/delivery/dispatcher.ts';
import type { SendDelivery } from '../src/delivery/send-delivery.ts';
import { anEvent, heardOf, partnersGraph, type PartnersGraph, YIDU } from './under-test.ts';

const OPENED = 'qianshou.station.opened.v1';
const TAKEN = { retryAfter: null, isAnswered: true };

let graph: PartnersGraph;
let id = '';

beforeAll(async () => {
  graph = await partnersGraph();
  const input = { name: '演示接收端', url: 'https://partner.example.org/hook', region: YIDU };
  const { data } = await graph.execute(
    'mutation ($input: CreateWebhookEndpointInput!) { createWebhookEndpoint(input: $input) { endpoint { id } } }',
    { input },
    inRegion('PARTNER', YIDU),
  );
  ({ id } = data.createWebhookEndpoint.endpoint);
  await graph.connection
    .collection('webhook_endpoints')
    .updateOne({ _id: id as never }, { $set: { status: 'ACTIVE' } });
  await graph.useCases.takeRecords([1, 2].map((seq) => heardOf(anEvent(OPENED), seq)));
});
afterAll(() => graph.stop());

const turn = async (send: SendDelivery) => {
  const endpoint = await graph.useCases.findEndpointToCall(id as never);
  if (endpoint === null) throw new Error('the endpoint is not called');
  return takeTurn({ useCases: graph.useCases, send }, endpoint, 0);
};
const stored = async () => {
  const rows = await graph.connection
    .collection('webhook_deliveries')
    .find({ endpointId: id, kind: 'EVENT' })
    .sort({ seq: 1 })
    .toArray();
  return rows.map((row) => row['status'] as string);
};

describe('a turn of deliveries', () => {
  it('ends when all of it has ended, also where one of them breaks', async () => {
    const broken = turn(async (_endpoint, { seq }) => {
      if (seq === 1) throw new Error('broken');
      await pause(100);
      return { ...TAKEN, attempt: { at: new Date(), status: 200, milliseconds: 100, said: '' } };
    });

    await expect(broken).rejects.toThrow('broken');

    expect(await stored()).toEqual(['DUE', 'DELIVERED']);
  });

  it('passes over what is not told any more: nothing waits behind it', async () => {
    await graph.connection
      .collection('webhook_deliveries')
      .updateOne({ endpointId: id, kind: 'EVENT', status: 'DUE' }, { $set: { seq: 9 } });

    expect(await turn(graph.send)).toBe(false);
    expect(await stored()).toEqual(['DELIVERED', 'SKIPPED']);
  });
});
