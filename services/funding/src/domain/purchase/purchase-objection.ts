import type { CalendarDate, Change, PublicText } from '@qianshou/kernel';
import { PURCHASE_STATUS, wrongStatusOf } from '../reference/status-wrong.ts';
import { objectionAnswered, objectionNotFound, purchaseSuspended } from './errors.ts';
import { refuseOutOfOrder } from './purchase-days.ts';
import {
  awardOf,
  type ObjectionAnswer,
  type PurchaseEvent,
  type PurchaseObjection,
  type PurchaseProject,
  roundOf,
} from './purchase-project.ts';

type Changed = Change<PurchaseProject, PurchaseEvent>;

export interface Objecting {
  readonly raisedOn: CalendarDate;
  readonly party: PublicText;
  readonly content: PublicText;
  readonly by: string;
}

/** 质疑 (Art. 52): until it is answered the purchase stands still. */
export function objectToPurchase(
  project: PurchaseProject,
  { by, ...objecting }: Objecting,
  today: CalendarDate,
): Changed {
  const round = roundOf(project);
  if ((project.status !== 'PUBLISHED' && project.status !== 'AWARDED') || round === null)
    throw wrongStatusOf(PURCHASE_STATUS, project.status, ['PUBLISHED', 'AWARDED']);
  refuseOutOfOrder({ field: 'raisedOn', day: objecting.raisedOn, earliest: round.publishedOn, today });
  const objection: PurchaseObjection = { ...objecting, no: project.objections.length + 1, answer: null };
  return {
    state: { ...project, objections: [...project.objections, objection] },
    events: [{ type: 'purchase.objection-raised', by, objection }],
  };
}

/** Upheld after the award: who won wins no more, and the purchase is open to another award or fails. */
export function answerObjection(
  project: PurchaseProject,
  no: number,
  answer: ObjectionAnswer,
  today: CalendarDate,
): Changed {
  const known = project.objections.find((each) => each.no === no);
  if (known === undefined) throw objectionNotFound({ no });
  if (known.answer !== null) throw objectionAnswered({ no, answeredOn: known.answer.on });
  refuseOutOfOrder({ field: 'answeredOn', day: answer.on, earliest: known.raisedOn, today });
  const objection = { ...known, answer };
  const answered = {
    ...project,
    objections: project.objections.map((each) => (each.no === no ? objection : each)),
  };
  const state = answer.upheld && project.status === 'AWARDED' ? withoutAward(answered, answer.on) : answered;
  return { state, events: [{ type: 'purchase.objection-answered', by: answer.by, objection }] };
}

function withoutAward(project: PurchaseProject, voidedOn: CalendarDate): PurchaseProject {
  const award = awardOf(project);
  const rounds = project.rounds.map((round) => ({
    ...round,
    awards: round.awards.map((each) => (each === award ? { ...each, voidedOn } : each)),
  }));
  return { ...project, status: 'PUBLISHED', rounds };
}

export function refuseSuspended({ objections }: Pick<PurchaseProject, 'objections'>): void {
  const open = objections.find(({ answer }) => answer === null);
  if (open !== undefined) throw purchaseSuspended({ no: open.no });
}
