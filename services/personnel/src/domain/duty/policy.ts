import { type Actor, isWorker, permit } from '@qianshou/kernel';
import type { Posting } from '../posting/posting.ts';

/** Only the worker resigns. */
export function mayResign(actor: Actor, { workerId }: Posting): void {
  permit(isWorker(actor, workerId));
}
