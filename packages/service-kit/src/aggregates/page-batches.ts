import DataLoader from 'dataloader';
import type { mongo, PipelineStage } from 'mongoose';
import { currentScope, type Scope } from '../scope/scope.ts';
import type { AggregateModel, StoredAggregate } from './aggregate-schema.ts';
import { fillMissing } from './missing-fields.ts';
import { currentSession } from '../mongo/transaction.ts';

/** One page's rows, as a list under one parent asks for them. */
export interface PageRead {
  readonly filter: Record<string, unknown>;
  readonly sort: readonly [string, 1 | -1][];
  readonly limit: number;
  /** Paths that are not loaded. */
  readonly without: readonly string[];
  readonly index?: Readonly<Record<string, 1 | -1>>;
}

/** Counting stops here: whoever sees this number knows that there are as many or more. */
export const LARGEST_COUNT = 100_000;

/** Branches of one command; the database takes at most 1,000 stages. */
const MOST_AT_ONCE = 100;

/** Which of the branches a row is of. */
const BRANCH = '__branch';

type Row = StoredAggregate & { readonly [BRANCH]: number };

interface Batches {
  readonly pages: DataLoader<PageRead, readonly StoredAggregate[]>;
  readonly counts: DataLoader<Record<string, unknown>, number>;
}

/** Of each request, by model: what it asks for in one breath costs one command. */
const requests = new WeakMap<Scope, Map<AggregateModel, Batches>>();

export function readPage(model: AggregateModel, read: PageRead): Promise<readonly StoredAggregate[]> {
  return batchesOf(model)?.pages.load(read) ?? findPage(model, read);
}

export function countUpTo(model: AggregateModel, filter: Record<string, unknown>): Promise<number> {
  return batchesOf(model)?.counts.load(filter) ?? countOne(model, filter);
}

/** None in a transaction, whose reads are of its session and one after the other. */
function batchesOf(model: AggregateModel): Batches | null {
  if (currentSession() !== undefined) return null;
  const scope = currentScope();
  const byModel = requests.get(scope) ?? new Map<AggregateModel, Batches>();
  requests.set(scope, byModel);
  const known = byModel.get(model);
  if (known !== undefined) return known;
  const options = { cache: false, maxBatchSize: MOST_AT_ONCE };
  const batches: Batches = {
    pages: new DataLoader((reads) => readPages(model, reads), options),
    counts: new DataLoader((filters) => countAll(model, filters), options),
  };
  byModel.set(model, batches);
  return batches;
}

async function readPages(
  model: AggregateModel,
  reads: readonly PageRead[],
): Promise<readonly (readonly StoredAggregate[])[]> {
  const [first] = reads;
  if (reads.length === 1 && first !== undefined) return [await findPage(model, first)];
  const branches = reads.map(({ filter, sort, limit, without }): PipelineStage[] => [
    { $match: cast(model, filter) },
    { $sort: Object.fromEntries(sort) },
    { $limit: limit },
    ...(without.length === 0 ? [] : [{ $unset: [...without] }]),
  ]);
  // In one piece, however many rows: a second piece would be another command.
  const batchSize = reads.reduce((sum, { limit }) => sum + limit, 1);
  const rows = await model.aggregate<Row>(unionOf(model, branches)).option({ batchSize });
  const pages = reads.map((): StoredAggregate[] => []);
  for (const { [BRANCH]: branch, ...row } of rows) pages[branch]?.push(fillMissing(model.schema, row));
  return pages;
}

async function findPage(model: AggregateModel, read: PageRead): Promise<readonly StoredAggregate[]> {
  return model
    .find(read.filter)
    .sort([...read.sort])
    .limit(read.limit)
    .select(Object.fromEntries(read.without.map((path) => [path, 0])))
    .setOptions(read.index === undefined ? {} : { hint: { ...read.index } })
    .lean();
}

async function countAll(
  model: AggregateModel,
  filters: readonly Record<string, unknown>[],
): Promise<readonly number[]> {
  const [first] = filters;
  if (filters.length === 1 && first !== undefined) return [await countOne(model, first)];
  const branches = filters.map((filter) => [
    { $match: cast(model, filter) },
    { $limit: LARGEST_COUNT },
    { $count: 'count' },
  ]);
  const rows = await model.aggregate<Row & { readonly count: number }>(unionOf(model, branches));
  const counts = new Map(rows.map((row) => [row[BRANCH], row.count]));
  return filters.map((_filter, branch) => counts.get(branch) ?? 0);
}

async function countOne(model: AggregateModel, filter: Record<string, unknown>): Promise<number> {
  return model.countDocuments(filter, { limit: LARGEST_COUNT });
}

/** Each branch is a query of its own, with its own index, in one command. */
function unionOf(model: AggregateModel, branches: readonly PipelineStage[][]): PipelineStage[] {
  const coll = model.collection.collectionName;
  const [first = [], ...others] = branches.map((stages, branch) => [
    ...stages,
    { $set: { [BRANCH]: branch } },
  ]);
  return [...first, ...others.map((pipeline) => ({ $unionWith: { coll, pipeline } }) as PipelineStage)];
}

/** A pipeline is not cast by the model, as a query is. */
function cast(model: AggregateModel, filter: Record<string, unknown>): mongo.Document {
  return model.find().cast(model, { ...filter });
}
