import type { Page, PageRequest, RegionCode, Repository } from '@qianshou/kernel';
import type { TransferQuestionId, TransferRequestId } from '../../domain/ids.ts';
import type {
  TransferQuestion,
  TransferQuestionEvent,
  TransferRequest,
  TransferRequestEvent,
} from '../../domain/transfer/worker-transfer.ts';

type Listing<Found> = (
  bureaus: readonly RegionCode[],
  within: RegionCode | null,
  page: PageRequest,
) => Promise<Page<Found>>;

/** Each bureau what it asked. */
export interface TransferRequests extends Repository<
  TransferRequestId,
  TransferRequest,
  TransferRequestEvent
> {
  readonly list: Listing<TransferRequest>;
}

/** Each bureau what it is asked about whom it keeps. */
export interface TransferQuestions extends Repository<
  TransferQuestionId,
  TransferQuestion,
  TransferQuestionEvent
> {
  readonly list: Listing<TransferQuestion>;
}
