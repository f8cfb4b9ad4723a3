import type { Actor, PageRequest, RegionCode } from '@qianshou/kernel';
import { bureausOf } from '../../domain/policy.ts';
import type { Ports } from '../ports.ts';
import { answerWorkerTransfer } from './answer-worker-transfer.ts';
import { requestWorkerTransfer } from './request-worker-transfer.ts';

export function useCasesOfTransfer(ports: Ports) {
  const { transferRequests, transferQuestions } = ports;
  return {
    answerWorkerTransfer: answerWorkerTransfer(ports),
    requestWorkerTransfer: requestWorkerTransfer(ports),
    listTransferRequests: (within: RegionCode | null, page: PageRequest, actor: Actor) =>
      transferRequests.list(bureausOf(actor), within, page),
    listTransferQuestions: (within: RegionCode | null, page: PageRequest, actor: Actor) =>
      transferQuestions.list(bureausOf(actor), within, page),
  };
}
