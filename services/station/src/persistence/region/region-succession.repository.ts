import { countyOf } from '@qianshou/kernel';
import {
  aggregateModel,
  aggregateSchema,
  aggregateStore,
  type Connection,
  keysetPage,
  oneOf,
  type Publish,
  STRUCK,
  toState,
  trusted,
  withinRegion,
} from '@qianshou/service-kit/mongo';
import type { Outbox } from '@qianshou/service-kit/outbox';
import type { RegionSuccessions, SuccessionFilter } from '../../application/region/ports.ts';
import { regionSuccessionNotFound } from '../../domain/region/errors.ts';
import type { RegionSuccession, SuccessionEvent } from '../../domain/region/region-succession.ts';
import { byDay } from '../reference/day-order.ts';

const text = { type: String, required: true } as const;
const optionalText = { type: String, default: null } as const;

const successionSchema = aggregateSchema(
  {
    kind: text,
    from: [String],
    to: [String],
    /** All that it names, for lists. */
    codes: [String],
    name: optionalText,
    on: text,
    source: text,
    sourceUrl: optionalText,
    followedOn: optionalText,
    struck: STRUCK,
  },
  [
    { keys: { on: 1, _id: 1 } },
    { keys: { codes: 1, on: 1, _id: 1 } },
    { keys: { kind: 1, on: 1, _id: 1 } },
    { keys: { followedOn: 1, on: 1 } },
  ],
);

export function mongoRegionSuccessions(
  connection: Connection,
  outbox: Outbox,
  publish: Publish<RegionSuccession, SuccessionEvent>,
): RegionSuccessions {
  const model = aggregateModel(connection, 'RegionSuccession', successionSchema, 'region_successions');
  const store = aggregateStore<RegionSuccession, SuccessionEvent>({
    connection,
    model,
    aggregate: 'region-succession',
    outbox,
    publish,
    notFound: regionSuccessionNotFound,
  });
  const found = async (filter: Record<string, unknown>) =>
    (await model.find(filter).sort({ on: 1, _id: 1 }).lean()).map((row) => toState<RegionSuccession>(row));
  return {
    ...store,
    save: ({ state, events }) =>
      store.save({ state: { ...state, codes: [...new Set([...state.from, ...state.to])] } as never, events }),
    list: (filter, direction, page) =>
      keysetPage<RegionSuccession>({
        model,
        filter: toFilter(filter),
        order: byDay('on', direction),
        page,
      }),
    findAround: (code) => found({ codes: withinRegion(countyOf(code)), struck: null }),
    findNaming: async (codes) => {
      const all = await found({ codes: trusted({ $in: [...codes] }), struck: null });
      return codes.map((code) => all.filter(({ from, to }) => from.includes(code) || to.includes(code)));
    },
    findDue: (today) => found({ followedOn: null, struck: null, on: trusted({ $lte: today }) }),
    findFollowed: () => found({ followedOn: trusted({ $ne: null }), struck: null }),
  };
}

function toFilter({ within, kind, struck }: SuccessionFilter): Record<string, unknown> {
  return {
    struck: struck ? trusted({ $ne: null }) : null,
    ...(within === null ? {} : { codes: withinRegion(within) }),
    ...oneOf('kind', kind),
  };
}
