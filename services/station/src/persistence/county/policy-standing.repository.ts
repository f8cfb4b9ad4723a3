import {
  aggregateModel,
  aggregateSchema,
  aggregateStore,
  type Connection,
  type Publish,
} from '@qianshou/service-kit/mongo';
import type { Outbox } from '@qianshou/service-kit/outbox';
import type { PolicyStandings } from '../../application/county/ports.ts';
import { regionNotFound } from '@qianshou/kernel';
import type { PolicyInForceChanged, PolicyStanding } from '../../domain/county/policy-standing.ts';

const number = { type: Number, required: true } as const;

const standingSchema = aggregateSchema(
  {
    policyId: { type: String, default: null },
    numbers: { type: String, default: '' },
    demonstrationStations: number,
    demonstrationRooms: number,
    unitsOutOfScope: number,
  },
  [],
);

export function mongoPolicyStandings(
  connection: Connection,
  outbox: Outbox,
  publish: Publish<PolicyStanding, PolicyInForceChanged>,
): PolicyStandings {
  return aggregateStore<PolicyStanding, PolicyInForceChanged>({
    connection,
    model: aggregateModel(connection, 'PolicyStanding', standingSchema, 'policy_standings'),
    aggregate: 'policy-standing',
    outbox,
    publish,
    notFound: regionNotFound,
  });
}
