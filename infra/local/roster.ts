import { SERVICES, type ServiceName } from '@qianshou/events';

export type ProcessName = ServiceName | 'gateway';

export interface Ports {
  /** GraphQL. */
  readonly graphql: number;
  /** Health and metrics. */
  readonly health: number;
}

export const PROCESS_NAMES: readonly ProcessName[] = ['gateway', ...SERVICES];

const GATEWAY_PORT = 4000;
const HEALTH_OFFSET = 100;

/** Where everything listens: 4000 the gateway, 4001 … 4007 the services, health and metrics a hundred above. */
export function portsFrom(gatewayPort = GATEWAY_PORT): Readonly<Record<ProcessName, Ports>> {
  const ports = PROCESS_NAMES.map((name, index) => {
    const graphql = gatewayPort + index;
    return [name, { graphql, health: graphql + HEALTH_OFFSET }] as const;
  });
  return Object.fromEntries(ports) as Record<ProcessName, Ports>;
}

export function graphqlUrl(port: number): string {
  return `http://127.0.0.1:${port}/graphql`;
}
