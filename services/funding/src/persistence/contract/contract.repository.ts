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
import type { ContractFilter, ContractOrder, Contracts } from '../../application/contract/ports.ts';
import type { Contract, ContractEvent } from '../../domain/contract/contract.ts';
import { OPEN_STATUSES } from '../../domain/contract/contract-status.ts';
import { contractNotFound } from '../../domain/reference/errors.ts';
import {
  boundInYear,
  having,
  inPlace,
  inStatus,
  byPlace,
  LATEST_FIRST_KEYS,
  openIs,
  orderedBy,
  between,
} from '../reference/filters.ts';
import { ofStationYears, ofYear } from '../reference/of-year.ts';
import { carriedOverField, partsField } from '../reference/source-parts.schema.ts';

const text = { type: String, required: true } as const;
const optionalText = { type: String, default: null } as const;
const amount = { type: BigInt, required: true } as const;
const number = { type: Number, required: true } as const;

const OPEN = trusted({ $in: [...OPEN_STATUSES] });

const contractSchema = aggregateSchema(
  {
    contractNo: text,
    countyCode: text,
    year: number,
    programme: text,
    budgetPlanId: text,
    providerAgencyId: text,
    stationIds: [text],
    method: text,
    amountFen: amount,
    splitAssumed: { type: Boolean, default: false },
    sources: partsField,
    carriedOver: carriedOverField,
    signedFen: { type: BigInt, default: null },
    supplements: [
      {
        _id: false,
        no: number,
        amountFen: amount,
        sources: partsField,
        signedOn: text,
        document: text,
        by: text,
      },
    ],
    deductions: [
      {
        _id: false,
        no: number,
        installmentNo: number,
        rule: {
          _id: false,
          kind: text,
          posts: { type: Number },
          vacantPostDays: { type: Number },
          percent: { type: Number },
        },
        amountFen: amount,
        document: text,
        on: text,
        by: text,
      },
    ],
    amendments: [
      {
        _id: false,
        no: number,
        kind: text,
        signedOn: text,
        endedOn: optionalText,
        endsOn: optionalText,
        document: text,
        by: text,
        notified: { type: { _id: false, notifiedOn: text, publicUrl: text, by: text }, default: null },
      },
    ],
    steps: [{ _id: false, to: text, on: text, by: text }],
    acceptances: [
      {
        _id: false,
        no: number,
        acceptedOn: text,
        recipientsInvited: number,
        opinion: { _id: false, satisfied: number, neutral: number, dissatisfied: number, text },
        result: text,
        acceptedBy: text,
        publishedOn: optionalText,
        publicUrl: optionalText,
      },
    ],
    installments: [
      {
        _id: false,
        no: number,
        condition: text,
        perMille: number,
        amountFen: amount,
        metOn: { type: String, default: null },
      },
    ],
    signedOn: text,
    startsOn: text,
    endsOn: text,
    status: text,
    signedBy: text,
    budgetApprovedBy: optionalText,
    enteredFrom: EVIDENCE,
    lateSigningReason: optionalText,
    longTermReason: optionalText,
    replacesContractId: optionalText,
    purchaseProjectId: optionalText,
    published: { type: { _id: false, publishedOn: text, publicUrl: text, by: text }, default: null },
    filed: { type: { _id: false, filedOn: text, office: text, by: text }, default: null },
    notes: [{ _id: false, kind: text, by: text, on: text, reason: optionalText }],
  },
  [
    { keys: LATEST_FIRST_KEYS },
    { keys: { providerAgencyId: 1, ...LATEST_FIRST_KEYS } },
    { keys: { stationIds: 1, ...LATEST_FIRST_KEYS } },
    { keys: { amountFen: 1, _id: 1 } },
    { keys: { signedOn: 1, _id: 1 } },
    { keys: { countyCode: 1, contractNo: 1 } },
    { keys: { purchaseProjectId: 1 } },
  ],
);

