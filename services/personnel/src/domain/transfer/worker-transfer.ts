import { addDays, type CalendarDate, type Change, type PublicText, type RegionCode } from '@qianshou/kernel';
import type { TransferQuestionId, TransferRequestId, WorkerId } from '../ids.ts';
import type { SocialWorker, WorkerEvent } from '../worker/social-worker.ts';
import { workerOfficeElsewhere } from '../worker/errors.ts';
import { transferQuestionNotOpen } from './errors.ts';

/** Our own number: no source names one. */
const DAYS_TO_ANSWER = 30;

/**
 * What a county that asks for somebody has of it. It says nothing of the person until they are let go: that the number
 * is unknown, that the other county declines, and that it stays silent look alike from here (PER-16).
 */
export interface TransferRequest {
  readonly id: TransferRequestId;
  readonly version: number;
  /** Where they are to be kept. */
  readonly countyCode: RegionCode;
  readonly purpose: PublicText;
  readonly requestedOn: CalendarDate;
  readonly openUntil: CalendarDate;
  /** Null until they are let go. */
  readonly workerId: WorkerId | null;
  readonly grantedOn: CalendarDate | null;
}

export type TransferRequestStatus = 'PENDING' | 'GRANTED' | 'NOT_GRANTED';

export type TransferRequestEvent =
  | { readonly type: 'worker-transfer.requested'; readonly openUntil: CalendarDate }
  | { readonly type: 'worker-transfer.granted'; readonly workerId: WorkerId };

export type TransferAnswer = 'GRANTED' | 'DECLINED';

/**
 * What the county that keeps the person has of it. There is one for a number that nobody has as well, which nobody
 * ever sees: both requests write the same.
 */
export interface TransferQuestion {
  readonly id: TransferQuestionId;
  readonly version: number;
  readonly requestId: TransferRequestId;
  readonly countyCode: RegionCode | null;
  readonly workerId: WorkerId | null;
  /** The county that asks; named so that its own audit log does not list what is answered here. */
  readonly askedFor: RegionCode;
  readonly purpose: PublicText;
  readonly askedOn: CalendarDate;
  readonly openUntil: CalendarDate;
  readonly answer: TransferAnswer | null;
  readonly reason: PublicText | null;
  readonly answeredOn: CalendarDate | null;
}

export type TransferQuestionStatus = TransferAnswer | 'LAPSED' | 'OPEN';

export type TransferQuestionEvent =
  | { readonly type: 'worker-transfer.asked' }
  | { readonly type: 'worker-transfer.answered'; readonly answer: TransferAnswer };

interface Asked {
  readonly requestId: TransferRequestId;
  readonly questionId: TransferQuestionId;
  readonly countyCode: RegionCode;
  readonly purpose: PublicText;
}

interface Kept {
  readonly id: WorkerId;
  readonly countyCode: RegionCode;
}

export function requestTransfer(
  { requestId, questionId, countyCode, purpose }: Asked,
  kept: Kept | null,
  today: CalendarDate,
): {
  readonly request: Change<TransferRequest, TransferRequestEvent>;
  readonly question: Change<TransferQuestion, TransferQuestionEvent>;
} {
  const openUntil = addDays(today, DAYS_TO_ANSWER);
  const said = { version: 0, purpose, openUntil };
  return {
    request: {
      state: { ...said, id: requestId, countyCode, requestedOn: today, workerId: null, grantedOn: null },
      events: [{ type: 'worker-transfer.requested', openUntil }],
    },
    question: {
      state: {
        ...said,
        id: questionId,
        requestId,
        countyCode: kept?.countyCode ?? null,
        workerId: kept?.id ?? null,
        askedFor: countyCode,
        askedOn: today,
        answer: null,
        reason: null,
        answeredOn: null,
      },
      events: [{ type: 'worker-transfer.asked' }],
    },
  };
}

export function requestStatus(
  { grantedOn, openUntil }: TransferRequest,
  today: CalendarDate,
): TransferRequestStatus {
  if (grantedOn !== null) return 'GRANTED';
  return today > openUntil ? 'NOT_GRANTED' : 'PENDING';
}

export function questionStatus(
  { answer, openUntil }: TransferQuestion,
  today: CalendarDate,
): TransferQuestionStatus {
  if (answer !== null) return answer;
  return today > openUntil ? 'LAPSED' : 'OPEN';
}

export function answerTransfer(
  question: TransferQuestion,
  { answer, reason }: { readonly answer: TransferAnswer; readonly reason: PublicText },
  today: CalendarDate,
): Change<TransferQuestion, TransferQuestionEvent> {
  const { openUntil } = question;
  if (questionStatus(question, today) !== 'OPEN') throw transferQuestionNotOpen({ openUntil });
  return {
    state: { ...question, answer, reason, answeredOn: today },
    events: [{ type: 'worker-transfer.answered', answer }],
  };
}

export function grantTransfer(
  request: TransferRequest,
  workerId: WorkerId,
  today: CalendarDate,
): Change<TransferRequest, TransferRequestEvent> {
  return {
    state: { ...request, workerId, grantedOn: today },
    events: [{ type: 'worker-transfer.granted', workerId }],
  };
}

/** The person stays who they are, with all that was recorded of them; another county keeps them from now on. */
export function moveToCounty(
  worker: SocialWorker,
  countyCode: RegionCode,
): Change<SocialWorker, WorkerEvent> {
  const { id: workerId, countyCode: countyBefore, employerAgencyId, directsOfficeOf } = worker;
  if (directsOfficeOf !== null) throw workerOfficeElsewhere({ directsOfficeOf, countyCode });
  return {
    state: { ...worker, countyCode },
    events: [{ type: 'worker.county-changed', workerId, countyCode, countyBefore, employerAgencyId }],
  };
}
