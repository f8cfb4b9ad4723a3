import {
  type AggregateModel,
  aggregateModel,
  aggregateSchema,
  aggregateStore,
  type Connection,
  EVIDENCE,
  keysetPage,
  RECORDED,
  STRUCK,
  toState,
  trusted,
  type Publish,
} from '@qianshou/service-kit/mongo';
import type { Outbox } from '@qianshou/service-kit/outbox';
import type { SocialWorkers, WorkerFilter } from '../../application/worker/ports.ts';
import { workerNotFound } from '../../domain/worker/errors.ts';
import type { QualificationId } from '../../domain/ids.ts';
import type { QualificationStatus } from '../../domain/worker/qualification.ts';
import type { SocialWorker, WorkerEvent } from '../../domain/worker/social-worker.ts';
import { inCounties, readable } from '../reference/read-scope.ts';

const text = { type: String, required: true } as const;
const optionalText = { type: String, default: null } as const;
const number = { type: Number, required: true } as const;
const flag = { type: Boolean, required: true } as const;

const certificate = {
  level: text,
  certificateNo: text,
  obtainedOn: text,
  passLine: text,
  validWithin: optionalText,
  byExam: flag,
} as const;

const qualificationFields = {
  _id: false,
  id: text,
  ...certificate,
  certificateKey: optionalText,
  status: { type: String, default: 'RECORDED' },
  verdict: { type: { _id: false, on: text, reason: optionalText }, default: null },
  struck: STRUCK,
  corrections: [{ _id: false, ...certificate, on: text, reason: text, evidence: EVIDENCE }],
  recorded: { ...RECORDED, default: null },
} as const;

const degreeFields = {
  level: text,
  major: text,
  fullTime: flag,
  startedOn: optionalText,
  graduatedOn: text,
} as const;

const periodFields = { servedFrom: text, servedTo: text, proof: text } as const;

const registrationFields = {
  qualificationId: text,
  registeredOn: text,
  hoursElsewhere: number,
  proof: optionalText,
} as const;

const attemptFields = {
  level: text,
  examYear: number,
  subject: text,
  status: text,
  score: { type: Number, default: null },
  passLine: text,
} as const;

const employmentFields = {
  agencyId: text,
  kind: text,
  employedFrom: text,
  employedTo: optionalText,
} as const;

/** An entry of a list that is struck out and corrected by itself. */
const entryOf = <Fields extends object>(fields: Fields) => ({
  _id: false,
  id: text,
  ...fields,
  struck: STRUCK,
  corrections: [{ _id: false, ...fields, on: text, reason: text, evidence: EVIDENCE }],
  recorded: { ...RECORDED, default: null },
});

const educationFields = { _id: false, level: text, major: text, fullTime: flag, graduatedOn: text } as const;

/** What was said before: of what was put right, and nothing else. */
const personCorrection = {
  _id: false,
  on: text,
  reason: text,
  evidence: EVIDENCE,
  fields: [String],
  countyCode: String,
  name: String,
  phone: String,
  idNumber: String,
  birthYear: Number,
  localResident: Boolean,
  education: { type: educationFields, default: null },
  socialWorkSince: String,
  priorSocialWorkMonths: Number,
} as const;

