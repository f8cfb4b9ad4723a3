import {
  aggregateModel,
  aggregateSchema,
  type Connection,
  EVIDENCE,
  RECORDED,
  STRUCK,
} from '@qianshou/service-kit/mongo';

const text = { type: String, required: true } as const;
const optionalText = { type: String, default: null } as const;

export const IN_ORDER = { startsOn: -1, _id: -1, countyCode: 1, status: 1 } as const;

const before = { _id: false, on: text, reason: text, evidence: EVIDENCE } as const;
const leaveTerms = { kind: text, from: text, to: text } as const;

/** What can happen to a post beside its life cycle. */
const lifeFields = {
  leaves: [
    {
      _id: false,
      id: text,
      ...leaveTerms,
      struck: STRUCK,
      corrections: [{ ...before, ...leaveTerms }],
      recorded: { ...RECORDED, default: null },
    },
  ],
  substituteFor: optionalText,
  acting: { type: Boolean, default: false },
  endsOn: optionalText,
  resignation: { type: { _id: false, submittedOn: text, lastDay: text }, default: null },
  handOver: [{ _id: false, item: text, doneOn: optionalText }],
  struck: STRUCK,
  daysBefore: [{ ...before, startedOn: text, endedOn: optionalText }],
} as const;

const postingSchema = aggregateSchema(
  {
    workerId: text,
    role: text,
    stationId: optionalText,
    centreId: optionalText,
    townshipCode: optionalText,
    countyCode: text,
    operatorAgencyId: optionalText,
    fullTime: { type: Boolean, required: true },
    origin: text,
    historySource: optionalText,
    candidateRank: text,
    educationException: optionalText,
    overdueDecision: optionalText,
    startsOn: text,
    signatures: [{ _id: false, party: text, signedBy: optionalText, signedOn: text }],
    preJobTraining: {
      type: { _id: false, certificateNo: text, passedOn: optionalText, voidedOn: optionalText },
      default: null,
    },
    reviewFrom: optionalText,
    status: text,
    startedOn: optionalText,
    certificate: optionalText,
    clock: {
      type: {
        _id: false,
        startedOn: text,
        deadline: text,
        warnedAt: { type: Number, default: null },
        warnedOn: optionalText,
        examWarned: { type: Number, default: null },
        extendedTo: optionalText,
      },
      default: null,
    },
    endedOn: optionalText,
    endReason: optionalText,
    ...lifeFields,
  },
  [
    // Seats and staff of a place: PER-1, PER-2, PER-3.
    { keys: { stationId: 1, role: 1, status: 1 } },
    { keys: { centreId: 1, role: 1, status: 1 } },
    { keys: { stationId: 1, startsOn: -1, _id: -1 } },
    // PER-14, and a worker's own history.
    { keys: { workerId: 1, startsOn: -1, _id: -1 } },
    { keys: { operatorAgencyId: 1, startsOn: -1, _id: -1 } },
    { keys: { countyCode: 1, startsOn: -1, _id: -1 } },
    { keys: { countyCode: 1, status: 1, startsOn: -1, _id: -1 } },
    { keys: { townshipCode: 1, startsOn: -1, _id: -1 } },
    // Of many counties at once: read in order, and the county judged by the index.
    { keys: IN_ORDER },
    // Clocks of a county that run, when its policy changes.
    { keys: { countyCode: 1, 'clock.deadline': 1, _id: 1 }, where: { certificate: 'RUNNING' } },
    { keys: { substituteFor: 1 }, where: { substituteFor: { $type: 'string' } } },
    // What ends by itself.
    { keys: { endsOn: 1, _id: 1 }, where: { endsOn: { $type: 'string' } } },
    // PER-9: what the review walks, for one county and for all; nothing settled is in it.
    { keys: { countyCode: 1, reviewFrom: 1, _id: 1 }, where: { reviewFrom: { $type: 'string' } } },
    { keys: { reviewFrom: 1, _id: 1 }, where: { reviewFrom: { $type: 'string' } } },
  ],
);

export function postingModel(connection: Connection) {
  return aggregateModel(connection, 'Posting', postingSchema, 'postings');
}
