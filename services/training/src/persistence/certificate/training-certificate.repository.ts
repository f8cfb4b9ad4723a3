import {
  aggregateModel,
  aggregateSchema,
  aggregateStore,
  type Connection,
  currentSession,
  retryingOnDuplicate,
  toState,
  type Publish,
} from '@qianshou/service-kit/mongo';
import type { Outbox } from '@qianshou/service-kit/outbox';
import type { Certificates } from '../../application/certificate/ports.ts';
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
    reserveNumbers: (series, count) => reserveNumbers(connection, series, count),
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
