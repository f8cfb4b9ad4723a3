import { NATION } from '@qianshou/kernel';
import {
  type AggregateModel,
  aggregateModel,
  aggregateSchema,
  aggregateStore,
  type Connection,
  countyOrAbove,
  DOCUMENT,
  EVIDENCE,
  idsOf,
  keysetPage,
  oneOf,
  type Publish,
  RECORDED,
  STRUCK,
  toState,
  trusted,
} from '@qianshou/service-kit/mongo';
import type { Outbox } from '@qianshou/service-kit/outbox';
import type { PairingFilter, PairingOrder, Pairings } from '../../application/pairing/ports.ts';
import type { AgencyId, PairingId } from '../../domain/ids.ts';
import { pairingNotFound } from '../../domain/pairing/errors.ts';
import type { PairingEvent } from '../../domain/pairing/pairing-events.ts';
import { type ActivePairing, OPEN_STATUSES, type Pairing } from '../../domain/pairing/pairing.ts';

const text = { type: String, required: true } as const;
const optionalText = { type: String, default: null } as const;

const why = { on: text, reason: text, evidence: EVIDENCE } as const;

const PATHS = {
  COUNTY_CODE: 'countyCode',
  SIGNED_ON: 'signedOn',
  STARTS_ON: 'startsOn',
  ENDS_ON: 'endsOn',
} as const satisfies Record<PairingOrder['field'], string>;
const ORDERS = Object.values(PATHS);

/** What an index of a list begins with: the first that the filter names, for it leaves the fewest. */
const LEADS = ['dispatchingAgencyId', 'recipientAgencyId', 'schemeId', 'regions'] as const;

function keysOf(lead: (typeof LEADS)[number], path: string): Readonly<Record<string, 1>> {
  return { [lead]: 1, [path]: 1, _id: 1 };
}

const pairingSchema = aggregateSchema(
  {
    pairNo: text,
    applicationId: optionalText,
    origin: { type: String, default: 'APPLICATION' },
    enteredFrom: { type: { _id: false, on: text, source: DOCUMENT }, default: null },
    renewedFromId: optionalText,
    handedOverFromId: optionalText,
    schemeId: text,
    dispatchingAgencyId: text,
    recipientAgencyId: text,
    recipientKind: text,
    countyCode: text,
    regions: [text],
    countyTier: text,
    mode: text,
    taskGroups: [text],
    cycleYear: { type: Number, required: true },
    status: text,
    matchedAt: { type: Date, required: true },
    agreementNo: optionalText,
    signedOn: optionalText,
    startsOn: optionalText,
    endsOn: optionalText,
    suspendedOn: optionalText,
    suspensionReason: optionalText,
    completedOn: optionalText,
    terminatedOn: optionalText,
    terminationReason: optionalText,
    handedOverToId: optionalText,
    stationsOpened: [text],
    traineeIds: [text],
    agenciesGrown: [text],
    growthDays: [{ _id: false, agencyId: text, on: text, recorded: RECORDED }],
    agreementRecorded: RECORDED,
    corrections: [
      {
        _id: false,
        agreementNo: optionalText,
        signedOn: optionalText,
        startsOn: optionalText,
        endsOn: optionalText,
        ...why,
      },
    ],
    growthCorrections: [{ _id: false, agencyId: text, grownOn: optionalText, correctAgencyId: text, ...why }],
    traineeNamings: [{ _id: false, workerId: text, recorded: RECORDED }],
    traineeCorrections: [{ _id: false, workerId: text, correctWorkerId: text, ...why }],
    growthStruck: [{ _id: false, agencyId: text, ...why }],
    traineesStruck: [{ _id: false, workerId: text, ...why }],
    struck: STRUCK,
    taskGroupChanges: [{ _id: false, before: [text], on: text, reason: text, document: DOCUMENT }],
    extensions: [{ _id: false, endsOnBefore: text, endsOn: text, documentNo: text, decidedOn: text }],
  },
  [
    { keys: { pairNo: 1 }, unique: true },
    { keys: { countyCode: 1, status: 1 } },
    ...ORDERS.flatMap((path) => LEADS.map((lead) => ({ keys: keysOf(lead, path) }))),
    // Whose last day went by.
    { keys: { status: 1, endsOn: 1 } },
    // PAIR-1: what the agency has open in the year.
    { keys: { dispatchingAgencyId: 1, cycleYear: 1 } },
    { keys: { recipientAgencyId: 1, cycleYear: 1 } },
    { keys: { countyCode: 1, cycleYear: 1 } },
    // PAIR-9: an agency counts once.
    { keys: { agenciesGrown: 1 } },
  ],
);

