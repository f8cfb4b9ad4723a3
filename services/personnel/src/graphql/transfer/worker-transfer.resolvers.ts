import { publicText, regionCodeOf } from '@qianshou/kernel';
import { history } from '@qianshou/service-kit/audit';
import { optional, pageOf, toConnection } from '@qianshou/service-kit/graphql';
import { transferQuestionId, transferRequestId } from '../../domain/ids.ts';
import { visibleQuestion, visibleRequest } from '../../domain/transfer/policy.ts';
import { questionStatus, requestStatus } from '../../domain/transfer/worker-transfer.ts';
import { idNumber } from '../../domain/worker/personal-data.ts';
import { visibleWorker } from '../../domain/worker/policy.ts';
import type {
  MutationResolvers,
  QueryResolvers,
  WorkerTransferQuestionResolvers,
  WorkerTransferRequestResolvers,
} from '../generated/resolvers.ts';

export const transferQueries = {
  workerTransferRequests: async (_root, { where, ...args }, { useCases, actor }) =>
    toConnection(await useCases.listTransferRequests(where?.regionCode?.within ?? null, pageOf(args), actor)),
  workerTransferQuestions: async (_root, { where, ...args }, { useCases, actor }) =>
    toConnection(
      await useCases.listTransferQuestions(where?.regionCode?.within ?? null, pageOf(args), actor),
    ),
} satisfies Partial<QueryResolvers>;

export const transferMutations = {
  requestWorkerTransfer: async (_root, { input }, { useCases, actor }) => ({
    request: await useCases.requestWorkerTransfer(
      {
        idNumber: idNumber(input.idNumber),
        purpose: publicText(input.purpose, 'purpose', 500),
        countyCode: optional(input.countyCode, (raw) => regionCodeOf('COUNTY', raw, 'countyCode')),
      },
      actor,
    ),
  }),
  answerWorkerTransfer: async (_root, { input }, { useCases, actor }) => ({
    question: await useCases.answerWorkerTransfer(
      {
        questionId: transferQuestionId(input.questionId),
        answer: input.answer,
        reason: publicText(input.reason, 'reason', 500),
        expectedVersion: input.expectedVersion ?? null,
      },
      actor,
    ),
  }),
} satisfies Partial<MutationResolvers>;

export const WorkerTransferRequest: WorkerTransferRequestResolvers = {
  history,
  __resolveReference: async ({ id }, { loaders, actor }) =>
    visibleRequest(actor, await loaders.transferRequest.load(transferRequestId(id))),
  county: ({ countyCode }) => ({ code: countyCode }),
  status: (request, _args, { useCases }) => requestStatus(request, useCases.today()),
  worker: async ({ workerId }, _args, { loaders, actor }) =>
    workerId === null ? null : visibleWorker(actor, await loaders.worker.load(workerId)),
};

export const WorkerTransferQuestion: WorkerTransferQuestionResolvers = {
  history,
  __resolveReference: async ({ id }, { loaders, actor }) =>
    visibleQuestion(actor, await loaders.transferQuestion.load(transferQuestionId(id))),
  worker: async ({ workerId }, _args, { loaders, actor }) =>
    workerId === null ? null : visibleWorker(actor, await loaders.worker.load(workerId)),
  county: ({ countyCode }) => (countyCode === null ? null : { code: countyCode }),
  askedFor: ({ askedFor }) => ({ code: askedFor }),
  status: (question, _args, { useCases }) => questionStatus(question, useCases.today()),
  allowedActions: (question, _args, { useCases }) =>
    questionStatus(question, useCases.today()) === 'OPEN' ? ['ANSWER'] : [],
};
