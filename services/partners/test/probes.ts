import { auditProbes, inRegion, type Probes } from '@qianshou/testing';
import { anEvent, heardOf, type PartnersGraph, YIDU } from './under-test.ts';

const OWNER = 'partner|probes';
const owner = { ...inRegion('PARTNER', YIDU), subject: OWNER };

const CREATE = `mutation ($input: CreateWebhookEndpointInput!) {
  createWebhookEndpoint(input: $input) { endpoint { id } }
}`;

/** What every operation is asked: about an endpoint of one partner, in each state that an operation needs. */
export async function probesOf(graph: PartnersGraph): Promise<Probes> {
  const endpoint = async (...states: readonly string[]): Promise<string> => {
    const input = { name: '演示接收端', url: 'https://partner.example.org/hook', region: YIDU };
    const { data } = await graph.execute(CREATE, { input }, owner);
    const { id } = data.createWebhookEndpoint.endpoint as { readonly id: string };
    const [status] = states;
    if (status !== undefined)
      await graph.connection
        .collection('webhook_endpoints')
        .updateOne({ _id: id as never }, { $set: { status } });
    return id;
  };
  await graph.useCases.takeRecords([heardOf(anEvent('qianshou.station.opened.v1'), 1)]);
  const [pending, active, paused] = [await endpoint(), await endpoint('ACTIVE'), await endpoint('PAUSED')];
  const at = { OWNER };
  await graph.useCases.noteCaller({ ...owner, token: { issuedAt: 1, expiresAt: 2 } });
  const on = (id: string) => ({ args: { input: { id } }, at });
  return {
    ...(await auditProbes(graph, 'partners', { objectId: active, region: YIDU })),
    'Query.partnerEventTypes': { args: {} },
    'Query.partnerStanding': { args: { subject: OWNER }, at },
    'Mutation.withdrawPartnerAccess': {
      args: { input: { subject: 'partner|withdrawn', reason: '合同期满' } },
    },
    'Mutation.restorePartnerAccess': { args: { input: { subject: 'partner|withdrawn' } } },
    'Query.webhookEndpoint': { args: { id: active }, at },
    'Query.webhookEndpoints': { args: {}, at },
    'Query.webhookPreview': { args: { region: YIDU }, at: { REGION: YIDU } },
    'Mutation.createWebhookEndpoint': {
      args: { input: { name: '演示接收端', url: 'https://partner.example.org/other', region: YIDU } },
      at: { REGION: YIDU },
    },
    'Mutation.verifyWebhookEndpoint': on(pending),
    'Mutation.sendTestEvent': on(active),
    'Mutation.pauseWebhookEndpoint': on(active),
    'Mutation.enableWebhookEndpoint': on(paused),
    'Mutation.rotateWebhookSecret': on(active),
    'Mutation.replayWebhookEvents': on(active),
    'Mutation.removeWebhookEndpoint': on(pending),
  };
}
