import { aggregateModel, aggregateSchema, type Connection } from '@qianshou/service-kit/mongo';

const number = { type: Number, required: true } as const;

const entries = aggregateSchema(
  {
    seq: number,
    event: { type: Object, required: true },
    takenAt: { type: Date, required: true },
    // Absent in rows of before positions were told with the graph's answers.
    service: { type: String, default: null },
    top: { type: Object, default: null },
  },
  [{ keys: { seq: 1 }, unique: true }, { keys: { service: 1, seq: -1 } }],
);
const ends = aggregateSchema({ seq: number }, []);
const sources = aggregateSchema({ epoch: number, through: number, beyond: { type: Array } }, []);
const followed = aggregateSchema({ types: { type: Array } }, []);

/**
 * The log of what is told to partners, where it ends, and how far the services' logs were heard. No aggregates: they
 * are written by the thousand, past mongoose.
 */
export function feedModels(connection: Connection) {
  return {
    entries: aggregateModel(connection, 'FeedEntry', entries, 'feed').collection,
    ends: aggregateModel(connection, 'FeedEnd', ends, 'feed_ends').collection,
    sources: aggregateModel(connection, 'FeedSource', sources, 'feed_sources').collection,
    followed: aggregateModel(connection, 'FeedFollowed', followed, 'feed_followed').collection,
  };
}
