import { addDays, type CalendarDate } from '@qianshou/kernel';
import { type Connection, trusted } from '@qianshou/service-kit/mongo';
import { DAYS_TO_DECIDE } from '../../domain/renewal/renewal.ts';

interface Overdue {
  readonly _id: string;
  readonly workerId: string;
  readonly countyCode: string;
  readonly townshipCode: string | null;
  readonly operatorAgencyId: string | null;
  readonly clock: { readonly deadline: string };
}

/** Posts on which a clock had run out before decisions were proposed: each waits for its bureau from today on. */
export async function fillRenewals(connection: Connection, today: CalendarDate): Promise<void> {
  const renewals = connection.collection<{ readonly _id: string; readonly postingId: string }>(
    'renewal_decisions',
  );
  const overdue = { status: 'CERT_OVERDUE', clock: trusted({ $ne: null }) };
  for await (const post of connection.collection<Overdue>('postings').find(overdue as never)) {
    const { _id: postingId, workerId, countyCode, townshipCode, operatorAgencyId, clock } = post;
    if ((await renewals.findOne({ postingId })) !== null) continue;
    await renewals.insertOne({
      _id: postingId.replace(/^pst_/, 'rnw_'),
      version: 0,
      status: 'PROPOSED',
      postingId,
      workerId,
      countyCode,
      townshipCode,
      operatorAgencyId,
      deadline: clock.deadline,
      proposedOn: today,
      decideBy: addDays(today, DAYS_TO_DECIDE),
    } as never);
  }
}
