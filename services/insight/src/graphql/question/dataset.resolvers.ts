import { itemFieldsAsked } from '@qianshou/service-kit/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { GroupsPage } from '../../application/question/ask-groups.ts';
import type { RowsPage } from '../../application/question/ask-rows.ts';
import type { FoundRow } from '../../application/question/ports.ts';
import { readableFields } from '../../domain/access/persons.ts';
import type { Dataset } from '../../domain/dataset/dataset.ts';
import { DATASETS } from '../../domain/dataset/datasets.ts';
import { isLevel } from '../../domain/question/dimensions.ts';
import type { Group } from '../../domain/question/groups.ts';
import {
  type GivenGroups,
  type GivenRows,
  readGroups,
  readRows,
} from '../../domain/question/read-question.ts';
import { rowsOfGroup } from '../../domain/question/rows-of-group.ts';
import type { Context } from '../context.ts';

interface DryRun {
  readonly dryRun?: boolean | null;
}

type Resolve<Parent, Args> = (
  parent: Parent,
  args: Args,
  context: Context,
  info: GraphQLResolveInfo,
) => unknown;

/** Two fields of each dataset; they differ in the dataset alone, as the contract that is made of the same declarations. */
export const datasetQueries = Object.fromEntries(
  DATASETS.flatMap((dataset) => [
    [`${dataset.name}Rows`, rowsOf(dataset)],
    [`${dataset.name}Groups`, groupsOf(dataset)],
  ]),
);

export const datasetTypes = Object.fromEntries(
  DATASETS.flatMap((dataset) => {
    const type = dataset.name.charAt(0).toUpperCase() + dataset.name.slice(1);
    return [
      [`${type}Row`, rowType(dataset)],
      [`${type}Group`, { keys: keysOf, records: recordsOf }],
    ];
  }),
);

function rowsOf(dataset: Dataset): Resolve<unknown, GivenRows & DryRun> {
  return async (_root, { dryRun, ...given }, { useCases, actor, signal }, info) => {
    const question = readRows(dataset, fieldsAsked(dataset, info), given);
    return rowsPage(await useCases.askRows(question, { actor, signal, dryRun: dryRun === true }));
  };
}

function groupsOf(dataset: Dataset): Resolve<unknown, GivenGroups & DryRun> {
  return async (_root, { dryRun, ...given }, { useCases, actor, signal }) =>
    groupsPage(
      await useCases.askGroups(readGroups(dataset, given), { actor, signal, dryRun: dryRun === true }),
    );
}

interface GroupParent extends Group {
  readonly page: GroupsPage;
}

interface RecordsArgs {
  readonly first: number;
  readonly after?: string | null;
}

async function recordsOf(
  { keys, page }: GroupParent,
  { first, after }: RecordsArgs,
  { useCases, actor, signal }: Context,
  info: GraphQLResolveInfo,
): Promise<unknown> {
  const fields = fieldsAsked(page.question.dataset, info);
  const question = rowsOfGroup(page.question, keys, { first, after: after ?? null, fields });
  return rowsPage(await useCases.askRows(question, { actor, signal, dryRun: false }));
}

/** What is joined costs: it is left where nobody asks for it. Who asks for no rows yet means whole ones. */
function fieldsAsked(dataset: Dataset, info: GraphQLResolveInfo): readonly string[] {
  const asked = itemFieldsAsked(info);
  const readable = readableFields(dataset);
  if (asked.length === 0) return readable;
  const named = new Set([...asked, ...(asked.includes('region') ? [dataset.place] : [])]);
  return readable.filter((name) => named.has(name));
}

function rowsPage(page: RowsPage): object {
  return {
    nodes: page.rows.map(({ node }) => node),
    pageInfo: pageInfoOf(page.rows, page),
    standing: page,
    totalCount: page.count,
  };
}

function groupsPage(page: GroupsPage): object {
  return {
    nodes: page.groups.map(({ node }) => ({ ...node, page })),
    pageInfo: pageInfoOf(page.groups, page),
    standing: page,
    totalCount: page.total,
  };
}

function pageInfoOf(
  items: readonly { readonly cursor: string }[],
  {
    hasNextPage,
    question,
  }: Pick<RowsPage, 'hasNextPage'> & { readonly question: { readonly after: string | null } },
): object {
  return {
    hasNextPage,
    hasPreviousPage: question.after !== null,
    startCursor: items[0]?.cursor ?? null,
    endCursor: items.at(-1)?.cursor ?? null,
  };
}

/** Cells are fields; where a row lies is a region of the graph, and what it stands for an object of its owner. */
function rowType({ place, entity, fields }: Dataset): object {
  const cells = Object.keys(fields).map((name) => [
    name,
    ({ cells: found }: FoundRow) => found[name] ?? null,
  ]);
  const object =
    entity === undefined
      ? []
      : [
          [
            entity.charAt(0).toLowerCase() + entity.slice(1),
            ({ key }: FoundRow) => ({ __typename: entity, id: key }),
          ],
        ];
  const region = ({ cells: found }: FoundRow): object | null => regionOf(found[place]);
  return Object.fromEntries([...cells, ...object, ['region', region]]);
}

function regionOf(code: unknown): object | null {
  return typeof code === 'string' ? { __typename: 'Region', code } : null;
}

/** Keys with the names of their dimensions. */
function keysOf({ keys, page }: GroupParent): readonly object[] {
  return page.question.by.map((dimension, at) => {
    const value = keys[at] ?? null;
    return { dimension: dimension.name, value, region: isLevel(dimension.grain) ? regionOf(value) : null };
  });
}
