import type { Publication } from '@qianshou/events';
import type { EndpointEvent, WebhookEndpoint } from '../domain/webhook/endpoint.ts';

export function publishEndpointEvent(event: EndpointEvent, endpoint: WebhookEndpoint): Publication {
  const { id, mode, regionCode } = endpoint;
  const data = { endpointId: id };
  switch (event.type) {
    case 'endpoint.registered':
      return { type: 'qianshou.partners.endpoint-registered.v1', data: { ...data, mode }, regionCode };
    case 'endpoint.activated':
      return { type: 'qianshou.partners.endpoint-activated.v1', data, regionCode };
    case 'endpoint.paused':
      return { type: 'qianshou.partners.endpoint-paused.v1', data, regionCode };
    case 'endpoint.enabled':
      return {
        type: 'qianshou.partners.endpoint-enabled.v1',
        data: { ...data, from: event.from },
        regionCode,
      };
    case 'endpoint.disabled':
      return {
        type: 'qianshou.partners.endpoint-disabled.v1',
        data: { ...data, reason: event.reason },
        regionCode,
      };
    case 'endpoint.secret-rotated':
      return { type: 'qianshou.partners.endpoint-secret-rotated.v1', data, regionCode };
    case 'endpoint.removed':
      return { type: 'qianshou.partners.endpoint-removed.v1', data, regionCode };
  }
}
