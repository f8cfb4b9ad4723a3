import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Actor, PUBLIC_ACTOR } from '@qianshou/kernel';
import type { ActionOperations } from '@qianshou/service-kit/graphql';
import { admittedTo, type Probes, probesAt } from './access-matrix.ts';
import type { CountedGraph } from './cost-of-lists.ts';

export interface ActionAnswer {
  readonly allowed: boolean | null;
  readonly code: string | null;
  readonly message: string | null;
  readonly mayBeDoneBy: readonly { readonly role: string }[] | null;
}

interface ActionAsked {
  readonly type: string;
  readonly action: string;
  readonly path: string;
  readonly id: string;
}

/** Null of services whose objects nothing can be done with. */
export async function actionsOf(folder: string): Promise<ActionOperations | null> {
  const file = join(folder, 'src/graphql/action-operations.ts');
  if (!existsSync(file)) return null;
  return ((await import(file)) as { readonly actionOperations: ActionOperations }).actionOperations;
}

/** Of each action whose object the probes name: what a stranger is told, and what somebody whom its operation admits. */
export async function checksOfActions(
  graph: CountedGraph,
  kinds: ActionOperations,
  probes: Probes,
): Promise<Readonly<Record<string, { readonly stranger: ActionAnswer; readonly admitted: ActionAnswer }>>> {
  const answers: Record<string, { readonly stranger: ActionAnswer; readonly admitted: ActionAnswer }> = {};
  for (const asked of actionsAsked(kinds, probes)) {
    const [probe] = probesAt(probes, asked.path);
    if (probe === undefined) continue;
    answers[`${asked.type}.${asked.action}`] = {
      stranger: await check(graph, asked, PUBLIC_ACTOR),
      admitted: await check(graph, asked, admittedTo(graph, asked.path, probe)),
    };
  }
  return answers;
}

function actionsAsked(kinds: ActionOperations, probes: Probes): readonly ActionAsked[] {
  const everything = JSON.stringify(probes);
  return Object.entries(kinds).flatMap(([type, { prefix, operations }]) =>
    Object.entries(operations).flatMap(([action, operation]) => {
      const path = `Mutation.${typeof operation === 'string' ? operation : operation.operation}`;
      const ids = new RegExp(`"(${prefix}_[0-9a-f-]{36})"`);
      const id = (ids.exec(JSON.stringify(probesAt(probes, path))) ?? ids.exec(everything))?.[1];
      return id === undefined ? [] : [{ type, action, path, id }];
    }),
  );
}

async function check(graph: CountedGraph, { id, action }: ActionAsked, actor: Actor): Promise<ActionAnswer> {
  const type = Object.keys(graph.schema.getTypeMap()).find(
    (name) => /^[A-Z][a-z]+ActionCheck$/.test(name) && hasFields(graph, name),
  );
  const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on ${type} {
    allowed code message rule evidence { name value } mayBeDoneBy { role over } } } }`;
  const { data, errors } = await graph.execute(
    query,
    { of: [{ __typename: type, objectId: id, action }] },
    actor,
  );
  const answer = (data as { _entities?: readonly ActionAnswer[] } | null)?._entities?.[0];
  if (answer === undefined || answer === null)
    throw new Error(`${id} ${action}: ${errors.map(({ message }) => message).join()}`);
  return answer;
}

function hasFields({ schema }: CountedGraph, name: string): boolean {
  const type = schema.getType(name);
  return type !== undefined && 'getFields' in type && 'allowed' in type.getFields();
}
