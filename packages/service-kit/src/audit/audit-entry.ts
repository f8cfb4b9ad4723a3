import type { RegionCode, Role } from '@qianshou/kernel';
import type { ServiceName } from '@qianshou/events';
import type { FieldChange } from './changed-fields.ts';

export const OUTCOMES = ['DONE', 'UNCHANGED', 'REFUSED'] as const;

/** What became of a request to change something. */
export type AuditOutcome = (typeof OUTCOMES)[number];

/** By which role, over what, and who that was. */
export interface AuditActor {
  /** Null: the platform itself, in a job or after an event of another service. */
  readonly role: Role | null;
  readonly regionCode: RegionCode | null;
  readonly agencyId: string | null;
  readonly workerId: string | null;
  /** Of a token; null for the public. */
  readonly subject: string | null;
}

/** Who did what to which object, when and why. Its canonical JSON is a leaf of the service's tree. */
export interface AuditEntry {
  readonly id: string;
  readonly service: ServiceName;
  readonly at: Date;
  readonly outcome: AuditOutcome;
  /** The operation of the graph, the type of the event that was reacted to, or the job. */
  readonly operation: string;
  readonly actor: AuditActor;
  /** Null where the request named none. */
  readonly objectType: string | null;
  readonly objectId: string | null;
  readonly versionBefore: number | null;
  readonly versionAfter: number | null;
  /** Types of the events that tell it. */
  readonly events: readonly string[];
  readonly changes: readonly FieldChange[];
  readonly reason: string | null;
  /** The code of a refusal. */
  readonly code: string | null;
  readonly correlationId: string;
  readonly causationId: string | null;
}
