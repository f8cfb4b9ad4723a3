import {
  aggregateModel,
  aggregateSchema,
  aggregateStore,
  type Connection,
  EVIDENCE,
  keysetPage,
  type Publish,
  toState,
} from '@qianshou/service-kit/mongo';
import type { Outbox } from '@qianshou/service-kit/outbox';
import type { PurchaseProjects } from '../../application/purchase/ports.ts';
import { purchaseNotFound } from '../../domain/purchase/errors.ts';
import type { PurchaseEvent, PurchaseProject } from '../../domain/purchase/purchase-project.ts';
import { having, inPlace, inStatus, LATEST_FIRST, LATEST_FIRST_KEYS } from '../reference/filters.ts';
import { ofStationYears } from '../reference/of-year.ts';

const text = { type: String, required: true } as const;
const optionalText = { type: String, default: null } as const;
const amount = { type: BigInt, required: true } as const;
const number = { type: Number, required: true } as const;
const flag = { type: Boolean, required: true } as const;

const need = {
  title: text,
  purchaserOrg: text,
  stationIds: [text],
  method: text,
  methodReason: optionalText,
  amountFen: amount,
  need: text,
};

const award = {
  _id: false,
  awardedOn: text,
  publicUrl: text,
  providerAgencyId: text,
  amountFen: amount,
  bids: [
    {
      _id: false,
      agencyId: text,
      quoteFen: amount,
      score: { type: Number, default: null },
      preferred: flag,
    },
  ],
  checks: [{ _id: false, condition: text, checkedOn: text, document: optionalText }],
  passedOverReason: optionalText,
  by: text,
  voidedOn: optionalText,
};

const purchaseSchema = aggregateSchema(
  {
    ...need,
    countyCode: text,
    year: number,
    programme: text,
    budgetPlanId: text,
    status: text,
    plannedBy: text,
    consultation: {
      type: { _id: false, consultedOn: text, people: number, opinion: text, by: text },
      default: null,
    },
    rounds: [
      {
        _id: false,
        no: number,
        method: text,
        publishedOn: text,
        publicUrl: text,
        openUntil: text,
        failed: { type: { _id: false, on: text, ground: text, reason: text, by: text }, default: null },
        awards: [award],
      },
    ],
    objections: [
      {
        _id: false,
        no: number,
        raisedOn: text,
        party: text,
        content: text,
        answer: { type: { _id: false, on: text, upheld: flag, content: text, by: text }, default: null },
      },
    ],
    corrections: [{ _id: false, ...need, on: text, by: text, reason: text, evidence: EVIDENCE }],
    closed: { type: { _id: false, on: text, by: text, reason: text }, default: null },
  },
  [
    { keys: LATEST_FIRST_KEYS },
    { keys: { status: 1, ...LATEST_FIRST_KEYS } },
    { keys: { stationIds: 1, ...LATEST_FIRST_KEYS } },
    { keys: { budgetPlanId: 1 } },
  ],
);

export function mongoPurchaseProjects(
  connection: Connection,
  outbox: Outbox,
  publish: Publish<PurchaseProject, PurchaseEvent>,
): PurchaseProjects {
  const model = aggregateModel(connection, 'PurchaseProject', purchaseSchema, 'purchase_projects');
  const store = aggregateStore<PurchaseProject, PurchaseEvent>({
    connection,
    model,
    aggregate: 'purchase-project',
    outbox,
    publish,
    notFound: purchaseNotFound,
  });
  return {
    ...store,
    ofStationYears: ofStationYears<PurchaseProject>(model, 'stationIds', ({ stationIds }) => stationIds),
    findUnder: async (budgetPlanId) => {
      const found = await model.find({ budgetPlanId }).lean();
      return found.map((document) => toState<PurchaseProject>(document));
    },
    list: ({ stationId, status, ...place }, page) =>
      keysetPage<PurchaseProject>({
        model,
        filter: { ...inPlace(place), ...having({ stationIds: stationId }), ...inStatus(status) },
        order: LATEST_FIRST,
        page,
      }),
  };
}
