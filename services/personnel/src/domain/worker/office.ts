import { type Change, isWithin, type RegionCode } from '@qianshou/kernel';
import { workerOfficeElsewhere } from './errors.ts';
import type { SocialWorker, WorkerEvent } from './social-worker.ts';

/** PER-1: whose civil affairs office the person directs from now on; null: none any more. */
export function changeOffice(
  worker: SocialWorker,
  directsOfficeOf: RegionCode | null,
): Change<SocialWorker, WorkerEvent> {
  const { id: workerId, countyCode, directsOfficeOf: before } = worker;
  if (before === directsOfficeOf) return { state: worker, events: [] };
  if (directsOfficeOf !== null && !isWithin(directsOfficeOf, countyCode))
    throw workerOfficeElsewhere({ directsOfficeOf, countyCode });
  return {
    state: { ...worker, directsOfficeOf },
    events: [{ type: 'worker.office-changed', workerId, countyCode, directsOfficeOf }],
  };
}
