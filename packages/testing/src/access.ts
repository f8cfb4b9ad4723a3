import { type Grant, PUBLIC_ACTOR, type Role, ROLES } from '@qianshou/kernel';
import { anActor } from './actors.ts';
import type { Answer } from './subgraph.ts';

export type Verdict = 'ADMITTED' | 'FORBIDDEN' | 'UNAUTHENTICATED';

interface Askable {
  readonly execute: (
    query: string,
    variables: Record<string, unknown>,
    actor: ReturnType<typeof anActor>,
  ) => Promise<Answer>;
}

export interface AccessQuestion {
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  /** What every role's grant covers; the roles differ, the scope does not. */
  readonly scope: Omit<Grant, 'role'>;
}

/**
 * Asks the same as every role there is. Admitted is whoever is not turned away: a rule of the domain may still refuse
 * what a person of that role asks.
 */
export async function verdicts(graph: Askable, question: AccessQuestion): Promise<Record<Role, Verdict>> {
  const found: [Role, Verdict][] = [];
  for (const role of ROLES) {
    const actor = role === 'PUBLIC' ? PUBLIC_ACTOR : anActor(role, question.scope);
    const { code } = await graph.execute(question.query, question.variables ?? {}, actor);
    found.push([role, code === 'FORBIDDEN' || code === 'UNAUTHENTICATED' ? code : 'ADMITTED']);
  }
  return Object.fromEntries(found) as Record<Role, Verdict>;
}

/** The complement: who is not named is refused, whatever roles there will be. */
export function onlyFor(...admitted: readonly Role[]): Record<Role, Verdict> {
  const verdictOf = (role: Role): Verdict => {
    if (admitted.includes(role) || admitted.includes('PUBLIC')) return 'ADMITTED';
    return role === 'PUBLIC' ? 'UNAUTHENTICATED' : 'FORBIDDEN';
  };
  return Object.fromEntries(ROLES.map((role) => [role, verdictOf(role)])) as Record<Role, Verdict>;
}
