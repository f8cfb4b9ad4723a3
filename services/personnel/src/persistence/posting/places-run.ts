import { levelOf, type RegionCode } from '@qianshou/kernel';
import { type AggregateModel, keysetPage, toState, trusted } from '@qianshou/service-kit/mongo';
import type { PlacesRun, PostsRun } from '../../application/people/ports.ts';
import type { Posting } from '../../domain/posting/posting.ts';
import { ofCounties } from '../reference/read-scope.ts';

const notOver = { status: trusted({ $ne: 'LEFT' }), struck: null } as const;

/** Posts by who runs them: what is over is no business of theirs any more. */
export function ofPlacesRun(model: AggregateModel): PostsRun {
  return {
    listRun: (places, page) =>
      keysetPage<Posting>({
        model,
        filter: { ...notOver, $and: trusted([runBy(places)]) },
        order: [{ path: 'startsOn', direction: 'DESC' }],
        page,
      }),
    findPresent: async (workers) => {
      if (workers.length === 0) return [];
      const documents = await model
        .find({ ...notOver, workerId: trusted({ $in: [...workers] }) })
        .sort({ startsOn: -1, _id: -1 })
        .lean();
      const posts = documents.map((document) => toState<Posting>(document));
      return workers.map((id) => posts.filter(({ workerId }) => workerId === id));
    },
  };
}

function runBy({ townships, agencyIds, stationIds }: PlacesRun): Record<string, unknown> {
  const branches: Record<string, unknown>[] = [
    ...townships.map(ofTownship),
    ...(agencyIds.length === 0 ? [] : [{ operatorAgencyId: trusted({ $in: [...agencyIds] }) }]),
    ...(stationIds.length === 0 ? [] : [{ stationId: trusted({ $in: [...stationIds] }) }]),
  ];
  const [only, ...others] = branches;
  if (only === undefined) return { _id: trusted({ $in: [] }) };
  return others.length === 0 ? only : { $or: trusted(branches) };
}

function ofTownship(code: RegionCode): Record<string, unknown> {
  return levelOf(code) === 'TOWNSHIP_UNIT' ? { townshipCode: code } : ofCounties(code);
}
