import { type AggregateModel, keysetPage, toState, trusted } from '@qianshou/service-kit/mongo';
import type { LastEnds, PlaceOnDay, Postings } from '../../application/posting/ports.ts';
import type { Posting } from '../../domain/posting/posting.ts';

type OfLives = Pick<
  Postings,
  | 'findLastEnds'
  | 'findOnDutyOn'
  | 'listEver'
  | 'listFullTimeEver'
  | 'listSeatsEver'
  | 'listSubstitutes'
  | 'listToEnd'
>;

/** What was, whatever became of it: what was struck out never was. */
export function ofLives(model: AggregateModel): OfLives {
  const found = async (filter: Record<string, unknown>): Promise<readonly Posting[]> =>
    (await model.find({ ...filter, struck: null }).lean()).map((document) => toState<Posting>(document));
  return {
    listSeatsEver: ({ stationId, centreId }, role) =>
      found({ stationId, centreId, role, substituteFor: null }),
    listEver: async (workers, places) => {
      const ofWorkers = { workerId: trusted({ $in: [...workers] }) };
      return found({ $or: trusted([ofWorkers, ...atOneOf(places).$or]) });
    },
    listFullTimeEver: (workerId) => found({ workerId, fullTime: true }),
    listSubstitutes: (substituteFor) => found({ substituteFor, status: trusted({ $ne: 'LEFT' }) }),
    listToEnd: (before, page) =>
      keysetPage<Posting>({
        model,
        filter: { endsOn: trusted({ $type: 'string', $lt: before }), status: trusted({ $ne: 'LEFT' }) },
        order: [{ path: 'endsOn', direction: 'ASC' }],
        page,
      }),
    findOnDutyOn: async (asked) => {
      const postings = await found({
        ...atOneOf(asked.map(({ place }) => place)),
        startedOn: trusted({
          $ne: null,
          $lte:
            asked
              .map(({ on }) => on)
              .toSorted()
              .at(-1) ?? '',
        }),
      });
      return asked.map((each) => postings.filter((posting) => wasThere(posting, each)));
    },
    findLastEnds: (places) => lastEnds(model, places),
  };
}

function wasThere({ stationId, centreId, startedOn, endedOn }: Posting, { place, on }: PlaceOnDay): boolean {
  if (stationId !== place && centreId !== place) return false;
  return startedOn !== null && startedOn <= on && (endedOn === null || on <= endedOn);
}

function atOneOf(places: readonly string[]) {
  const one = trusted({ $in: [...places] });
  return { $or: trusted([{ stationId: one }, { centreId: one }]) };
}

/** As many as a place has seats, and more. */
const MOST_ENDS = 10;

async function lastEnds(
  model: AggregateModel,
  places: readonly string[],
): Promise<readonly (readonly LastEnds[])[]> {
  const groups = await model.aggregate<
    { readonly _id: { place: string; role: LastEnds['role'] } } & LastEnds
  >([
    // Who stood in for somebody held no seat that could be open since.
    {
      $match: {
        ...atOneOf(places),
        status: 'LEFT',
        struck: null,
        substituteFor: null,
        startedOn: { $ne: null },
      },
    },
    {
      $group: {
        _id: { place: { $ifNull: ['$stationId', '$centreId'] }, role: '$role' },
        endedOn: { $topN: { n: MOST_ENDS, sortBy: { endedOn: -1 }, output: '$endedOn' } },
      },
    },
  ]);
  return places.map((place) =>
    groups.filter(({ _id }) => _id.place === place).map(({ _id: { role }, endedOn }) => ({ role, endedOn })),
  );
}
