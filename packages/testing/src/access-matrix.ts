import { type Actor, type Grant, PUBLIC_ACTOR, type Role, ROLES } from '@qianshou/kernel';
import {
  type AccessClause,
  type AccessScope,
  accessOf,
  HOLDINGS,
  scopesFor,
} from '@qianshou/service-kit/graphql';
import { type Askable, fieldAt, type Outcome, outcomeOf, type Question } from './access-question.ts';
import { doesCover, grantsAround, grantsOver, type Whereabouts } from './placed-grants.ts';

/** One question of an operation, aimed at an object that exists. */
export interface Probe extends Question {
  /** What of the object a grant can cover. A scope that has no part in this kind of object is left out. */
  readonly at?: Whereabouts;
  /** Which kind of object, where an operation has several. */
  readonly kind?: string;
  /** Roles over platform or nation that have no part in this kind. */
  readonly not?: readonly Role[];
}

/** By `Query.station`, `Mutation.openStation`, `Contract.payments`. */
export type Probes = Readonly<Record<string, Probe | readonly Probe[]>>;

export function probesAt(probes: Probes, path: string): readonly Probe[] {
  return [probes[path] ?? []].flat();
}

export function firstProbe(probes: Probes, path: string): Probe {
  const [probe] = probesAt(probes, path);
  if (probe === undefined) throw noProbe(path);
  return probe;
}

function noProbe(path: string): Error {
  return new Error(`${path} has no probe: say in test/probes.ts what to ask of it`);
}

/** Of every object that anything is asked about. */
function placesOf(probes: Probes): readonly Whereabouts[] {
  return Object.keys(probes).flatMap((path) => probesAt(probes, path).map(({ at = {} }) => at));
}

export interface Comparison {
  readonly asked: Readonly<Record<string, string>>;
  readonly declared: Readonly<Record<string, string>>;
}

/**
 * Asks an operation as everybody: each of its roles with a grant over the object, beside it, above, below, over nothing
 * and over whatever else the probes know; of every other role somebody who holds it over all of these at once, for a
 * grant more never takes anything away. Beside the answers stands what the contract's `@access` says.
 */
export async function askEverybody(graph: Askable, path: string, probes: Probes): Promise<Comparison> {
  const own = probesAt(probes, path);
  if (own.length === 0) throw noProbe(path);
  const { astNode } = fieldAt(graph.schema, path);
  const clauses = astNode ? accessOf(astNode) : [];
  const known = placesOf(probes);
  const asked: Record<string, string> = {};
  const declared: Record<string, string> = { ...unasked(clauses, own) };
  for (const probe of own) {
    for (const { as, grants, expected, subject } of askersOf(clauses, probe, known)) {
      const name = probe.kind === undefined ? as : `${probe.kind}: ${as}`;
      asked[name] = await outcomeOf(graph, path, probe, actorOf(grants, subject ?? `test|${path}|${name}`));
      declared[name] = expected;
    }
  }
  return { asked, declared };
}

/** Somebody whom the operation admits to the object of the probe, in the name of their own. */
export function admittedTo(graph: Askable, path: string, probe: Probe): Actor {
  const { astNode } = fieldAt(graph.schema, path);
  const askers = askersOf(astNode ? accessOf(astNode) : [], probe, []);
  const admitted = askers.find(({ expected, role }) => expected === 'ADMITTED' && role !== 'PUBLIC');
  if (admitted === undefined) throw new Error(`The probe of ${path} admits nobody`);
  return actorOf(admitted.grants, `test|${path}|twice`);
}

/** Of each role that an operation names somebody whose grant does not cover the object of the probe. */
export function strangersTo(graph: Askable, path: string, probe: Probe, probes: Probes) {
  const { astNode } = fieldAt(graph.schema, path);
  const clauses = astNode ? accessOf(astNode) : [];
  const known = placesOf(probes);
  const named = clauses.flatMap(({ roles }) => roles);
  const refused = askersOf(clauses, probe, known).filter(
    ({ expected, role }) => expected === 'REFUSED' && named.includes(role),
  );
  return [...Map.groupBy(refused, ({ role }) => role).values()].flatMap((askers) =>
    askers.slice(0, 3).map(({ as, role, grants, subject }) => ({
      as,
      actor: actorOf(grants, subject ?? `test|${path}|stranger|${as}`),
      /** Whether the grant covers anything of the object: its holder may see it, and be refused as one who sees it. */
      isConcerned: HOLDINGS[role] === null || grants.some((grant) => coversAny(grant, probe.at ?? {})),
    })),
  );
}