const workerSchema = aggregateSchema(
  {
    countyCode: text,
    employerAgencyId: optionalText,
    directsOfficeOf: optionalText,
    name: text,
    phone: optionalText,
    idNumber: optionalText,
    idNumberIndex: optionalText,
    birthYear: number,
    localResident: flag,
    education: { type: educationFields, required: true },
    corrections: [personCorrection],
    socialWorkSince: optionalText,
    priorSocialWorkMonths: number,
    qualifications: [qualificationFields],
    degrees: [entryOf(degreeFields)],
    servicePeriods: [entryOf(periodFields)],
    registrations: [entryOf(registrationFields)],
    examAttempts: [entryOf(attemptFields)],
    employments: [entryOf(employmentFields)],
    transferOffer: {
      type: { _id: false, toAgencyId: text, kind: text, on: text, answer: optionalText },
      default: null,
    },
    registeredOn: text,
  },
  [
    // Not unique: a number that is registered elsewhere is a case for a bureau (PER-16), not an answer.
    { keys: { idNumberIndex: 1, _id: 1 }, where: { idNumberIndex: { $type: 'string' } } },
    { keys: { 'qualifications.certificateKey': 1 } },
    { keys: { 'qualifications.id': 1 } },
    { keys: { countyCode: 1, _id: 1 } },
    { keys: { employerAgencyId: 1, _id: 1 } },
    // What waits for the bureau of a county.
    { keys: { countyCode: 1, 'qualifications.status': 1, _id: 1 } },
    { keys: { 'qualifications.status': 1, _id: 1 } },
  ],
  { retired: [{ idNumberIndex: 1 }, { 'qualifications.certificateNo': 1 }] },
);

const KIND = { aggregate: 'worker', personal: true } as const;

export function mongoSocialWorkers(
  connection: Connection,
  outbox: Outbox,
  publish: Publish<SocialWorker, WorkerEvent>,
): SocialWorkers {
  const model = aggregateModel(connection, 'SocialWorker', workerSchema, 'workers');
  const store = aggregateStore<SocialWorker, WorkerEvent>({
    connection,
    model,
    ...KIND,
    outbox,
    publish,
    notFound: workerNotFound,
  });
  return {
    ...store,
    ...listedBy(model),
    findHolders: (ids) => holdersOf(model, ids),
    listCertified: (page) =>
      keysetPage<SocialWorker>({
        model,
        filter: { 'qualifications.id': trusted({ $type: 'string' }) },
        order: [],
        page,
      }),
    list: (scope, filter, page) =>
      keysetPage<SocialWorker>({
        model,
        filter: {
          ...toFilter(filter),
          $and: trusted([readable(scope, { agency: 'employerAgencyId', worker: '_id' })]),
        },
        order: [],
        page,
      }),
  };
}

type ListedBy = Pick<
  SocialWorkers,
  'listByCertificate' | 'listByCertificates' | 'listByIdNumber' | 'listByIdNumbers'
>;

function listedBy(model: AggregateModel): ListedBy {
  const listBy = async (filter: Record<string, unknown>): Promise<readonly SocialWorker[]> =>
    (await model.find(filter).sort({ _id: 1 }).lean()).map((document) => toState<SocialWorker>(document));
  return {
    listByIdNumber: (idNumberIndex) => listBy({ idNumberIndex }),
    listByIdNumbers: (indexes) => listBy({ idNumberIndex: trusted({ $in: [...indexes], $type: 'string' }) }),
    listByCertificates: (keys) => listBy({ 'qualifications.certificateKey': trusted({ $in: [...keys] }) }),
    listByCertificate: (certificateKey) => listBy({ 'qualifications.certificateKey': certificateKey }),
  };
}

async function holdersOf(
  model: AggregateModel,
  ids: readonly QualificationId[],
): Promise<readonly (SocialWorker | null)[]> {
  const documents = await model.find({ 'qualifications.id': trusted({ $in: [...ids] }) }).lean();
  const workers = documents.map((document) => toState<SocialWorker>(document));
  return ids.map(
    (id) => workers.find(({ qualifications }) => qualifications.some((each) => each.id === id)) ?? null,
  );
}

function toFilter({ within, employerAgencyId, certificates }: WorkerFilter): Record<string, unknown> {
  return {
    ...(certificates === null ? {} : { qualifications: standingAs(certificates) }),
    ...(within === null ? {} : inCounties(within)),
    ...(employerAgencyId === null ? {} : { employerAgencyId }),
  };
}

function standingAs(status: readonly QualificationStatus[]) {
  return trusted({ $elemMatch: { status: { $in: [...status] }, struck: null } });
}
