import { NATION } from '@qianshou/kernel';
import {
  aggregateModel,
  aggregateSchema,
  type Connection,
  countyOrAbove,
  keysetPage,
  oneOf,
  toState,
  trusted,
} from '@qianshou/service-kit/mongo';
import type { StandingFilter, Standings } from '../../application/exit/ports.ts';
import type { ExitStanding } from '../../domain/exit/exit-standing.ts';

const text = { type: String, required: true } as const;
const number = { type: Number, required: true } as const;
const tail = { unmetCount: 1, _id: 1 } as const;

const standingSchema = aggregateSchema(
  {
    schemeId: text,
    recipientAgencyId: text,
    countyCode: text,
    regions: [text],
    countyTier: text,
    cycleYear: number,
    unmet: [text],
    unmetCount: number,
  },
  [
    { keys: { countyCode: 1 } },
    { keys: { recipientAgencyId: 1 } },
    { keys: { regions: 1, ...tail } },
    { keys: { regions: 1, countyTier: 1, ...tail } },
    { keys: { regions: 1, cycleYear: 1, ...tail } },
    { keys: { schemeId: 1, ...tail } },
  ],
);

export function mongoStandings(connection: Connection): Standings {
  const model = aggregateModel(connection, 'ExitStanding', standingSchema, 'exit_standings');
  const findAll = async (filter: Record<string, unknown>): Promise<readonly ExitStanding[]> => {
    const documents = await model.find(filter).sort({ _id: 1 }).lean();
    return documents.map((document) => toState<ExitStanding>(document));
  };
  return {
    find: async (id) => (await findAll({ _id: id }))[0] ?? null,
    ofCounties: (codes) => findAll({ countyCode: trusted({ $in: [...new Set(codes)] }) }),
    ofRecipient: (recipientAgencyId) => findAll({ recipientAgencyId }),
    put: async ({ id, ...standing }) => {
      const document = { _id: id, ...standing, version: standing.version + 1 };
      await model.replaceOne({ _id: id }, document, { upsert: true });
    },
    drop: async (id) => {
      await model.deleteOne({ _id: id });
    },
    list: (filter, direction, page) =>
      keysetPage<ExitStanding>({
        model,
        filter: toFilter(filter),
        order: [{ path: 'unmetCount', direction }],
        page,
      }),
  };
}

function toFilter({ within, lacks, ready, countyTier, ...exactly }: StandingFilter): Record<string, unknown> {
  const named = Object.entries(exactly).filter(([, value]) => value !== null);
  return {
    regions: countyOrAbove(within ?? NATION),
    ...Object.fromEntries(named),
    ...oneOf('countyTier', countyTier),
    ...oneOf('unmet', lacks),
    ...(ready === null ? {} : { unmetCount: ready ? 0 : trusted({ $gt: 0 }) }),
  };
}
