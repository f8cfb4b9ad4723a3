import type { RegionCode } from '@qianshou/kernel';
import {
  type AggregateModel,
  aggregateModel,
  aggregateSchema,
  aggregateStore,
  type Connection,
  keysetPage,
  type Publish,
  trusted,
} from '@qianshou/service-kit/mongo';
import type { Outbox } from '@qianshou/service-kit/outbox';
import type { TransferQuestions, TransferRequests } from '../../application/transfer/ports.ts';
import { transferQuestionNotFound, transferRequestNotFound } from '../../domain/transfer/errors.ts';
import type {
  TransferQuestion,
  TransferQuestionEvent,
  TransferRequest,
  TransferRequestEvent,
} from '../../domain/transfer/worker-transfer.ts';
import { inCounties, ofCounties } from '../reference/read-scope.ts';

const text = { type: String, required: true } as const;
const optionalText = { type: String, default: null } as const;

const requestSchema = aggregateSchema(
  {
    countyCode: text,
    purpose: text,
    requestedOn: text,
    openUntil: text,
    workerId: optionalText,
    grantedOn: optionalText,
  },
  [{ keys: { countyCode: 1, _id: 1 } }],
);

const questionSchema = aggregateSchema(
  {
    requestId: text,
    countyCode: optionalText,
    workerId: optionalText,
    askedFor: text,
    purpose: text,
    askedOn: text,
    openUntil: text,
    answer: optionalText,
    reason: optionalText,
    answeredOn: optionalText,
  },
  [{ keys: { countyCode: 1, _id: 1 } }],
);

export function mongoTransferRequests(
  connection: Connection,
  outbox: Outbox,
  publish: Publish<TransferRequest, TransferRequestEvent>,
): TransferRequests {
  const model = aggregateModel(connection, 'WorkerTransferRequest', requestSchema, 'transfer_requests');
  const store = aggregateStore<TransferRequest, TransferRequestEvent>({
    connection,
    model,
    aggregate: 'worker-transfer-request',
    personal: true,
    outbox,
    publish,
    notFound: transferRequestNotFound,
  });
  return { ...store, list: listOf<TransferRequest>(model) };
}

export function mongoTransferQuestions(
  connection: Connection,
  outbox: Outbox,
  publish: Publish<TransferQuestion, TransferQuestionEvent>,
): TransferQuestions {
  const model = aggregateModel(connection, 'WorkerTransferQuestion', questionSchema, 'transfer_questions');
  const store = aggregateStore<TransferQuestion, TransferQuestionEvent>({
    connection,
    model,
    aggregate: 'worker-transfer-question',
    personal: true,
    untold: true,
    outbox,
    publish,
    notFound: transferQuestionNotFound,
  });
  return { ...store, list: listOf<TransferQuestion>(model) };
}

const listOf =
  <Found extends { readonly id: string }>(model: AggregateModel) =>
  (
    bureaus: readonly RegionCode[],
    within: RegionCode | null,
    page: Parameters<TransferRequests['list']>[2],
  ) =>
    keysetPage<Found>({
      model,
      filter: {
        ...(within === null ? {} : inCounties(within)),
        $and: trusted([
          bureaus.length === 0 ? { _id: trusted({ $in: [] }) } : { $or: trusted(bureaus.map(ofCounties)) },
        ]),
      },
      order: [],
      page,
    });
