import type { Page, PageRequest } from '@qianshou/kernel';
import {
  type AggregateModel,
  aggregateModel,
  aggregateSchema,
  aggregateStore,
  type Connection,
  EVIDENCE,
  keysetPage,
  type Publish,
  toState,
  trusted,
} from '@qianshou/service-kit/mongo';
import type { Outbox } from '@qianshou/service-kit/outbox';
import type { BudgetFilter, BudgetPlans } from '../../application/budget/ports.ts';
import type { BudgetPlan, PlanEvent } from '../../domain/budget/budget-plan.ts';
import { budgetExists, budgetNotFound } from '../../domain/budget/errors.ts';
import { partsField } from '../reference/source-parts.schema.ts';
import {
  inPlace,
  inScope,
  inStatus,
  byPlace,
  LATEST_FIRST_KEYS,
  openIs,
  orderedBy,
  between,
} from '../reference/filters.ts';
import { ofYear } from '../reference/of-year.ts';

const text = { type: String, required: true } as const;
const optionalText = { type: String, default: null } as const;
const amount = { type: BigInt, required: true } as const;
const number = { type: Number, required: true } as const;

/** What is planned, and from where. */
const terms = {
  plannedFen: amount,
  lines: [{ _id: false, kind: text, amountFen: amount, note: optionalText, usableUntil: optionalText }],
  topUpFen: amount,
};

const planSchema = aggregateSchema(
  {
    countyCode: text,
    year: number,
    programme: text,
    ...terms,
    cap: {
      type: {
        _id: false,
        revision: number,
        year: number,
        baseFen: amount,
        source: text,
        policy: {
          type: { _id: false, id: text, source: text, percent: number, approvedOn: optionalText },
          default: null,
        },
      },
      default: null,
    },
    capBrokenSince: optionalText,
    enteredFrom: EVIDENCE,
    adjustments: [
      {
        _id: false,
        no: number,
        kind: text,
        ...terms,
        document: text,
        reason: text,
        status: text,
        proposedBy: text,
        proposedOn: text,
        decidedBy: optionalText,
        decidedOn: optionalText,
        rejectionReason: optionalText,
      },
    ],
    provisional: [
      {
        _id: false,
        no: number,
        amountFen: amount,
        usableUntil: text,
        ceilingFen: amount,
        drawings: [{ _id: false, kind: text, amountFen: amount }],
        document: text,
        by: text,
        on: text,
      },
    ],
    original: { type: { _id: false, ...terms }, default: null },
    settlement: {
      type: {
        _id: false,
        by: text,
        on: text,
        document: text,
        paid: partsField,
        carriedOver: partsField,
        bound: partsField,
        surplus: partsField,
        toYear: number,
        amounts: {
          _id: false,
          paidFen: amount,
          carriedOverFen: amount,
          boundFen: amount,
          surplusFen: amount,
        },
      },
      default: null,
    },
    status: text,
    draftedBy: text,
    submittedBy: optionalText,
    decidedBy: optionalText,
    decidedAt: { type: Date, default: null },
    rejectionReason: optionalText,
  },
  [
    // One plan per county, year and programme: a rejected one is written anew.
    { keys: { programme: 1, countyCode: 1, year: 1 }, unique: true },
    { keys: LATEST_FIRST_KEYS },
    { keys: { plannedFen: 1, _id: 1 } },
    { keys: { status: 1, ...LATEST_FIRST_KEYS } },
  ],
);

export function mongoBudgetPlans(
  connection: Connection,
  outbox: Outbox,
  publish: Publish<BudgetPlan, PlanEvent>,
): BudgetPlans {
  const model = aggregateModel(connection, 'BudgetPlan', planSchema, 'budget_plans');
  const store = aggregateStore<BudgetPlan, PlanEvent>({
    connection,
    model,
    aggregate: 'budget-plan',
    outbox,
    publish,
    notFound: budgetNotFound,
    unique: { programme: budgetExists },
  });
  return {
    ...store,
    ofYear: ofYear<BudgetPlan>(model),
    findOf: async ({ countyCode, year, programme }) => {
      const found = await model.findOne({ programme, countyCode, year }).lean();
      return found === null ? null : toState<BudgetPlan>(found);
    },
    approvedBefore: (ids) => approvedBefore(model, ids),
    findApproved: async (countyCode) => {
      const found = await model
        .find({ status: trusted({ $in: ['APPROVED', 'EXECUTING'] }), countyCode })
        .lean();
      return found.map((document) => toState<BudgetPlan>(document));
    },
    list: (filter, page) => listOf(model, filter, page),
  };
}

const OPEN_PLANS: readonly BudgetPlan['status'][] = ['DRAFT', 'SUBMITTED', 'APPROVED', 'EXECUTING'];

const WAS_APPROVED = ['APPROVED', 'EXECUTING', 'SETTLED'];

async function approvedBefore(
  model: AggregateModel,
  ids: readonly string[],
): Promise<readonly (BudgetPlan | null)[]> {
  const plans = (await model.find({ _id: trusted({ $in: [...ids] }) }).lean()).map(toState<BudgetPlan>);
  const before = plans.map(({ programme, countyCode, year }) => ({ programme, countyCode, year: year - 1 }));
  if (before.length === 0) return ids.map(() => null);
  const found = await model.find({ $or: trusted(before), status: trusted({ $in: WAS_APPROVED }) }).lean();
  const known = new Map(found.map(toState<BudgetPlan>).map((plan) => [placeOfPlan(plan, plan.year), plan]));
  const places = new Map(plans.map((plan) => [plan.id as string, placeOfPlan(plan, plan.year - 1)]));
  return ids.map((id) => known.get(places.get(id) ?? '') ?? null);
}

function placeOfPlan({ programme, countyCode }: BudgetPlan, year: number): string {
  return `${programme}/${countyCode}/${year}`;
}

/** A plan has no payee: agencies are let in by none. */
function listOf(
  model: AggregateModel,
  { status, scope, planned, open, order, ...place }: BudgetFilter,
  page: PageRequest,
): Promise<Page<BudgetPlan>> {
  const own = { ...inStatus(status), ...between('plannedFen', planned), ...openIs(open, OPEN_PLANS) };
  return keysetPage<BudgetPlan>({
    model,
    filter: { ...inPlace(place), ...own, ...inScope(scope, null) },
    ...(order === 'PLANNED' ? orderedBy('plannedFen') : byPlace({ open, ranges: [planned] })),
    page,
  });
}
