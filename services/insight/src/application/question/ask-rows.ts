import { refusePersonsInRows } from '../../domain/access/persons.ts';
import { scopeOf } from '../../domain/access/scope.ts';
import { countAfter, cursorOf, keyAfter } from '../../domain/question/cursor.ts';
import type { RowsQuestion } from '../../domain/question/question.ts';
import { type Answering, type Asker, type Standing, standingOf } from './answering.ts';
import type { FoundRow, RowsPlace } from './ports.ts';

export interface RowsPage extends Standing {
  readonly question: RowsQuestion;
  readonly rows: readonly { readonly node: FoundRow; readonly cursor: string }[];
  readonly hasNextPage: boolean;
  /** Null where nothing was asked. */
  readonly count: () => Promise<number | null>;
}

/** Lists, one by one, the facts that the caller may see. */
export const askRows =
  (answering: Answering) =>
  async (question: RowsQuestion, asker: Asker): Promise<RowsPage> => {
    const standing = await standingOf(answering, question, asker);
    refusePersonsInRows(question);
    const asking = { scope: scopeOf(asker.actor), signal: asker.signal };
    if (asker.dryRun)
      return { ...standing, question, rows: [], hasNextPage: false, count: () => Promise.resolve(null) };
    const mark = JSON.stringify([question.dataset.name, question.where, question.orderBy, question.asOf]);
    const from = placeOf(question, mark);
    const found = await answering.store.rows({ ...question, first: question.first + 1 }, { ...asking, from });
    const before = from.is === 'AFTER_ROWS' ? from.rows : 0;
    const nodes = found.slice(0, question.first);
    return {
      ...standing,
      question,
      rows: nodes.map((node, at) => {
        const place = question.orderBy === null ? node.key : before + at + 1;
        return { node, cursor: cursorOf({ question: mark, at: place }) };
      }),
      hasNextPage: found.length > question.first,
      count: () => answering.store.countRows(question, asking),
    };
  };

function placeOf({ after, orderBy }: RowsQuestion, mark: string): RowsPlace {
  if (after === null) return { is: 'START' };
  return orderBy === null
    ? { is: 'AFTER_KEY', key: keyAfter(after, mark) }
    : { is: 'AFTER_ROWS', rows: countAfter(after, mark) };
}
