import { type Command, decision } from '@qianshou/kernel';
import { preferredAmong } from '../../domain/purchase/preferred-providers.ts';
import { awardPurchase, type AwardingInput } from '../../domain/purchase/purchase-award.ts';
import type { PurchaseProject } from '../../domain/purchase/purchase-project.ts';
import { barsOf } from '../reference/bars-of.ts';
import type { Ports } from '../ports.ts';
import { doneBy, onPurchase, type PurchaseTarget } from './purchase-decision.ts';

export type AwardPurchaseInput = PurchaseTarget & Omit<AwardingInput, 'by'>;

/** FUN-8, FUN-14: who won, and by what. */
export const awardPurchaseProject = (ports: Ports): Command<AwardPurchaseInput, PurchaseProject> =>
  decision(ports.unitOfWork, {
    ...onPurchase(ports),
    once: 'awardPurchaseProject',
    decide: async (project, input, actor) => {
      const { by, today } = doneBy(ports, actor);
      const { awardedOn, publicUrl, providerAgencyId, bids, checks, passedOverReason } = input;
      const ids = bids.map(({ agencyId }) => agencyId);
      const bidders = await ports.agencies.getMany([...new Set([providerAgencyId, ...ids])]);
      const graded = await ports.evaluations.listOfOperators(ids, project.countyCode);
      const bars = await barsOf(ports)(providerAgencyId, project.countyCode);
      return awardPurchase(
        project,
        { awardedOn, publicUrl, providerAgencyId, bids, checks, passedOverReason, by },
        { bidders, preferred: preferredAmong(graded), bars, today },
      );
    },
    save: ports.purchaseProjects.save,
  });
