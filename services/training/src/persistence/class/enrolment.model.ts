import { aggregateModel, aggregateSchema, type Connection, RECORDED } from '@qianshou/service-kit/mongo';
import { LIVE } from '../../domain/class/enrolment-state.ts';

const text = { type: String, required: true } as const;
const optionalText = { type: String, default: null } as const;
const optionalNumber = { type: Number, default: null } as const;
const optionalMoment = { type: Date, default: null } as const;

const enrolmentSchema = aggregateSchema(
  {
    classId: text,
    kind: text,
    programmeId: { type: String },
    year: { type: Number },
    workerId: text,
    postingId: optionalText,
    source: text,
    countyCode: text,
    employerAgencyId: optionalText,
    organiserAgencyId: optionalText,
    needAgencyId: { type: String },
    certifiedLocal: { type: Boolean, required: true },
    deadline: optionalText,
    concerns: [String],
    waitingSince: { type: Date, required: true },
    offeredAt: optionalMoment,
    offerExpiresAt: optionalMoment,
    attendedHours: optionalNumber,
    score: optionalNumber,
    status: text,
    seatedAt: optionalMoment,
    assessedOn: optionalText,
    certificateId: optionalText,
    endedAt: optionalMoment,
    previous: optionalText,
    sessions: { type: [Object], default: [] },
    makeUp: { type: Object, default: null },
    resultCorrections: { type: [Object], default: [] },
    struckResults: { type: [Object], default: [] },
    resultRecorded: RECORDED,
  },
  [
    { keys: { classId: 1, status: 1, _id: 1 } },
    // A worker holds one place in a class at a time; earlier ones that ended stay on record.
    {
      keys: { classId: 1, workerId: 1 },
      unique: true,
      where: { status: { $in: [...LIVE] } },
    },
    // Offers that nobody answers expire.
    { keys: { offerExpiresAt: 1, offeredAt: 1 }, where: { status: 'OFFERED' } },
    { keys: { classId: 1, _id: 1 } },
    { keys: { workerId: 1, _id: 1 } },
    { keys: { postingId: 1, kind: 1, _id: -1 } },
    { keys: { countyCode: 1, _id: 1 } },
    { keys: { employerAgencyId: 1, _id: 1 } },
    { keys: { organiserAgencyId: 1, _id: 1 } },
  ],
);

export function enrolmentModel(connection: Connection) {
  return aggregateModel(connection, 'Enrolment', enrolmentSchema, 'enrolments');
}