export function mongoContracts(
  connection: Connection,
  outbox: Outbox,
  publish: Publish<Contract, ContractEvent>,
): Contracts {
  const model = aggregateModel(connection, 'Contract', contractSchema, 'contracts');
  const store = aggregateStore<Contract, ContractEvent>({
    connection,
    model,
    aggregate: 'contract',
    outbox,
    publish,
    notFound: contractNotFound,
  });
  return {
    ...store,
    ofYear: ofYear<Contract>(model),
    ofStationYears: ofStationYears<Contract>(model, 'stationIds', ({ stationIds }) => stationIds),
    findUnder: (ids) => underOf(model, ids),
    findBeside: (place, claim) => besideOf(model, place, claim),
    findHistory: (numbers) => historyOf(model, numbers),
    findSignedFor: async (stationId) => {
      const found = await model.find({ stationIds: stationId, status: OPEN }).lean();
      return found.map((document) => toState<Contract>(document));
    },
    findBoundIn: async (place) => {
      const found = await model
        .find({ ...boundInYear(place), status: trusted({ $in: [...OPEN_STATUSES, 'TERMINATED'] }) })
        .lean();
      return found.map((document) => toState<Contract>(document));
    },
    list: (filter, page) =>
      keysetPage<Contract>({
        model,
        filter: filterOf(filter),
        ...orderOf(filter),
        page,
      }),
  };
}

const ORDERS = {
  AMOUNT: orderedBy('amountFen'),
  SIGNED_ON: orderedBy('signedOn'),
} as const satisfies Record<Exclude<ContractOrder, 'COUNTY_CODE'>, unknown>;

function orderOf({ order, providerAgencyId, stationId, ...asked }: ContractFilter) {
  if (order !== 'COUNTY_CODE') return ORDERS[order];
  const open = asked.overdueOn === null ? asked.open : true;
  const narrowing = { open, ranges: [asked.signedOn, asked.amount] };
  return byPlace(narrowing, { providerAgencyId, stationIds: stationId });
}

function filterOf({ providerAgencyId, stationId, status, ...asked }: ContractFilter) {
  const { overdueOn } = asked;
  const overdue = overdueOn === null ? {} : { endsOn: trusted({ $lt: overdueOn }) };
  return {
    ...inPlace(asked),
    ...having({ providerAgencyId, stationIds: stationId }),
    ...inStatus(status),
    ...between('signedOn', asked.signedOn),
    ...between('amountFen', asked.amount),
    ...openIs(overdueOn === null ? asked.open : true, OPEN_STATUSES),
    ...overdue,
  };
}

async function historyOf(
  model: AggregateModel,
  numbers: Parameters<Contracts['findHistory']>[0],
): Promise<readonly Contract[]> {
  const either = numbers.map(({ countyCode, contractNo }) => ({ countyCode, contractNo }));
  const found = await model
    .find({ $or: trusted(either), enteredFrom: trusted({ $ne: null }), status: 'CLOSED' })
    .lean();
  return found.map((document) => toState<Contract>(document));
}

async function besideOf(
  model: AggregateModel,
  { countyCode, stationIds }: Parameters<Contracts['findBeside']>[0],
  { contractNo, startsOn, endsOn }: Parameters<Contracts['findBeside']>[1],
): Promise<readonly Contract[]> {
  const sameTime = {
    stationIds: trusted({ $in: [...stationIds] }),
    startsOn: trusted({ $lte: endsOn }),
    endsOn: trusted({ $gte: startsOn }),
  };
  const status = trusted({ $in: [...OPEN_STATUSES, 'CLOSED'] });
  const signed = { countyCode, status, $or: [{ contractNo }, sameTime] };
  const found = await model.find(signed).lean();
  return found.map((document) => toState<Contract>(document));
}

async function underOf(model: AggregateModel, ids: Parameters<Contracts['findUnder']>[0]) {
  const found = await model
    .find({ purchaseProjectId: trusted({ $in: [...ids] }) })
    .sort({ _id: 1 })
    .lean();
  const contracts = found.map((document) => toState<Contract>(document));
  return ids.map((id) => contracts.filter(({ purchaseProjectId }) => purchaseProjectId === id));
}
