import { calendarDate, fen, idParser, publicText, type CalendarDate } from '@qianshou/kernel';
import {
  awardPurchase,
  type AwardingFacts,
  type AwardingInput,
} from '../src/domain/purchase/purchase-award.ts';
import {
  consultOnPurchase,
  planPurchase,
  type PlanningFacts,
  type PlanningInput,
} from '../src/domain/purchase/purchase-planning.ts';
import { PROVIDER_CONDITIONS } from '../src/domain/purchase/provider-check.ts';
import type { PurchaseProject } from '../src/domain/purchase/purchase-project.ts';
import { publishPurchase } from '../src/domain/purchase/purchase-publication.ts';
import {
  anAgencyId,
  anApprovedPlan,
  anOperator,
  aStation,
  aStationId,
  BUREAU,
  TODAY,
  yuan,
} from './builders.ts';

const day = calendarDate;
const said = (raw: string) => publicText(raw, 'text');

export function aPlanningInput(changed: Partial<PlanningInput> = {}): PlanningInput {
  return {
    id: idParser('pur')('pur_01900000-0000-7000-8000-000000000001'),
    title: said('演示社工站运营'),
    purchaserOrg: said('演示县民政局'),
    stationIds: [aStationId()],
    method: 'OPEN_TENDER',
    methodReason: null,
    amountFen: yuan(200_000n),
    need: said('演示需求'),
    plannedBy: BUREAU,
    ...changed,
  };
}

export function planningFacts(changed: Partial<PlanningFacts> = {}): PlanningFacts {
  return { plan: anApprovedPlan(), stations: [aStation()], plannedFen: fen(0n), ...changed };
}

export function aPlannedPurchase(changed: Partial<PlanningInput> = {}): PurchaseProject {
  return planPurchase(aPlanningInput(changed), planningFacts()).state;
}

export function aConsultedPurchase(changed: Partial<PlanningInput> = {}): PurchaseProject {
  const consultation = { consultedOn: day('2026-01-05'), people: 12, opinion: said('支持'), by: BUREAU };
  return consultOnPurchase(aPlannedPurchase(changed), consultation, TODAY).state;
}

export const PUBLISHING = {
  publishedOn: day('2026-01-12'),
  publicUrl: said('https://example.gov.cn/purchase/1'),
  openUntil: day('2026-02-03'),
  by: BUREAU,
};

export function aPublishedPurchase(changed: Partial<PlanningInput> = {}): PurchaseProject {
  return publishPurchase(aConsultedPurchase(changed), PUBLISHING, TODAY).state;
}

export function checksOn(checkedOn: CalendarDate) {
  return PROVIDER_CONDITIONS.map((condition) => ({ condition, checkedOn, document: null }));
}

export function aBid(serial: number, score: number | null, yuans: bigint) {
  return { agencyId: anAgencyId(serial), score, quoteFen: yuan(yuans) };
}

export const BIDS = [aBid(1, 90, 190_000n), aBid(2, 90, 180_000n), aBid(3, 80, 170_000n)];

export function anAwardingInput(changed: Partial<AwardingInput> = {}): AwardingInput {
  return {
    awardedOn: day('2026-02-04'),
    publicUrl: said('https://example.gov.cn/purchase/1/result'),
    providerAgencyId: anAgencyId(),
    bids: BIDS,
    checks: checksOn(day('2026-02-03')),
    passedOverReason: null,
    by: BUREAU,
    ...changed,
  };
}

export function awardingFacts(changed: Partial<AwardingFacts> = {}): AwardingFacts {
  const bidders = [1, 2, 3].map((serial) => anOperator({ id: anAgencyId(serial) }));
  return { bidders, preferred: new Set(), bars: [], today: TODAY, ...changed };
}

export function anAwardedPurchase(changed: Partial<PlanningInput> = {}): PurchaseProject {
  return awardPurchase(aPublishedPurchase(changed), anAwardingInput(), awardingFacts()).state;
}
