import { type CalendarDate, type RegionCode, regionNotFound } from '@qianshou/kernel';
import {
  aggregateModel,
  type AggregateModel,
  aggregateSchema,
  coalescing,
  type Connection,
  keysetPage,
  namedLike,
  oneOf,
  SEARCH_TOKENS,
  searchedName,
  toState,
  trusted,
  withinRegion,
} from '@qianshou/service-kit/mongo';
import type { RegionFilter, Regions, Succession } from '../../application/reference/ports.ts';
import type { Region } from '../../domain/reference/region.ts';
import { goneBy } from '../../domain/region/region-succession.ts';

const text = { type: String, required: true } as const;

/** Rows in one bulk write: large enough to be fast, small enough to hold. */
const BATCH = 2_000;

const BY_PARENT = { parentCode: 1, _id: 1 } as const;

const regionSchema = aggregateSchema(
  {
    name: text,
    level: text,
    parentCode: { type: String, default: null },
    kind: { type: String, default: null },
    retiredOn: { type: String, default: null },
    units: { type: { _id: false, all: Number, quasi: Number }, required: true },
  },
  [{ keys: BY_PARENT }, { keys: { level: 1, _id: 1 } }, { keys: { [SEARCH_TOKENS]: 1, _id: 1 } }],
  { searchedBy: 'name' },
);

/** Reference data: read by everybody, written only by the import. */
export function mongoRegions(connection: Connection): Regions {
  const model = aggregateModel(connection, 'Region', regionSchema, 'regions');
  const imports = connection.collection<{ _id: string; fingerprint: string; rows: number }>('imports');
  const findMany = manyRegions(model);
  return {
    findMany,
    get: async (code) => {
      const [region] = await findMany([code]);
      if (region === null || region === undefined) throw regionNotFound({ id: code });
      return region;
    },
    list: listed(model),
    listChildren: (parentCode, { retired, ...filter }, direction, page) =>
      keysetPage<Region>({
        model,
        filter: { parentCode, ...toFilter(filter), ...(retired ? {} : { retiredOn: null }) },
        order: [{ path: '_id', direction }],
        page,
        index: BY_PARENT,
      }),
    succeed: (change) => succeed(model, change),
    isImported: async (fingerprint) =>
      (await imports.findOne({ _id: 'regions' }))?.fingerprint === fingerprint,
    replaceAll: async (regions, { fingerprint, on, followed }) => {
      const codes = await writeAll(model, regions);
      const retired = await retireOthers(model, codes, on);
      for (const change of await followed()) await succeed(model, change);
      // Last: an import that was cut off leaves no fingerprint and is done again.
      await imports.replaceOne({ _id: 'regions' }, { fingerprint, rows: codes.size }, { upsert: true });
      return { rows: codes.size, retired };
    },
  };
}

function manyRegions(model: AggregateModel): Regions['findMany'] {
  return coalescing(async (codes) => {
    const documents = await model.find({ _id: trusted({ $in: [...codes] }) }).lean();
    const byCode = new Map(documents.map((document) => [document._id, toState<Region>(document)]));
    return codes.map((code) => byCode.get(code) ?? null);
  });
}

async function succeed(model: AggregateModel, change: Succession): Promise<void> {
  const { to, name, on } = change;
  const gone = [...goneBy(change)];
  await model.updateMany({ _id: trusted({ $in: gone }) }, { $set: { retiredOn: on } });
  if (name !== null && to[0] !== undefined)
    await model.updateOne({ _id: to[0] }, { $set: { name, search: searchedName(name) } });
}

async function writeAll(
  model: AggregateModel,
  regions: AsyncIterable<Region>,
): Promise<ReadonlySet<RegionCode>> {
  const codes = new Set<RegionCode>();
  let batch: Region[] = [];
  for await (const region of regions) {
    batch.push(region);
    codes.add(region.id);
    if (batch.length < BATCH) continue;
    await writeBatch(model, batch);
    batch = [];
  }
  if (batch.length > 0) await writeBatch(model, batch);
  return codes;
}

/** Those in use, by code. */
function listed(model: AggregateModel): Regions['list'] {
  return (filter, direction, page) =>
    keysetPage<Region>({
      model,
      filter: { ...toFilter(filter), retiredOn: null },
      order: [{ path: '_id', direction }],
      page,
    });
}

function toFilter({ within, name, level }: RegionFilter): Record<string, unknown> {
  return {
    ...(within === null ? {} : { _id: withinRegion(within) }),
    ...namedLike(name),
    ...oneOf('level', level),
  };
}

async function writeBatch(model: AggregateModel, batch: readonly Region[]): Promise<void> {
  await model.collection.bulkWrite(
    batch.map(({ id, ...region }) => ({
      replaceOne: {
        filter: { _id: id as never },
        replacement: { ...region, version: 1, search: searchedName(region.name) },
        upsert: true,
      },
    })),
    { ordered: false },
  );
}

/** Those that stood in an earlier file only. */
async function retireOthers(
  model: AggregateModel,
  codes: ReadonlySet<RegionCode>,
  on: CalendarDate,
): Promise<readonly RegionCode[]> {
  const retired: RegionCode[] = [];
  for await (const { _id } of model.find({ retiredOn: null }, { _id: 1 }).lean().cursor())
    if (!codes.has(_id as RegionCode)) retired.push(_id as RegionCode);
  await model.updateMany({ _id: trusted({ $in: retired }) }, { $set: { retiredOn: on } });
  return retired.toSorted();
}
