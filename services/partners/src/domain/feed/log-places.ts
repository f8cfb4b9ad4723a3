/** Where a record stands: in which life of its service's log, and at which place of it. */
export interface LogPlace {
  readonly epoch: number;
  readonly seq: number;
}

/** How far a service's log was heard: whole up to a place, and in pieces beyond it. */
export interface Heard {
  readonly epoch: number;
  readonly through: number;
  /** First and last place of each piece, in order, none touching another. */
  readonly beyond: readonly (readonly [from: number, to: number])[];
}

export const NOTHING_HEARD: Heard = { epoch: 0, through: 0, beyond: [] };

/**
 * Records come by partition, so in no order; a place that stays away is a gap that somebody has to look after. A later
 * life of the log begins where the service was put back to: what was heard beyond it is said anew, or unsaid.
 */
export function hear(heard: Heard, places: readonly LogPlace[]): Heard {
  const lives = [...Map.groupBy(places, ({ epoch }) => epoch)].toSorted(([a], [b]) => a - b);
  return lives.reduce((before, [epoch, ofLife]) => hearLife(before, epoch, ofLife), heard);
}

function hearLife(heard: Heard, epoch: number, places: readonly LogPlace[]): Heard {
  if (epoch < heard.epoch) return heard;
  const first = places.reduce((lowest, { seq }) => Math.min(lowest, seq), Infinity);
  const goesOn = epoch === heard.epoch || heard.epoch === 0;
  const through = goesOn ? heard.through : Math.min(heard.through, first - 1);
  const pieces = places.map(({ seq }): readonly [number, number] => [seq, seq]);
  return joined(through, [...(goesOn ? heard.beyond : []), ...pieces], epoch);
}

function joined(through: number, pieces: Heard['beyond'], epoch: number): Heard {
  const beyond: [number, number][] = [];
  let whole = through;
  for (const [from, to] of pieces.toSorted(([a], [b]) => a - b)) {
    const last = beyond.at(-1);
    if (from <= whole + 1) whole = Math.max(whole, to);
    else if (last !== undefined && from <= last[1] + 1) last[1] = Math.max(last[1], to);
    else beyond.push([from, to]);
  }
  return { epoch, through: whole, beyond };
}

/** Places that have not come although later ones have. */
export function missingOf({ through, beyond }: Heard): number {
  const last = beyond.at(-1)?.[1] ?? through;
  return beyond.reduce((missing, [from, to]) => missing - (to - from + 1), last - through);
}

/** Of two places of one log the later one; a later life comes after all of an earlier one. */
export function laterOf(one: LogPlace | null, other: LogPlace | null): LogPlace | null {
  if (one === null || other === null) return one ?? other;
  if (one.epoch !== other.epoch) return one.epoch > other.epoch ? one : other;
  return one.seq >= other.seq ? one : other;
}
