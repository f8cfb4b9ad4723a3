import { aroundPersons, personalIn, refuseFinePersons } from '../../domain/access/persons.ts';
import { scopeOf } from '../../domain/access/scope.ts';
import { countAfter, cursorOf } from '../../domain/question/cursor.ts';
import { type Group, told } from '../../domain/question/groups.ts';
import type { GroupsQuestion } from '../../domain/question/question.ts';
import { type Answering, type Asker, type Standing, standingOf } from './answering.ts';

export interface GroupsPage extends Standing {
  readonly question: GroupsQuestion;
  readonly groups: readonly { readonly node: Group; readonly cursor: string }[];
  readonly total: number;
  readonly hasNextPage: boolean;
}

/** Counts by groups what the caller may see. */
export const askGroups =
  (answering: Answering) =>
  async (question: GroupsQuestion, asker: Asker): Promise<GroupsPage> => {
    const standing = await standingOf(answering, question, asker);
    const personal = personalIn(question);
    if (personal !== null) refuseFinePersons(question, personal);
    if (asker.dryRun) return { ...standing, question, groups: [], total: 0, hasNextPage: false };
    const asking = { scope: scopeOf(asker.actor), signal: asker.signal };
    const counted = await answering.store.groups(question, asking);
    const around = personal === null ? null : await answering.store.groups(aroundPersons(question), asking);
    return { ...standing, ...pageOf(told(counted, question, around), question) };
  };

function pageOf(
  groups: readonly Group[],
  question: GroupsQuestion,
): Pick<GroupsPage, 'question' | 'groups' | 'total' | 'hasNextPage'> {
  const mark = markOf(question);
  const from = question.after === null ? 0 : countAfter(question.after, mark) + 1;
  const nodes = groups.slice(from, from + question.first);
  return {
    question,
    groups: nodes.map((node, at) => ({ node, cursor: cursorOf({ question: mark, at: from + at }) })),
    total: groups.length,
    hasNextPage: from + nodes.length < groups.length,
  };
}

function markOf({ dataset, by, measures, where, having, order, asOf }: GroupsQuestion): string {
  return JSON.stringify([dataset.name, by.map(({ name }) => name), measures, where, having, order, asOf]);
}
