import { tooManyStreams } from '../domain/errors.ts';

const MOST = 20;

/** Streams of one caller that are open at a time. */
export function streamPlaces() {
  const open = new Map<string, number>();
  return {
    /** @throws where this caller has as many as there may be. */
    enter: (subject: string): (() => void) => {
      const count = open.get(subject) ?? 0;
      if (count >= MOST) throw tooManyStreams({ most: MOST });
      open.set(subject, count + 1);
      return () => {
        const rest = (open.get(subject) ?? 1) - 1;
        if (rest > 0) open.set(subject, rest);
        else open.delete(subject);
      };
    },
  };
}
