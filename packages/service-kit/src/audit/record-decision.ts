import { randomBytes, randomUUIDv7 } from 'node:crypto';
import { type ServiceName, serviceOf, type Publication } from '@qianshou/events';
import { chinaDay, grantUsed, isRegionCode, type Recorded, recordedBy } from '@qianshou/kernel';
import type { Connection } from 'mongoose';
import { inTransaction, transactionSession } from '../mongo/transaction.ts';
import { asItsAuthor, currentScope } from '../scope/scope.ts';
import type { AuditActor, AuditEntry, AuditOutcome } from './audit-entry.ts';
import { auditRows, type Kept, rowOf } from './audit-rows.ts';
import { changedFields } from './changed-fields.ts';
import type { Decision } from './decision.ts';

type Document = Readonly<Record<string, unknown>>;

/** An aggregate that was saved, as it was and as it is. */
export interface SavedObject {
  readonly before: Document | null;
  readonly after: Document;
  readonly publications: readonly Publication[];
  /** The change that it comes of. */
  readonly made: object;
}

export interface SavedKind {
  readonly connection: Connection;
  /** As in the event catalogue. */
  readonly aggregate: string;
  /** Says facts of a person. */
  readonly personal?: boolean;
}

/** Within the transaction that saves them: what was done to objects of one kind. */
export async function recordSaved(kind: SavedKind, saved: readonly SavedObject[]): Promise<void> {
  if (saved.length === 0) return;
  const rows = saved.map((each) => asItsAuthor(each.made, () => rowOf(keptOf(kind, each))));
  await auditRows(kind.connection).insertMany(rows, { session: transactionSession() });
  for (const { made } of saved) asItsAuthor(made, () => currentScope().decision?.told());
}

function keptOf(
  { aggregate, personal = false }: SavedKind,
  { publications, before, after }: SavedObject,
): Kept {
  const [first] = publications;
  if (first === undefined) throw new Error('nothing is saved without an event');
  const events = publications.map(({ type }) => type);
  return done({ service: serviceOf(first.type), objectType: aggregate, events, personal, before, after });
}

interface Done {
  readonly service: ServiceName;
  readonly objectType: string;
  readonly before: Document | null;
  readonly after: Document;
  readonly events: readonly string[];
  readonly personal: boolean;
}

function done({ before, after, personal, ...said }: Done): Kept {
  const salt = newSalt();
  const regions = regionsIn(after);
  const entry = entryBy({
    ...said,
    outcome: 'DONE',
    regions,
    objectId: String(after['_id']),
    versionBefore: before === null ? null : Number(before['version']),
    versionAfter: Number(after['version']),
    changes: changedFields(before, after, { salt, personal }),
    agencies: agenciesIn(after),
    code: null,
  });
  return { entry, salt, regions };
}

export interface Unsaved {
  readonly outcome: Exclude<AuditOutcome, 'DONE'>;
  readonly code: string | null;
  /** The first id that the request names. */
  readonly objectId: string | null;
}

/** In a transaction of its own: a request that changed nothing, because there was nothing to change or it was refused. */
export async function recordUnsaved(
  connection: Connection,
  service: ServiceName,
  { outcome, code, objectId }: Unsaved,
): Promise<void> {
  const grants = currentScope().decision?.actor.grants ?? [];
  const regions = [...new Set(grants.flatMap(({ region }) => region ?? []))];
  const nothing = { versionBefore: null, versionAfter: null, events: [], changes: [], agencies: [] };
  const entry = entryBy({ service, outcome, regions, objectType: null, objectId, ...nothing, code });
  const row = rowOf({ entry, salt: newSalt(), regions });
  await inTransaction(connection, async () => {
    await auditRows(connection).insertOne(row, { session: transactionSession() });
  });
}

export interface Repaired {
  readonly objectType: string;
  readonly before: Document;
  readonly after: Document;
}

/** Within the transaction of the repair: nothing was decided and nothing is told, but it is known what was changed. */
export function recordRepair(
  connection: Connection,
  service: ServiceName,
  repaired: Repaired,
): Promise<void> {
  return recordRepairs(connection, service, [repaired]);
}

export async function recordRepairs(
  connection: Connection,
  service: ServiceName,
  repaired: readonly Repaired[],
): Promise<void> {
  const rows = repaired.map((each) => rowOf(done({ service, events: [], personal: true, ...each })));
  await auditRows(connection).insertMany(rows, { session: transactionSession() });
}

type Facts = Omit<
  AuditEntry,
  'id' | 'at' | 'operation' | 'actor' | 'reason' | 'correlationId' | 'causationId'
> & { readonly regions: readonly string[]; readonly agencies: readonly string[] };

function entryBy({ regions, agencies, ...facts }: Facts): AuditEntry {
  const { decision, correlationId, causationId = null } = currentScope();
  return {
    ...facts,
    id: randomUUIDv7(),
    at: new Date(),
    operation: decision?.operation ?? 'start-up',
    actor: actorOf(decision, { regions, agencies }),
    reason: decision?.reason ?? null,
    ...documentsOf(decision),
    correlationId,
    causationId,
  };
}

function documentsOf(decision: Decision | undefined): Pick<AuditEntry, 'documents'> {
  return decision === undefined || decision.documents.length === 0 ? {} : { documents: decision.documents };
}

interface Place {
  readonly regions: readonly string[];
  readonly agencies: readonly string[];
}

const THE_PLATFORM: AuditActor = {
  role: null,
  regionCode: null,
  agencyId: null,
  workerId: null,
  subject: null,
};

function actorOf(decision: Decision | undefined, place: Place): AuditActor {
  if (decision === undefined) return THE_PLATFORM;
  const { subject } = decision.actor;
  const grant = grantUsed(decision.actor, decision.roles, place);
  if (grant === undefined) return { ...THE_PLATFORM, subject };
  const { role, region: regionCode = null, agencyId = null, workerId = null } = grant;
  return { role, regionCode, agencyId, workerId, subject };
}

/** Of a new object, as the decision at hand makes it; undefined where nobody in particular does. */
export function recordedNow(state: object): Recorded | undefined {
  const { decision } = currentScope();
  if (decision === undefined) return undefined;
  const place = { regions: regionsIn({ ...state }), agencies: agenciesIn({ ...state }) };
  return recordedBy(decision.actor, chinaDay(decision.at), { roles: decision.roles, ...place }) ?? undefined;
}

/** Every region that the object names by itself, be it its own or one of two sides. */
function regionsIn(document: Document): readonly string[] {
  const named = Object.entries(document).filter(([field]) => /code$/i.test(field));
  const codes = named.map(([, value]) => value).filter((value) => typeof value === 'string');
  return [...new Set(codes.filter(isRegionCode))];
}

function agenciesIn(document: Document): readonly string[] {
  return Object.values(document).filter(
    (value): value is string => typeof value === 'string' && value.startsWith('agy_'),
  );
}

function newSalt(): string {
  return randomBytes(16).toString('base64url');
}
