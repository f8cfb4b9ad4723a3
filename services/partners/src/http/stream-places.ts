import { tooManyStreams } from '../domain/errors.ts';

const MOST = 20;

/** Streams of one caller that are open at a time: each until its connection is gone, also where nothing was read of it. */
export function streamPlaces() {
  const open = new Map<string, number>();
  return {
    /** @throws where this caller has as many as there may be. */
    enter: (subject: string, gone: AbortSignal): void => {
      if (gone.aborted) return;
      const count = open.get(subject) ?? 0;
      if (count >= MOST) throw tooManyStreams({ most: MOST });
      open.set(subject, count + 1);
      const leave = (): void => {
        const rest = (open.get(subject) ?? 1) - 1;
        if (rest > 0) open.set(subject, rest);
        else open.delete(subject);
      };
      gone.addEventListener('abort', leave, { once: true });
    },
  };
}
