import type { Connection } from '@qianshou/service-kit/mongo';

/** Certificate clocks of before there was one list of all deadlines are entered in it. */
export async function fillDeadlines(connection: Connection): Promise<void> {
  await fillRoles(connection);
  const deadlines = connection.collection('deadlines');
  if ((await deadlines.findOne({ kind: 'CERTIFICATE' })) !== null) return;
  const standing = {
    $cond: [
      { $eq: ['$status', 'CERT_OVERDUE'] },
      'OVERDUE',
      { $cond: [{ $eq: ['$status', 'CERT_WARNING'] }, 'NEAR', 'RUNNING'] },
    ],
  };
  await connection
    .collection('postings')
    .aggregate([
      { $match: { certificate: 'RUNNING', status: { $ne: 'LEFT' }, 'clock.deadline': { $type: 'string' } } },
      {
        $project: {
          version: { $literal: 1 },
          kind: { $literal: 'CERTIFICATE' },
          workerId: 1,
          countyCode: 1,
          townshipCode: 1,
          agencyId: '$operatorAgencyId',
          postingId: '$_id',
          role: 1,
          subjectId: '$_id',
          startedOn: '$clock.startedOn',
          dueOn: '$clock.deadline',
          standing,
        },
      },
      { $merge: { into: 'deadlines', whenMatched: 'keepExisting' } },
    ])
    .toArray();
}

/** Rows of before deadlines were asked for by the role of the post say it now. */
async function fillRoles(connection: Connection): Promise<void> {
  const without = { kind: 'CERTIFICATE', role: { $exists: false } };
  if ((await connection.collection('deadlines').findOne(without)) === null) return;
  await connection
    .collection('postings')
    .aggregate([
      { $match: { certificate: 'RUNNING' } },
      { $project: { role: 1 } },
      { $merge: { into: 'deadlines', whenMatched: 'merge', whenNotMatched: 'discard' } },
    ])
    .toArray();
}