function coversAny(grant: Grant, at: Whereabouts): boolean {
  const scopes = Object.entries(at) as (readonly [AccessScope, string])[];
  return scopes.some(([scope, own]) => doesCover(grant, scope, own));
}

/** Everybody is somebody else: a person who asks twice would be answered from what was remembered. */
function actorOf(grants: readonly Grant[], subject: string): Actor {
  return grants.some(({ role }) => role === 'PUBLIC') ? PUBLIC_ACTOR : { subject, grants };
}

interface Asker {
  readonly as: string;
  readonly role: Role;
  readonly grants: readonly Grant[];
  readonly subject?: string;
  readonly expected: Outcome;
}

function askersOf(
  clauses: readonly AccessClause[],
  probe: Probe,
  known: readonly Whereabouts[],
): readonly Asker[] {
  const open = clauses.some(({ roles }) => roles.includes('PUBLIC'));
  const askers = ROLES.flatMap((role): readonly Asker[] => {
    if (open) return [{ as: role, role, grants: [{ role }], expected: 'ADMITTED' }];
    const clause = clauses.find(({ roles }) => roles.includes(role));
    const strangers = grantsOver(role, known);
    if (clause === undefined) return [{ as: role, role, grants: strangers, expected: refusalOf(role) }];
    const { at = {}, not = [] } = probe;
    if (HOLDINGS[role] === null && !not.includes(role))
      return [{ as: role, role, grants: [{ role }], expected: 'ADMITTED' }];
    return [
      ...around(role, clause, at),
      ...strangers.map((grant) => ({
        as: nameOf(grant),
        role,
        grants: [grant],
        expected: verdictOn(grant, clause, at),
      })),
    ];
  });
  return eachOnce(askers);
}

/** What lies beside one scope may be what lies within another: the same grant is asked for once. */
function eachOnce(askers: readonly Asker[]): readonly Asker[] {
  const byGrant = new Map<string, Asker>();
  for (const asker of askers) {
    const key = JSON.stringify([asker.grants, asker.subject, asker.expected]);
    if (!byGrant.has(key)) byGrant.set(key, asker);
  }
  return [...byGrant.values()];
}

function nameOf({ role, region, agencyId, workerId }: Grant): string {
  const over = region ?? agencyId ?? workerId;
  return over === undefined ? role : `${role} of ${over}`;
}

function refusalOf(role: Role): Outcome {
  return role === 'PUBLIC' ? 'UNAUTHENTICATED' : 'REFUSED';
}

function around(role: Role, clause: AccessClause, at: Whereabouts): readonly Asker[] {
  return scopesFor(role, clause.over).flatMap((scope) => {
    const own = at[scope];
    if (own === undefined) return [];
    return grantsAround(role, scope, own).map(({ placement, covers, grant, ...held }) => ({
      ...held,
      as: `${role} ${placement}`,
      role,
      grants: [grant],
      expected: covers ? ('ADMITTED' as const) : verdictOn(grant, clause, at),
    }));
  });
}

function verdictOn(grant: Grant, { over, beyond }: AccessClause, at: Whereabouts): Outcome {
  const covered = scopesFor(grant.role, over).some((scope) => {
    const own = at[scope];
    return own !== undefined && doesCover(grant, scope, own);
  });
  return covered ? 'ADMITTED' : beyond;
}

/** What the contract declares and no probe asks about: there is nothing asked to equal it. */
function unasked(
  clauses: readonly AccessClause[],
  probes: readonly Probe[],
): Readonly<Record<string, string>> {
  const scopes = new Set(probes.flatMap(({ at = {} }) => Object.keys(at)));
  const missing: readonly (AccessScope | Role)[] = clauses.flatMap(({ over, roles }) => [
    ...over.filter((scope) => !scopes.has(scope)),
    ...roles.filter((role) => HOLDINGS[role] === null && probes.every(({ not = [] }) => not.includes(role))),
  ]);
  return Object.fromEntries(missing.map((what) => [what, 'to be asked by a probe']));
}
