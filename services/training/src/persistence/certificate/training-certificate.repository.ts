import {
  aggregateModel,
  aggregateSchema,
  aggregateStore,
  type Connection,
  currentSession,
  keysetPage,
  oneOf,
  retryingOnDuplicate,
  toState,
  type Publish,
  withinCounties,
} from '@qianshou/service-kit/mongo';
import type { Outbox } from '@qianshou/service-kit/outbox';
import type { CertificateFilter, Certificates } from '../../application/certificate/ports.ts';
import { betweenDays } from '../reference/between-days.ts';
import { withinReach } from '../reference/within-reach.ts';
import { certificateNotFound } from '../../domain/errors.ts';
import type { CertificateEvent, TrainingCertificate } from '../../domain/certificate/training-certificate.ts';

const text = { type: String, required: true } as const;
const optionalText = { type: String, default: null } as const;

const certificateSchema = aggregateSchema(
  {
    no: text,
    enrolmentId: text,
    classId: text,
    kind: text,
    programmeId: { type: String },
    year: { type: Number },
    workerId: text,
    countyCode: text,
    employerAgencyId: optionalText,
    organiserAgencyId: optionalText,
    hours: { type: Number, required: true },
    issuedOn: text,
    status: text,
    cancelledAt: { type: Date, default: null },
    cancelReason: optionalText,
    check: optionalText,
    reprints: { type: Number, default: 0 },
    corrections: { type: [Object], default: [] },
  },
  [
    // TRA-6: the last word on uniqueness, whatever the counter says.
    { keys: { no: 1 }, unique: true },
    { keys: { issuedOn: 1, _id: 1 } },
    { keys: { workerId: 1, issuedOn: 1, _id: 1 } },
    { keys: { classId: 1, issuedOn: 1, _id: 1 } },
    { keys: { countyCode: 1, issuedOn: 1, _id: 1 } },
    { keys: { employerAgencyId: 1, issuedOn: 1, _id: 1 } },
    { keys: { organiserAgencyId: 1, issuedOn: 1, _id: 1 } },
  ],
);

interface Series {
  _id: string;
  last: number;
}

const SERIES = 'certificate_series';

export function mongoCertificates(
  connection: Connection,
  outbox: Outbox,
  publish: Publish<TrainingCertificate, CertificateEvent>,
): Certificates {
  const model = aggregateModel(connection, 'TrainingCertificate', certificateSchema, 'training_certificates');
  const store = aggregateStore<TrainingCertificate, CertificateEvent>({
    connection,
    model,
    aggregate: 'certificate',
    personal: true,
    outbox,
    publish,
    notFound: certificateNotFound,
  });
  return {
    ...store,
    findByNo: async (no) => {
      const document = await model.findOne({ no }).lean();
      return document === null ? null : toState<TrainingCertificate>(document);
    },
    list: ({ filter, order: { direction }, page }, reach) =>
      keysetPage<TrainingCertificate>({
        model,
        filter: {
          ...toFilter(filter),
          ...withinReach(reach, { agencies: ['employerAgencyId', 'organiserAgencyId'] }),
        },
        order: [{ path: 'issuedOn', direction }],
        page,
      }),
    reserveNumbers: (series, count) => reserveNumbers(connection, series, count),
  };
}

function toFilter(filter: CertificateFilter): Record<string, unknown> {
  const { workerId, classId, within, kind, status, issuedOn } = filter;
  return {
    ...(workerId === null ? {} : { workerId }),
    ...(classId === null ? {} : { classId }),
    ...(within === null ? {} : { countyCode: withinCounties(within) }),
    ...oneOf('kind', kind),
    ...oneOf('status', status),
    ...betweenDays('issuedOn', issuedOn.from, issuedOn.to),
  };
}

/** In the transaction of the certificates: what is rolled back gives its numbers back before anybody saw them. */
async function reserveNumbers(connection: Connection, series: string, count: number): Promise<number> {
  const session = currentSession();
  if (session === undefined) throw new Error('numbers are reserved together with their certificates');
  const counters = connection.collection<Series>(SERIES);
  const counter = await retryingOnDuplicate(() =>
    counters.findOneAndUpdate(
      { _id: series },
      { $inc: { last: count } },
      { upsert: true, returnDocument: 'after', session },
    ),
  );
  if (counter === null) throw new Error(`the series ${series} did not count`);
  return counter.last - count + 1;
}
