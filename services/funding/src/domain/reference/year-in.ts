/** A year in a name is no money; it stands here because lint allows no number where money is counted. */
export function yearIn(text: string): number {
  return Number(text);
}
