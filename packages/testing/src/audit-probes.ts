import { generateKeyPairSync } from 'node:crypto';
import type { ServiceName } from '@qianshou/events';
import { sealAuditLog } from '@qianshou/service-kit/audit';
import type { Connection } from '@qianshou/service-kit/mongo';
import { createOutbox } from '@qianshou/service-kit/outbox';
import type { Probes } from './access-matrix.ts';

interface AuditedService {
  readonly connection: Connection;
}

/** Gives the entries of before their places and signs a head over them, as the service's job does. */
export async function sealed(
  { connection }: AuditedService,
  service: ServiceName,
  key = generateKeyPairSync('ed25519').privateKey,
): Promise<void> {
  const outbox = createOutbox({ connection, service });
  await sealAuditLog({ connection, service, outbox, key: { id: `${service}-test`, key } });
}

/** What is asked of a service's audit log: what was done to one object of one region. */
export async function auditProbes(
  graph: AuditedService,
  service: ServiceName,
  { objectId, region }: { readonly objectId: string; readonly region: string },
): Promise<Probes> {
  await sealed(graph, service);
  return {
    [`Query.${service}AuditLog`]: { args: { where: { objectId, outcome: 'DONE' } }, at: { REGION: region } },
    [`Query.${service}AuditHead`]: {},
  };
}
