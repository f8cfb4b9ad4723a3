import { type CalendarDate, type Command, decision, type PublicText } from '@qianshou/kernel';
import { closePurchase } from '../../domain/purchase/purchase-closing.ts';
import { answerObjection, objectToPurchase } from '../../domain/purchase/purchase-objection.ts';
import type { FailureGround, PurchaseProject } from '../../domain/purchase/purchase-project.ts';
import {
  failPurchase,
  publishPurchase,
  type Publishing,
} from '../../domain/purchase/purchase-publication.ts';
import type { Ports } from '../ports.ts';
import { contractsUnder, doneBy, onPurchase, type PurchaseTarget } from './purchase-decision.ts';

export type PublishPurchaseInput = PurchaseTarget & Omit<Publishing, 'by'>;

export interface FailPurchaseInput extends PurchaseTarget {
  readonly failedOn: CalendarDate;
  readonly ground: FailureGround;
  readonly reason: PublicText;
}

export interface ObjectInput extends PurchaseTarget {
  readonly raisedOn: CalendarDate;
  readonly party: PublicText;
  readonly content: PublicText;
}

export interface AnswerObjectionInput extends PurchaseTarget {
  readonly objectionNo: number;
  readonly answeredOn: CalendarDate;
  readonly upheld: boolean;
  readonly content: PublicText;
}

export interface ClosePurchaseInput extends PurchaseTarget {
  readonly reason: PublicText;
}

export const publishPurchaseProject = (ports: Ports): Command<PublishPurchaseInput, PurchaseProject> =>
  decision(ports.unitOfWork, {
    ...onPurchase(ports),
    once: 'publishPurchaseProject',
    decide: (project, { publishedOn, publicUrl, openUntil }, actor) => {
      const { by, today } = doneBy(ports, actor);
      return publishPurchase(project, { publishedOn, publicUrl, openUntil, by }, today);
    },
    save: ports.purchaseProjects.save,
  });

export const failPurchaseProject = (ports: Ports): Command<FailPurchaseInput, PurchaseProject> =>
  decision(ports.unitOfWork, {
    ...onPurchase(ports),
    once: 'failPurchaseProject',
    decide: (project, { failedOn: on, ground, reason }, actor) => {
      const { by, today } = doneBy(ports, actor);
      return failPurchase(project, { on, ground, reason, by }, today);
    },
    save: ports.purchaseProjects.save,
  });

export const objectToPurchaseProject = (ports: Ports): Command<ObjectInput, PurchaseProject> =>
  decision(ports.unitOfWork, {
    ...onPurchase(ports),
    once: 'objectToPurchaseProject',
    decide: (project, { raisedOn, party, content }, actor) => {
      const { by, today } = doneBy(ports, actor);
      return objectToPurchase(project, { raisedOn, party, content, by }, today);
    },
    save: ports.purchaseProjects.save,
  });

export const answerPurchaseObjection = (ports: Ports): Command<AnswerObjectionInput, PurchaseProject> =>
  decision(ports.unitOfWork, {
    ...onPurchase(ports),
    once: 'answerPurchaseObjection',
    decide: (project, { objectionNo, answeredOn: on, upheld, content }, actor) => {
      const { by, today } = doneBy(ports, actor);
      return answerObjection(project, objectionNo, { on, upheld, content, by }, today);
    },
    save: ports.purchaseProjects.save,
  });

export const closePurchaseProject = (ports: Ports): Command<ClosePurchaseInput, PurchaseProject> =>
  decision(ports.unitOfWork, {
    ...onPurchase(ports),
    once: 'closePurchaseProject',
    decide: async (project, { reason }, actor) => {
      const { by, today: on } = doneBy(ports, actor);
      return closePurchase(project, { on, by, reason }, await contractsUnder(ports, project.id));
    },
    save: ports.purchaseProjects.save,
  });
