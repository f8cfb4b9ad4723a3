import type { Publication } from '@qianshou/events';
import type {
  TransferQuestion,
  TransferQuestionEvent,
  TransferRequest,
  TransferRequestEvent,
} from '../../domain/transfer/worker-transfer.ts';

/** To the county that asks: nothing of the person until they are let go. */
export function publishTransferRequestEvent(
  event: TransferRequestEvent,
  { id: requestId, countyCode }: TransferRequest,
): Publication {
  const regionCode = countyCode;
  switch (event.type) {
    case 'worker-transfer.requested': {
      const data = { requestId, countyCode, openUntil: event.openUntil };
      return { type: 'qianshou.personnel.worker-transfer-requested.v1', data, regionCode };
    }
    case 'worker-transfer.granted': {
      const data = { requestId, countyCode, workerId: event.workerId };
      return { type: 'qianshou.personnel.worker-transfer-granted.v1', data, regionCode };
    }
  }
}

/** To the county that keeps the person; of a number that nobody has to nobody. */
export function publishTransferQuestionEvent(
  event: TransferQuestionEvent,
  { id: questionId, countyCode, workerId }: TransferQuestion,
): Publication {
  const data = { questionId, countyCode, workerId };
  const regionCode = countyCode;
  if (event.type === 'worker-transfer.asked') {
    return { type: 'qianshou.personnel.worker-transfer-asked.v1', data, regionCode };
  }
  const answered = { ...data, answer: event.answer };
  return { type: 'qianshou.personnel.worker-transfer-answered.v1', data: answered, regionCode };
}
