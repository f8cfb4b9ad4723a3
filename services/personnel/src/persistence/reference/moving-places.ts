import {
  type Connection,
  movedReferences,
  type ReferencePlace,
  transactionSession,
  trusted,
} from '@qianshou/service-kit/mongo';
import type { Stations } from '../../application/reference/ports.ts';

const UNIT = ['townshipCode'] as const;

/** Posts that are over and recruitments that ended stay where they were. */
export function movePlace(connection: Connection): Stations['movePlace'] {
  return async (stationId, from, to) => {
    const there = { stationId, status: trusted({ $ne: 'LEFT' }) };
    const recruiting = { stationId, status: trusted({ $nin: ['CONCLUDED', 'CANCELLED'] }) };
    const posts = await connection
      .collection('postings')
      .distinct('_id', there, { session: transactionSession() });
    const places: readonly ReferencePlace[] = [
      { collection: 'postings', paths: UNIT, among: there },
      { collection: 'recruitment_notices', paths: UNIT, among: recruiting },
      { collection: 'deadlines', paths: UNIT, among: { _id: trusted({ $in: posts }) }, copy: true },
    ];
    await movedReferences(connection, 'personnel', places)(from, to);
  };
}
