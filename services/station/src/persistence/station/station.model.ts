import {
  aggregateModel,
  aggregateSchema,
  type Connection,
  DOCUMENT,
  EVIDENCE,
  RECORDED,
  SEARCH_TOKENS,
} from '@qianshou/service-kit/mongo';
import { CHECK_CORRECTION } from './acceptance-check.list.ts';
import { FILED, ROOM, SITE } from './premises.ts';
import { STATION_STATUSES } from '../../domain/station/station.ts';

const HOLDING_THEIR_UNIT = STATION_STATUSES.filter((status) => status !== 'CLOSED');

const text = { type: String, required: true } as const;
const optionalText = { type: String, default: null } as const;

/** In the order of openings; what else is asked for is read from the index itself, before any document. */
export const BY_PLACE = { townshipCode: 1, _id: 1 } as const;
export const BY_OPENING = {
  openedOn: 1,
  _id: 1,
  townshipCode: 1,
  status: 1,
  tier: 1,
  'gradedBy.grade': 1,
} as const;
export const BY_OPENING_OF_OPERATOR = { operatorAgencyId: 1, openedOn: 1, _id: 1, townshipCode: 1 } as const;

export const stationSchema = aggregateSchema(
  {
    townshipCode: text,
    formerUnits: [{ _id: false, townshipCode: text, until: text }],
    countyCode: text,
    signage: text,
    tier: text,
    status: text,
    operationMode: text,
    operatorAgencyId: optionalText,
    operatorChanges: [
      {
        _id: false,
        from: text,
        reason: text,
        handOver: [String],
        before: { _id: false, operatorAgencyId: optionalText, operationMode: text },
      },
    ],
    site: { type: SITE, default: null },
    siteUnchecked: { type: Boolean, default: false },
    rooms: [ROOM],
    roomsRecorded: RECORDED,
    roomCorrections: [{ _id: false, on: text, reason: text, evidence: EVIDENCE, rooms: [ROOM] }],
    choicesStruck: [{ _id: false, on: text, reason: text, evidence: EVIDENCE, selectedOn: text }],
    documents: [FILED],
    activitiesHeld: { type: Number, required: true },
    havesComplete: { type: Boolean, required: true },
    staff: [{ _id: false, postingId: text, role: text }],
    checks: [
      {
        _id: false,
        id: text,
        checkedOn: text,
        checkerOrganisation: text,
        items: [{ _id: false, have: text, met: Boolean, finding: optionalText, lacking: [String] }],
        result: text,
        rectifyBy: optionalText,
        photos: [DOCUMENT],
        recorded: RECORDED,
        corrections: [CHECK_CORRECTION],
      },
    ],
    demonstrationSince: optionalText,
    openedOn: optionalText,
    demonstration: {
      type: {
        _id: false,
        step: text,
        application: { type: { _id: false, selfScore: Number, statement: text, on: text } },
        recommendation: { type: { _id: false, opinion: text, on: text }, default: null },
        assessment: {
          type: { _id: false, score: Number, opinion: optionalText, on: text },
          default: null,
        },
        notice: { type: { _id: false, from: text, until: text }, default: null },
      },
      default: null,
    },
    demonstrationWithdrawnOn: optionalText,
    gradedBy: {
      type: {
        _id: false,
        evaluationId: text,
        year: Number,
        kind: text,
        score: Number,
        grade: text,
        evaluatedOn: text,
      },
      default: null,
    },
    annualGrade: {
      type: {
        _id: false,
        evaluationId: text,
        year: Number,
        kind: text,
        score: Number,
        grade: text,
        evaluatedOn: text,
      },
      default: null,
    },
    guide: {
      type: { _id: false, openingHours: text, offers: [String], officePhone: optionalText },
      default: null,
    },
    rectification: {
      type: {
        _id: false,
        reason: optionalText,
        evaluationId: optionalText,
        orderedOn: text,
        planDueOn: text,
        dueOn: text,
        plan: { type: { _id: false, measures: text, filedOn: text, completeBy: text }, default: null },
        overdueSince: optionalText,
      },
      default: null,
    },
    rectificationsDone: [{ _id: false, rectifiedOn: text, proof: [DOCUMENT] }],
    suspension: { type: { _id: false, reason: text, since: text }, default: null },
    closure: { type: { _id: false, reason: text, closedOn: text }, default: null },
  },
  [
    // STA-1: one station per township-level unit; a closed one frees it.
    { keys: { townshipCode: 1 }, unique: true, where: { status: { $in: HOLDING_THEIR_UNIT } } },
    { keys: BY_PLACE },
    // Only stations that rectify are in it: the job that finds late ones reads nothing else.
    { keys: { 'rectification.dueOn': 1 }, where: { status: 'RECTIFYING' } },
    { keys: { operatorAgencyId: 1, townshipCode: 1, _id: 1 } },
    { keys: { status: 1, townshipCode: 1, _id: 1 } },
    { keys: { tier: 1, townshipCode: 1, _id: 1 } },
    { keys: { 'annualGrade.year': 1, townshipCode: 1, _id: 1 } },
    { keys: { 'gradedBy.grade': 1, townshipCode: 1, _id: 1 } },
    { keys: BY_OPENING },
    { keys: BY_OPENING_OF_OPERATOR },
    { keys: { [SEARCH_TOKENS]: 1, townshipCode: 1, _id: 1 } },
  ],
  { searchedBy: 'signage', retired: [{ townshipCode: 1 }] },
);

/** Records of before name no annual grade: the list of those due for evaluation reads it. Nothing to do where all do. */
export async function fillAnnualGrades(connection: Connection): Promise<void> {
  const stations = connection.collection('stations');
  const missing = { annualGrade: { $exists: false } };
  if ((await stations.findOne(missing, { projection: { _id: 1 } })) === null) return;
  const latest = connection
    .collection('station_evaluations')
    .aggregate([
      { $match: { kind: 'ANNUAL', struck: null } },
      { $sort: { year: 1, evaluatedOn: 1 } },
      { $group: { _id: '$stationId', last: { $last: '$$ROOT' } } },
    ]);
  for await (const { _id, last } of latest) {
    const { year, kind, score, grade, evaluatedOn } = last;
    const annualGrade = { evaluationId: last._id, year, kind, score, grade, evaluatedOn };
    await stations.updateOne({ _id, ...missing }, { $set: { annualGrade } });
  }
  await stations.updateMany(missing, { $set: { annualGrade: null } });
}

export function stationModel(connection: Connection) {
  return aggregateModel(connection, 'Station', stationSchema, 'stations');
}
