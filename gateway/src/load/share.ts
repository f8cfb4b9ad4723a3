/** One caller leaves the rest to others, however much it asks for. */
const SHARE = 0.75;

/** How many of so many places one caller has at most. */
export function shareOf(places: number): number {
  return Math.max(1, Math.floor(places * SHARE));
}
