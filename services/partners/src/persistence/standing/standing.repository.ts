import {
  aggregateModel,
  aggregateSchema,
  coalescing,
  type Connection,
  transactionSession,
} from '@qianshou/service-kit/mongo';
import type { Standings } from '../../application/standing/ports.ts';
import type { Standing } from '../../domain/standing/standing.ts';

const date = { type: Date, default: null } as const;

const schema = aggregateSchema(
  {
    grants: { type: Array, default: [] },
    issuedAt: { type: Number, required: true },
    confirmedAt: date,
    withdrawnAt: date,
    withdrawnFor: { type: String, default: null },
  },
  [],
);

const UNKNOWN = { grants: [], issuedAt: 0, confirmedAt: null, version: 1 } as const;

type Row = Omit<Standing, 'subject'> & { readonly _id: string };

/** No aggregate: what a token said is a fact of its issuer, noted past mongoose. */
export function mongoStandings(connection: Connection): Standings {
  const { collection } = aggregateModel(connection, 'PartnerStanding', schema, 'partner_standings');
  const change = async (subject: string, update: object, upsert: boolean) => {
    const row = await collection.findOneAndUpdate({ _id: subject as never }, update, {
      upsert,
      returnDocument: 'after',
      session: transactionSession(),
    });
    return row === null ? null : standingOf(row as unknown as Row);
  };
  return {
    findMany: coalescing(async (subjects) => {
      const rows = await collection.find({ _id: { $in: [...subjects] } } as never).toArray();
      const bySubject = new Map(rows.map((row) => [String(row._id), standingOf(row as unknown as Row)]));
      return subjects.map((subject) => bySubject.get(subject) ?? null);
    }),
    confirm: async ({ subject, ...said }) => {
      const of = { _id: subject as never };
      const setLater = () =>
        collection.updateOne({ ...of, issuedAt: { $lte: said.issuedAt } }, { $set: said });
      const { matchedCount } = await setLater();
      if (matchedCount > 0 || said.grants.length === 0) return;
      const fresh = { ...said, version: 1, withdrawnAt: null, withdrawnFor: null };
      const { upsertedCount } = await collection.updateOne(of, { $setOnInsert: fresh }, { upsert: true });
      // Somebody wrote the first one meanwhile, of an older token perhaps.
      if (upsertedCount === 0) await setLater();
    },
    withdraw: async (subject, reason, at) => {
      const set = { withdrawnAt: at, withdrawnFor: reason };
      const standing = await change(subject, { $set: set, $setOnInsert: UNKNOWN }, true);
      if (standing === null) throw new Error('a standing that was written is not there');
      return standing;
    },
    restore: (subject) => change(subject, { $set: { withdrawnAt: null, withdrawnFor: null } }, false),
  };
}

function standingOf({ _id, grants, issuedAt, confirmedAt, withdrawnAt, withdrawnFor }: Row): Standing {
  return { subject: _id, grants, issuedAt, confirmedAt, withdrawnAt, withdrawnFor };
}
