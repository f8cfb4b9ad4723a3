const SECOND_MS = 1_000;

/** How many calls an endpoint may be sent now, where its owner wants no more than so many a second. */
export function sendingPace() {
  let sent: readonly number[] = [];
  return {
    room: (perSecond: number | null, now: number): number => {
      sent = perSecond === null ? [] : sent.filter((at) => now - at < SECOND_MS);
      return perSecond === null ? Number.POSITIVE_INFINITY : Math.max(0, perSecond - sent.length);
    },
    note: (now: number): void => {
      sent = [...sent, now];
    },
  };
}
