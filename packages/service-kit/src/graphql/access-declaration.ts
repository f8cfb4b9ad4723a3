import { type Role, ROLES } from '@qianshou/kernel';
import {
  type DocumentNode,
  type FieldDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
  valueFromASTUntyped,
} from 'graphql';

/** What of an object a grant must cover, by what a grant is over; `AccessScope` in kit.graphql says what each means. */
export const SCOPES = {
  REGION: [
    'TOWNSHIP',
    'COUNTY',
    'COUNTY_OF_TOWNSHIP',
    'RECIPIENT_PROVINCE',
    'DISPATCHING_PROVINCE',
    'HOME_REGION',
    'REGION',
  ],
  AGENCY: [
    'OPERATOR',
    'EMPLOYER',
    'ORGANISER',
    'PAYEE',
    'DISPATCHING_AGENCY',
    'RECIPIENT_AGENCY',
    'NO_AGENCY',
  ],
  WORKER: ['WORKER'],
  PERSON: ['OWNER', 'EACH_ROW'],
} as const;

export type Holding = keyof typeof SCOPES;
export type AccessScope = (typeof SCOPES)[Holding][number];

/** What a grant of each role is over; null where the role alone says all: it holds for the whole platform or nation. */
export const HOLDINGS: Readonly<Record<Role, Holding | null>> = {
  ADMIN: null,
  PROJECT_OFFICE: null,
  PROVINCE_AUTHORITY: 'REGION',
  COUNTY_CIVIL_AFFAIRS: 'REGION',
  TOWNSHIP_CIVIL_AFFAIRS: 'REGION',
  FINANCE_AUDITOR: 'REGION',
  AGENCY_MANAGER: 'AGENCY',
  GUIDANCE_CENTRE: 'REGION',
  EVALUATOR: 'REGION',
  SOCIAL_WORKER: 'WORKER',
  PARTNER: 'REGION',
  ANALYST: 'REGION',
  PUBLIC: null,
};

/** One `@access`: who, over what, and what becomes of a grant over something else. */
export interface AccessClause {
  readonly roles: readonly Role[];
  readonly over: readonly AccessScope[];
  readonly beyond: 'REFUSED' | 'LEFT_OUT';
}

export interface GuardedField {
  /** `Query.station`. */
  readonly path: string;
  readonly type: string;
  readonly node: FieldDefinitionNode;
  readonly clauses: readonly AccessClause[];
}

/** Every field of a contract that says who may use it, in the order of the contract. */
export function guardedFields(contract: DocumentNode): readonly GuardedField[] {
  return contract.definitions.flatMap((definition) => {
    if (!isObject(definition)) return [];
    const type = definition.name.value;
    return (definition.fields ?? []).flatMap((node) => {
      const clauses = accessOf(node);
      return clauses.length === 0 ? [] : [{ path: `${type}.${node.name.value}`, type, node, clauses }];
    });
  });
}

function isObject(node: {
  readonly kind: string;
}): node is ObjectTypeDefinitionNode | ObjectTypeExtensionNode {
  return node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.OBJECT_TYPE_EXTENSION;
}

/**
 * Every `@access` of a field; empty where it has none.
 * @throws when one names what does not exist, or leaves open what a grant must cover.
 */
export function accessOf(field: FieldDefinitionNode): readonly AccessClause[] {
  const found = (field.directives ?? []).filter(({ name }) => name.value === 'access');
  const clauses = found.map(({ arguments: given = [] }) => {
    const values = new Map(given.map(({ name, value }) => [name.value, valueFromASTUntyped(value)]));
    return {
      roles: listed<Role>(values.get('roles')),
      over: listed<AccessScope>(values.get('over')),
      beyond: (values.get('beyond') ?? 'REFUSED') as AccessClause['beyond'],
    };
  });
  const fault = clauses.map(faultOf).find((told) => told !== null) ?? repeatedRole(clauses);
  if (fault !== null) throw new Error(`@access on ${field.name.value} ${fault}`);
  return clauses;
}

/** GraphQL takes one value for a list of one. */
function listed<Value>(value: unknown): readonly Value[] {
  if (value === undefined) return [];
  return (Array.isArray(value) ? value : [value]) as readonly Value[];
}

function faultOf({ roles, over }: AccessClause): string | null {
  const strange = roles.filter((role) => !ROLES.includes(role));
  if (strange.length > 0) return `names no known role: ${strange.join(', ')}`;
  const unknown = over.filter((scope) => holdingOf(scope) === null);
  if (unknown.length > 0) return `names no known scope: ${unknown.join(', ')}`;
  const open = roles.filter((role) => HOLDINGS[role] !== null && scopesFor(role, over).length === 0);
  if (open.length > 0) return `must say what a grant has to cover (over: …) for ${open.join(', ')}`;
  const idle = over.filter((scope) => !roles.some((role) => scopesFor(role, [scope]).length > 0));
  return idle.length > 0 ? `names a scope that none of its roles is over: ${idle.join(', ')}` : null;
}

function repeatedRole(clauses: readonly AccessClause[]): string | null {
  const roles = clauses.flatMap((clause) => clause.roles);
  const repeated = roles.find((role, at) => roles.indexOf(role) !== at);
  return repeated === undefined ? null : `names ${repeated} twice`;
}

/** Those of the scopes that somebody of this role can cover, by the grant or as the person that they are. */
export function scopesFor(role: Role, over: readonly AccessScope[]): readonly AccessScope[] {
  const holding = HOLDINGS[role];
  if (holding === null) return [];
  return over.filter((scope) => [holding, 'PERSON'].includes(holdingOf(scope) ?? ''));
}

export function holdingOf(scope: string): Holding | null {
  const holdings = Object.keys(SCOPES) as Holding[];
  return holdings.find((holding) => (SCOPES[holding] as readonly string[]).includes(scope)) ?? null;
}

/** Where a grant lies, seen from the object. */
export type Placement = 'own' | 'sibling' | 'parent' | 'child';

const WITHIN = { own: true, sibling: false, parent: true, child: false };

/** Which grants cover an object; a placement that there cannot be has no entry. */
export function placementsOf(scope: AccessScope): Readonly<Partial<Record<Placement, boolean>>> {
  if (scope === 'TOWNSHIP') return { own: true, sibling: false, parent: true };
  if (scope === 'COUNTY_OF_TOWNSHIP') return { ...WITHIN, child: true };
  if (scope === 'EACH_ROW') return { own: true, sibling: true, parent: true, child: true };
  return holdingOf(scope) === 'REGION' ? WITHIN : { own: true, sibling: false };
}
