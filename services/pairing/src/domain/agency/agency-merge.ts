import { type CalendarDate, type Change, type DocumentReference, publicText } from '@qianshou/kernel';
import { agencyAlreadyMerged, agencyMergedWithItself } from './errors.ts';
import { agencyStatusUnfit } from '../reference/errors.ts';
import { type Agency, calledBy, changed, isVerified, type MergedAgency } from './agency.ts';
import type { AgencyBarredForYear, AgencyMerged, AgencyStatusChanged } from './agency-events.ts';
import { takeBars } from './agency-bar.ts';

export interface MergeOrder {
  readonly reason: string;
  readonly document: DocumentReference;
  readonly today: CalendarDate;
}

export interface Merged {
  readonly kept: Change<Agency, AgencyMerged | AgencyBarredForYear>;
  readonly dropped: Change<MergedAgency, AgencyStatusChanged>;
}

/** Two entries of one agency become one: the dropped one is only another name of the kept one from now on. */
export function mergeAgencies(
  kept: Agency,
  dropped: Agency,
  { reason, document, today: on }: MergeOrder,
): Merged {
  const statusReason = publicText(reason, 'reason', 500);
  if (kept.id === dropped.id) throw agencyMergedWithItself(calledBy(kept));
  for (const agency of [dropped, kept]) refuseMerged(agency);
  if (!isVerified(kept) || kept.status === 'STRUCK_OFF') throw agencyStatusUnfit({ status: kept.status });
  const barred = takeBars(kept, dropped);
  const { id: agencyId, name, unifiedSocialCreditCode } = dropped;
  const alias = { agencyId, name, unifiedSocialCreditCode, on, reason: statusReason, document };
  const told = { agencyId: kept.id, droppedAgencyId: agencyId };
  return {
    kept: {
      state: { ...barred.state, aliases: [...(kept.aliases ?? []), ...(dropped.aliases ?? []), alias] },
      events: [{ type: 'agency.merged', ...told }, ...barred.events],
    },
    dropped: changed(dropped, { ...dropped, status: 'MERGED', statusReason, mergedIntoId: kept.id }),
  };
}

function refuseMerged(agency: Agency): void {
  if (agency.status !== 'MERGED') return;
  throw agencyAlreadyMerged({ ...calledBy(agency), keptAgencyId: agency.mergedIntoId });
}
