import { chinaDay, type Page, type PageRequest, type Warning } from '@qianshou/kernel';
import type { PurchaseProject } from '../../domain/purchase/purchase-project.ts';
import { purchaseWarnings } from '../../domain/purchase/purchase-warnings.ts';
import type { Ports } from '../ports.ts';
import { awardPurchaseProject } from './award-purchase.ts';
import { consultOnPurchaseProject, correctPurchaseProject, planPurchaseProject } from './plan-purchase.ts';
import type { PurchaseFilter } from './ports.ts';
import {
  answerPurchaseObjection,
  closePurchaseProject,
  failPurchaseProject,
  objectToPurchaseProject,
  publishPurchaseProject,
} from './run-purchase.ts';

export function useCasesOfPurchase(ports: Ports) {
  return {
    answerPurchaseObjection: answerPurchaseObjection(ports),
    awardPurchaseProject: awardPurchaseProject(ports),
    closePurchaseProject: closePurchaseProject(ports),
    consultOnPurchaseProject: consultOnPurchaseProject(ports),
    correctPurchaseProject: correctPurchaseProject(ports),
    failPurchaseProject: failPurchaseProject(ports),
    listPurchaseProjects: listPurchaseProjects(ports),
    objectToPurchaseProject: objectToPurchaseProject(ports),
    planPurchaseProject: planPurchaseProject(ports),
    publishPurchaseProject: publishPurchaseProject(ports),
    warnOfPurchase: warnOfPurchase(ports),
  };
}

/** Public: what is bought, how, and from whom (FUN-16). */
const listPurchaseProjects =
  ({ purchaseProjects }: Pick<Ports, 'purchaseProjects'>) =>
  (filter: PurchaseFilter, page: PageRequest): Promise<Page<PurchaseProject>> =>
    purchaseProjects.list(filter, page);

/** What is late in it today. */
const warnOfPurchase =
  ({ clock }: Pick<Ports, 'clock'>) =>
  (project: PurchaseProject): readonly Warning[] =>
    purchaseWarnings(project, chinaDay(clock.now()));
