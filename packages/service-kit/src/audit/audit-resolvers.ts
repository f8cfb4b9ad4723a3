import type { ServiceName } from '@qianshou/events';
import {
  type Actor,
  actsFor,
  hasRole,
  notPermitted,
  type RegionCode,
  type Role,
  isWithin,
} from '@qianshou/kernel';
import { type Connection, toConnection } from '../graphql/connection.ts';
import type { SubgraphContext } from '../graphql/context.ts';
import { type PageArguments, pageOf } from '../graphql/parse.ts';
import type { AuditQuestion, ReadEntry } from './audit-reader.ts';

type Context = SubgraphContext<unknown, unknown>;

type Where = { readonly [Key in Exclude<keyof AuditQuestion, 'within'>]?: AuditQuestion[Key] | undefined } & {
  readonly regionCode?: RegionCode | null | undefined;
  readonly object?: string | null | undefined;
  readonly actor?: string | null | undefined;
};

export type AuditEntryPage = Connection<ReadEntry>;

/** Of a type whose `id` an aggregate of the service has. */
export const history = async (
  { id }: { readonly id: string },
  args: PageArguments,
  { audit }: Context,
): Promise<AuditEntryPage> => toConnection(await audit.history(id, pageOf(args)));

const operations = {
  log: async (
    _root: unknown,
    { where, ...args }: PageArguments & { readonly where?: Where | null | undefined },
    { audit, actor }: Context,
  ): Promise<AuditEntryPage> => toConnection(await audit.log(questionOf(where ?? {}, actor), pageOf(args))),
  head: (_root: unknown, _args: unknown, { audit }: Context) => audit.head(),
};

type Fields<Service extends ServiceName> = Record<`${Service}AuditLog`, (typeof operations)['log']> &
  Record<`${Service}AuditHead`, (typeof operations)['head']>;

/** A service's root fields of its audit log, named after it. */
export function auditFields<Service extends ServiceName>(service: Service): Fields<Service> {
  return {
    [`${service}AuditLog`]: operations.log,
    [`${service}AuditHead`]: operations.head,
  } as Fields<Service>;
}

const ANYTHING = { objectId: null, operation: null, subject: null, outcome: null, day: null } as const;

/** `object` and `actor` are the other names of what a row calls `objectId` and `subject`. */
function questionOf({ regionCode, object, actor: by, ...where }: Where, actor: Actor): AuditQuestion {
  const named = { objectId: object, subject: by };
  return { ...ANYTHING, ...given(where), ...given(named), within: withinGrants(actor, regionCode ?? null) };
}

type Given<Asked> = { [Key in keyof Asked]?: NonNullable<Asked[Key]> };

function given<Asked extends object>(asked: Asked): Given<Asked> {
  const entries = Object.entries(asked).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(entries) as Given<Asked>;
}

/** Where the asker may audit, and of that where is asked for; null for everywhere. */
function withinGrants(actor: Actor, asked: RegionCode | null): readonly RegionCode[] | null {
  if (hasRole(actor, ['ADMIN'])) return asked === null ? null : [asked];
  const own = actor.grants.flatMap(({ role, region }) =>
    role === 'FINANCE_AUDITOR' && region !== undefined ? [region] : [],
  );
  if (asked === null) return own;
  if (!own.some((region) => isWithin(asked, region))) throw notPermitted({ needs: ['FINANCE_AUDITOR'] });
  return [asked];
}

const AUDITORS: readonly Role[] = ['FINANCE_AUDITOR'];
const OVERSEERS: readonly Role[] = [...AUDITORS, 'PROVINCE_AUTHORITY', 'COUNTY_CIVIL_AFFAIRS'];

function may(
  actor: Actor,
  everywhere: readonly Role[],
  there: readonly Role[],
  { regions }: ReadEntry,
): boolean {
  return hasRole(actor, everywhere) || regions.some((region) => actsFor(actor, there, region as RegionCode));
}

const mayAudit = (actor: Actor, entry: ReadEntry): boolean => may(actor, ['ADMIN'], AUDITORS, entry);
const mayOversee = (actor: Actor, entry: ReadEntry): boolean =>
  may(actor, ['ADMIN', 'PROJECT_OFFICE'], OVERSEERS, entry);

export interface ShownProof {
  readonly index: number;
  readonly treeSize: number;
  readonly path: string[];
}

/** How the shared types of the audit log show the kit's states. */
export const auditTypes = {
  AuditEntry: {
    actor: (entry: ReadEntry, _args: unknown, { actor }: Context) => {
      const { subject } = entry.actor;
      const known = mayAudit(actor, entry) || (subject !== null && subject === actor.subject);
      return { ...entry.actor, subject: known ? subject : null };
    },
    changes: (entry: ReadEntry, _args: unknown, { actor }: Context) =>
      mayOversee(actor, entry) ? [...entry.changes] : null,
    reason: (entry: ReadEntry, _args: unknown, { actor }: Context) =>
      mayOversee(actor, entry) ? entry.reason : null,
    body: (entry: ReadEntry, _args: unknown, { actor }: Context) =>
      mayAudit(actor, entry) ? entry.body : null,
    documents: ({ documents = [] }: ReadEntry) => [...documents],
    correctedBy: (entry: ReadEntry, _args: unknown, { audit }: Context) => audit.correction(entry),
    proof: async (entry: ReadEntry, _args: unknown, { audit }: Context): Promise<ShownProof | null> => {
      const proof = await audit.proof(entry);
      return proof === null ? null : { index: proof.index, treeSize: proof.size, path: [...proof.path] };
    },
  },
};
