import type { FastifyInstance, FastifyReply } from 'fastify';
import type { GatewayMetrics } from '../metrics.ts';

export interface UnreadOptions {
  /** How long a client may take to read an answer. */
  readonly deadlineMs: number;
  /** How much of unread answers is kept in all. */
  readonly mostBytes: number;
  /** What an answer holds for itself alone until it is read. */
  readonly heldBy: (payload: unknown) => number;
  readonly metrics: GatewayMetrics;
}

const SWEEP_MS = 250;
/** So many new answers are looked over at once without waiting for the next sweep. */
const MANY = 32;

type Answer = FastifyReply['raw'];

interface Unread {
  readonly since: number;
  readonly held: number;
}

/**
 * Breaks off connections whose clients do not read what they asked for: each after a deadline, and the oldest before it
 * when together they hold too much memory.
 */
export function dropUnread(
  app: FastifyInstance,
  { deadlineMs, mostBytes, heldBy, metrics }: UnreadOptions,
): void {
  const unread = new Map<Answer, Unread>();
  let unseen = 0;

  const drop = (answer: Answer): void => {
    metrics.shed('SLOW_READER');
    unread.delete(answer);
    answer.destroy();
  };
  const sweep = (): void => {
    unseen = 0;
    const late = Date.now() - deadlineMs;
    let bytes = bytesOf(unread);
    for (const [answer, { since, held }] of unread) {
      if (since > late && bytes <= mostBytes) break;
      bytes -= held + unsent(answer);
      drop(answer);
    }
  };
  const timer = setInterval(sweep, SWEEP_MS).unref();
  app.addHook('onClose', async () => clearInterval(timer));
  app.addHook('onSend', async (_request, reply, payload) => {
    const { raw } = reply;
    // It goes on for as long as it is read, and no faster; a file has a time of its own.
    if (String(reply.getHeader('content-type')).startsWith('text/event-stream')) return;
    if (reply.hasHeader('content-disposition')) return;
    unread.set(raw, { since: Date.now(), held: heldBy(payload) });
    raw.once('finish', () => unread.delete(raw));
    raw.once('close', () => unread.delete(raw));
    unseen += 1;
    if (unseen > MANY) sweep();
  });
  metrics.watch('unsent_bytes', () => bytesOf(unread));
}

function bytesOf(answers: ReadonlyMap<Answer, Unread>): number {
  return [...answers].reduce((sum, [answer, { held }]) => sum + held + unsent(answer), 0);
}

/** What waits in the answer and in its connection; nothing for an answer that is not written yet. */
function unsent(answer: Answer): number {
  return answer.writableLength + (answer.socket?.writableLength ?? 0);
}
