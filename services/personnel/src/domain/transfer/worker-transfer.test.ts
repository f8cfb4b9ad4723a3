import { publicText } from '@qianshou/kernel';
import { describe, expect, it } from 'vitest';
import { aWorker, day, ELSEWHERE, HONGHUATAO, TODAY, uuid, WORKER, YIDU } from '../../../test/builders.ts';
import { transferQuestionId, transferRequestId } from '../ids.ts';
import {
  answerTransfer,
  moveToCounty,
  questionStatus,
  requestStatus,
  requestTransfer,
} from './worker-transfer.ts';

const asked = {
  requestId: transferRequestId(`wtr_${uuid(1)}`),
  questionId: transferQuestionId(`wtq_${uuid(1)}`),
  countyCode: ELSEWHERE,
  purpose: publicText('\u6F14\u793A', 'purpose', 500),
};
const reason = asked.purpose;

describe('requestWorkerTransfer', () => {
  it('leaves the county that asks with the same, whether somebody has the number or nobody', () => {
    const known = requestTransfer(asked, { id: WORKER, countyCode: YIDU }, TODAY);
    const unknown = requestTransfer(asked, null, TODAY);

    expect(known.request).toEqual(unknown.request);
    expect(Object.keys(known.question.state)).toEqual(Object.keys(unknown.question.state));
  });

  it('waits for thirty days, of which nobody is told who let them pass', () => {
    const { request, question } = requestTransfer(asked, { id: WORKER, countyCode: YIDU }, TODAY);
    const after = day('2026-12-21');

    expect(requestStatus(request.state, day('2026-12-20'))).toBe('PENDING');
    expect(requestStatus(request.state, after)).toBe('NOT_GRANTED');
    expect(questionStatus(question.state, after)).toBe('LAPSED');
    expect(() => answerTransfer(question.state, { answer: 'GRANTED', reason }, after)).toThrow(
      expect.objectContaining({ code: 'WORKER_TRANSFER_NOT_OPEN' }),
    );
  });

  it('moves nobody who directs an office of the county', () => {
    expect(() => moveToCounty(aWorker({ directsOfficeOf: HONGHUATAO }), ELSEWHERE)).toThrow(
      expect.objectContaining({ code: 'WORKER_OFFICE_ELSEWHERE' }),
    );
  });
});
