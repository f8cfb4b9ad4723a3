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
  /** SHA-256 of the documents that were named as evidence; absent in entries of before, and where none were. */
  readonly documents?: readonly string[];
  /** The code of a refusal. */
  readonly code: string | null;
  readonly correlationId: string;
  readonly causationId: string | null;
}

/** As the event types of the catalogue end: what was recorded is struck out, put right or taken back. */
const PUTS_RIGHT = /[.-](corrected|struck|revised|reversed|returned)\.v\d+$/;

/** Whether it says of earlier entries of its object that they were not so. */
export function putsRight({ events }: Pick<AuditEntry, 'events'>): boolean {
  return events.some((type) => PUTS_RIGHT.test(type));
}

/** `dispatch-struck` of a `dispatch-assignment` strikes it out as a whole, `activity-struck` of a `station` does not. */
function strikesAll({ events, objectType }: AuditEntry): boolean {
  const struck = events
    .map((type) => /\.(?:([a-z-]+)-)?struck\.v\d+$/.exec(type))
    .filter((found) => found !== null);
  return struck.some(([, what = '']) => objectType?.includes(what) === true);
}

/** Of later entries of the same object, in their order, the first that changes again what this one changed, or strikes all. */
export function correctionOf<Entry extends AuditEntry>(
  entry: AuditEntry,
  corrections: readonly Entry[],
): Entry | null {
  const own = fieldsOf(entry);
  const after = corrections.filter(({ versionAfter }) => (versionAfter ?? 0) > (entry.versionAfter ?? 0));
  const changesAgain = (each: Entry): boolean => [...fieldsOf(each)].some((field) => own.has(field));
  return after.find((each) => strikesAll(each) || changesAgain(each)) ?? null;
}

/** Without what lies within a field. */
function fieldsOf({ changes }: AuditEntry): ReadonlySet<string> {
  return new Set(changes.map(({ field }) => field.split('.')[0] ?? field));
}
