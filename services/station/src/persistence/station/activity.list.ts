import {
  aggregateModel,
  aggregateSchema,
  type Connection,
  keysetPage,
  RECORDED,
  replicaStore,
  STRUCK,
  trusted,
} from '@qianshou/service-kit/mongo';
import type { Activities } from '../../application/station/ports.ts';
import { byDay, inDays } from '../reference/day-order.ts';
import type { Activity } from '../../domain/station/activity.ts';
import { markedTexts } from '../../domain/station/stored-texts.ts';

const text = { type: String, required: true } as const;

const OF_STATION = { stationId: 1, heldOn: 1, _id: 1 } as const;

const activitySchema = aggregateSchema(
  {
    stationId: text,
    title: text,
    heldOn: text,
    participants: { type: Number, required: true },
    struck: STRUCK,
    recorded: RECORDED,
    pointsAtPerson: { type: Boolean, default: false },
  },
  [{ keys: OF_STATION }, { keys: { stationId: 1 }, where: { pointsAtPerson: true } }],
);

/** Written with their stations, whose decisions they are. */
export function mongoActivities(connection: Connection): Activities {
  const model = aggregateModel(connection, 'StationActivity', activitySchema, 'station_activities');
  const { find, put } = replicaStore<Activity>(model, 'activity');
  return {
    find,
    put: (...activities) => put(...activities.map(judged)),
    findMarked: (ids) =>
      Promise.all(
        ids.map(async (stationId) => {
          const { items, hasNextPage } = await keysetPage<Activity>({
            model,
            filter: { stationId, pointsAtPerson: true },
            order: [{ path: '_id', direction: 'ASC' }],
            page: { first: MOST_MARKED, after: null },
          });
          return {
            marked: items.map(({ node }) => node),
            stoppedAt: hasNextPage ? [{ kind: 'marked activities', read: MOST_MARKED }] : [],
          };
        }),
      ),
    list: ({ stationId, heldOn, struck }, direction, page) =>
      keysetPage<Activity>({
        model,
        filter: { stationId, ...inDays('heldOn', heldOn), ...struckOrNot(struck) },
        order: byDay('heldOn', direction),
        page,
        index: OF_STATION,
      }),
  };
}

function struckOrNot(struck: boolean | null): Record<string, unknown> {
  if (struck === null) return {};
  return { struck: struck ? trusted({ $ne: null }) : null };
}

/** Of each station: whoever looks for what must be put right needs the first of it, not all. */
const MOST_MARKED = 100;

function judged(activity: Activity): Activity & { readonly pointsAtPerson: boolean } {
  return { ...activity, pointsAtPerson: markedTexts(activity).length > 0 };
}

type ActivityOfBefore = Omit<Activity, 'stationId' | 'struck'> & Partial<Pick<Activity, 'struck'>>;

interface StationOfBefore {
  readonly _id: Activity['stationId'];
  readonly activities: readonly ActivityOfBefore[];
}

/** A station of before holds its activities in itself: they go to the list, once. Done again it does no harm. */
export async function moveActivities(
  connection: Connection,
  { put }: Pick<Activities, 'put'>,
): Promise<void> {
  const stations = connection.collection<StationOfBefore>('stations');
  const before = stations.find({ activities: { $exists: true } }, { projection: { activities: 1 } });
  for await (const { _id, activities } of before) {
    await put(
      ...activities.map((activity) => ({ ...activity, struck: activity.struck ?? null, stationId: _id })),
    );
    const activitiesHeld = activities.filter(({ struck = null }) => struck === null).length;
    await stations.updateOne({ _id }, { $set: { activitiesHeld }, $unset: { activities: '' } });
  }
}
