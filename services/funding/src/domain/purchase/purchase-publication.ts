import type { CalendarDate, Change, PublicText } from '@qianshou/kernel';
import { PURCHASE_STATUS, wrongStatusOf } from '../reference/status-wrong.ts';
import { purchaseNotConsulted, purchaseOpenTooShort } from './errors.ts';
import { refuseOutOfOrder } from './purchase-days.ts';
import { openAtLeastUntil } from './purchase-method.ts';
import { refuseSuspended } from './purchase-objection.ts';
import {
  type PurchaseEvent,
  type PurchaseFailure,
  type PurchaseProject,
  type PurchaseRound,
  roundOf,
} from './purchase-project.ts';

type Changed = Change<PurchaseProject, PurchaseEvent>;

export interface Publishing {
  readonly publishedOn: CalendarDate;
  readonly publicUrl: PublicText;
  readonly openUntil: CalendarDate;
  readonly by: string;
}

/** After the consultation, open as long as the method asks for; a purchase that failed is published again. */
export function publishPurchase(
  project: PurchaseProject,
  { by, ...terms }: Publishing,
  today: CalendarDate,
): Changed {
  const { status, method, consultation, rounds } = project;
  if (status !== 'PLANNED') throw wrongStatusOf(PURCHASE_STATUS, status, ['PLANNED']);
  if (consultation === null) throw purchaseNotConsulted();
  const { publishedOn, openUntil } = terms;
  const earliest = roundOf(project)?.failed?.on ?? consultation.consultedOn;
  refuseOutOfOrder({ field: 'publishedOn', day: publishedOn, earliest, today });
  const soonest = openAtLeastUntil(method, publishedOn);
  if (openUntil < soonest) throw purchaseOpenTooShort({ method, publishedOn, openUntil, earliest: soonest });
  const round: PurchaseRound = { ...terms, no: rounds.length + 1, method, failed: null, awards: [] };
  return {
    state: { ...project, status: 'PUBLISHED', rounds: [...rounds, round] },
    events: [{ type: 'purchase.published', by, round }],
  };
}

/** Art. 36: it is planned again, and published anew, by the same method or another one. */
export function failPurchase(
  project: PurchaseProject,
  failed: PurchaseFailure,
  today: CalendarDate,
): Changed {
  const round = roundOf(project);
  if (project.status !== 'PUBLISHED' || round === null)
    throw wrongStatusOf(PURCHASE_STATUS, project.status, ['PUBLISHED']);
  refuseSuspended(project);
  refuseOutOfOrder({ field: 'failedOn', day: failed.on, earliest: round.publishedOn, today });
  const { by, ground } = failed;
  return {
    state: { ...withRound(project, { ...round, failed }), status: 'PLANNED' },
    events: [{ type: 'purchase.failed', by, roundNo: round.no, ground }],
  };
}

/** The last publication as it is now. */
export function withRound(project: PurchaseProject, round: PurchaseRound): PurchaseProject {
  return { ...project, rounds: project.rounds.map((each) => (each.no === round.no ? round : each)) };
}
