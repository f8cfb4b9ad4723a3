import type { z } from 'zod';
import type { EventDefinition, ServiceName } from '../define-event.ts';
import { auditEvents } from './audit.ts';
import { fundingContractEvents } from './funding-contracts.ts';
import { fundingEvents } from './funding.ts';
import { fundingEvaluationEvents } from './funding-evaluation.ts';
import { fundingLedgerEvents } from './funding-ledger.ts';
import { fundingPaymentEvents } from './funding-payments.ts';
import { fundingFourEyesEvents } from './funding-four-eyes.ts';
import { fundingPurchaseEvents } from './funding-purchases.ts';
import { importEvents } from './imports.ts';
import { pairingEvents } from './pairing.ts';
import { pairingCorrectionEvents } from './pairing-corrections.ts';
import { pairingPutRightEvents } from './pairing-put-right.ts';
import { pairingLifeCycleEvents } from './pairing-life-cycle.ts';
import { pairingSupervisionEvents } from './pairing-supervision.ts';
import { pairingWorkEvents } from './pairing-work.ts';
import { partnersEvents } from './partners.ts';
import { personnelEvents } from './personnel.ts';
import { stationEvents } from './station.ts';
import { stationCentreEvents } from './station-centre.ts';
import { stationEvaluationEvents } from './station-evaluation.ts';
import { stationLifeCycleEvents } from './station-life-cycle.ts';
import { stationPutRightEvents } from './station-put-right.ts';
import { stationPublicEvents } from './station-public.ts';
import { stationRegionEvents } from './station-region.ts';
import { stationServiceEvents } from './station-service.ts';
import { stationSupervisionEvents } from './station-supervision.ts';
import { stationVillageRoomEvents } from './station-village-room.ts';
import { trainingEvents } from './training.ts';

/** Everything the five services publish. */
export const eventCatalogue = [
  ...pairingEvents,
  ...pairingLifeCycleEvents,
  ...pairingWorkEvents,
  ...pairingCorrectionEvents,
  ...pairingPutRightEvents,
  ...pairingSupervisionEvents,
  ...stationEvents,
  ...stationCentreEvents,
  ...stationSupervisionEvents,
  ...stationVillageRoomEvents,
  ...stationRegionEvents,
  ...stationLifeCycleEvents,
  ...stationEvaluationEvents,
  ...stationPutRightEvents,
  ...stationServiceEvents,
  ...stationPublicEvents,
  ...personnelEvents,
  ...trainingEvents,
  ...fundingEvents,
  ...fundingContractEvents,
  ...fundingPaymentEvents,
  ...fundingLedgerEvents,
  ...fundingPurchaseEvents,
  ...partnersEvents,
  ...fundingEvaluationEvents,
  ...fundingFourEyesEvents,
  ...importEvents,
  ...auditEvents,
] as const;

type Catalogued = (typeof eventCatalogue)[number];

export type EventType = Catalogued['type'];
export type EventTypeOf<Service extends ServiceName> = Extract<EventType, `qianshou.${Service}.${string}`>;
/** `pairing/scheme`: an aggregate with the service that owns it. */
export type AggregateOf<Service extends ServiceName> = {
  readonly [S in Service]: `${S}/${Extract<Catalogued, { readonly type: EventTypeOf<S> }>['aggregate']}`;
}[Service];
export type AggregateOfType<Type extends EventType> = Type extends `qianshou.${infer Service}.${string}`
  ? `${Service}/${Extract<Catalogued, { readonly type: Type }>['aggregate']}`
  : never;
/** All that is told of an aggregate. */
export type EventTypeOfAggregate<Aggregate extends string> =
  Aggregate extends `${infer Service extends ServiceName}/${infer Name}`
    ? Extract<Catalogued, { readonly type: EventTypeOf<Service>; readonly aggregate: Name }>['type']
    : never;
export type EventData<Type extends EventType> = z.output<Extract<Catalogued, { type: Type }>['data']>;

/** What a service hands to the outbox: one fact, typed by its name. */
export type Publication<Type extends EventType = EventType> = {
  readonly [T in Type]: { readonly type: T; readonly data: EventData<T>; readonly regionCode: string | null };
}[Type];

const byType = new Map<string, EventDefinition>(eventCatalogue.map((each) => [each.type, each]));

export function definitionOf(type: string): EventDefinition | undefined {
  return byType.get(type);
}