const AGENCY_OF = { DISPATCHING: 'dispatchingAgencyId', RECIPIENT: 'recipientAgencyId' } as const;

export function mongoPairings(
  connection: Connection,
  outbox: Outbox,
  publish: Publish<Pairing, PairingEvent>,
): Pairings {
  const model = aggregateModel(connection, 'Pairing', pairingSchema, 'pairings');
  const store = aggregateStore<Pairing, PairingEvent>({
    connection,
    model,
    aggregate: 'pairing',
    outbox,
    publish,
    notFound: pairingNotFound,
  });
  return {
    ...store,
    ...askedByRules(model),
    list: (filter, { field, direction }, page) =>
      keysetPage<Pairing>({
        model,
        filter: toFilter(filter),
        order: [{ path: PATHS[field], direction, nullable: field !== 'COUNTY_CODE' }],
        index: keysOf(
          LEADS.find((lead) => lead !== 'regions' && filter[lead] !== null) ?? 'regions',
          PATHS[field],
        ),
        page,
      }),
  };
}

type AskedByRules = Pick<
  Pairings,
  | 'findOpen'
  | 'findOfSide'
  | 'openOf'
  | 'ofAgencies'
  | 'findThatGrew'
  | 'findUnder'
  | 'countOf'
  | 'listActive'
  | 'pastEnd'
>;

function askedByRules(model: AggregateModel): AskedByRules {
  return {
    findOpen: async (side, agencyId, cycleYear) => {
      const open = trusted({ $in: [...OPEN_STATUSES] });
      const document = await model.findOne({ [AGENCY_OF[side]]: agencyId, cycleYear, status: open }).lean();
      return document === null ? null : toState<Pairing>(document);
    },
    findOfSide: async (side, agencyIds, cycleYears) => {
      const filter = {
        [AGENCY_OF[side]]: trusted({ $in: [...agencyIds] }),
        cycleYear: trusted({ $in: [...cycleYears] }),
      };
      const documents = await model.find(filter).sort({ _id: 1 }).lean();
      return documents.map((document) => toState<Pairing>(document));
    },
    openOf: (agencyId) => ofAgencies(model, [agencyId], { status: trusted({ $in: [...OPEN_STATUSES] }) }),
    ofAgencies: (agencyIds) => ofAgencies(model, agencyIds, {}),
    findThatGrew: async (agencyId) => {
      const document = await model.findOne({ agenciesGrown: agencyId }).lean();
      return document === null ? null : toState<Pairing>(document);
    },
    findUnder: async (schemeId) => {
      const document = await model.findOne({ schemeId, struck: null }).lean();
      return document === null ? null : toState<Pairing>(document);
    },
    countOf: (countyCode, cycleYear) => model.countDocuments({ countyCode, cycleYear }).exec(),
    listActive: async (countyCode) => {
      const documents = await model.find({ countyCode, status: 'ACTIVE' }).sort({ _id: 1 }).lean();
      return documents.map((document) => toState<ActivePairing>(document));
    },
    pastEnd: (today) =>
      idsOf<PairingId>(model, { status: 'ACTIVE', endsOn: trusted({ $lt: today }) }, { endsOn: 1 }),
  };
}

/** Rows of before say nothing of it: they were applied for. */
function ofOrigin(origin: PairingFilter['origin']): Record<string, unknown> {
  if (origin === null) return {};
  return { origin: origin === 'HISTORY' ? origin : trusted({ $ne: 'HISTORY' }) };
}

/** On whichever side: one after the other, for each has an index of its own. */
async function ofAgencies(
  model: AggregateModel,
  agencyIds: readonly AgencyId[],
  filter: Record<string, unknown>,
): Promise<readonly Pairing[]> {
  const found = new Map<unknown, Pairing>();
  for (const side of Object.values(AGENCY_OF)) {
    const named = { ...filter, [side]: trusted({ $in: [...agencyIds] }) };
    const documents = await model.find(named).sort({ _id: 1 }).lean();
    for (const document of documents) found.set(document._id, toState<Pairing>(document));
  }
  return [...found.values()];
}

function toFilter({
  within,
  status,
  countyTier,
  origin,
  ...exactly
}: PairingFilter): Record<string, unknown> {
  const named = Object.entries(exactly).filter(([, value]) => value !== null);
  return {
    regions: countyOrAbove(within ?? NATION),
    ...oneOf('status', status),
    ...oneOf('countyTier', countyTier),
    ...ofOrigin(origin),
    ...Object.fromEntries(named),
  };
}
