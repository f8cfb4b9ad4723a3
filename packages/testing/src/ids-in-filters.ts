import { randomUUIDv7 } from 'node:crypto';
import { getNullableType } from 'graphql';
import { type Askable } from './access-question.ts';
import { askList, askOnce, filtersOf, type ListPlace } from './every-list.ts';
import type { Values } from './filter-samples.ts';
import type { Answer } from './subgraph.ts';

/** No id at all, one that is cut off, and one of a kind that is in no list. */
const MALFORMED = ['1', '', 'sta_', `nobody_${randomUUIDv7()}`, '{"$ne":null}'];

export interface IdAnswer {
  readonly field: string;
  readonly id: string;
  readonly answer: unknown;
}

/**
 * Ids in filters that are answered otherwise than by the rule: what cannot be an id of the kind is BAD_USER_INPUT, what
 * could be one and is not there finds nothing.
 */
export async function wrongAnswersToIds(graph: Askable, place: ListPlace): Promise<readonly IdAnswer[]> {
  const ids = filtersOf(graph, place.path).filter(({ type }) => String(getNullableType(type)) === 'IdFilter');
  const wrong: IdAnswer[] = [];
  for (const { name: field } of ids) {
    for (const id of MALFORMED) {
      const { code } = await askOnce(graph, place, askingFor(place, field, id));
      if (code !== 'BAD_USER_INPUT') wrong.push({ field, id, answer: code ?? 'ANSWERED' });
    }
    const id = `any_${randomUUIDv7()}`;
    const answer = await askList(graph, place, askingFor(place, field, id));
    if (!findsNothing(answer, place)) wrong.push({ field, id, answer: answer.code ?? answer.data });
  }
  return wrong;
}

function askingFor({ base }: ListPlace, field: string, id: string): Values {
  return { ...base, where: { ...(base['where'] as Values | undefined), [field]: { eq: id } } };
}

/** Of an object whose reading is a matter of access, that it is not there may be said. */
function findsNothing({ data, code, errors }: Answer, { path }: ListPlace): boolean {
  if (errors[0]?.extensions?.['kind'] === 'NOT_FOUND') return true;
  return code === undefined && rowsOf(data, path).length === 0;
}

function rowsOf(data: Answer['data'], path: string): readonly unknown[] {
  return (data[path.split('.')[1] ?? ''] as { readonly nodes: readonly unknown[] }).nodes;
}
