/** Who imports whom, as the paths of files. */
export interface Import {
  readonly from: string;
  readonly to: string;
}

/** Why it is a rule. */
export const AREAS_ARE_ACYCLIC =
  'areas-are-acyclic: of two areas of a ring one stands below the other, so that it can be read, changed and tested without it. What both need is a value below both; what needs both stands above both.';

/** What shows several areas of a ring together stands at its top. */
const IN_RING = /^(services\/[^/]+\/src\/(?:domain|application|graphql))\/(.+)$/;
const NO_PLACE = /\.test\.ts$|\/generated\//;

/**
 * Within one ring of a service no area leads back to itself, imports of types counted. A file at the top of its ring is
 * a place of its own: through it, too, no area may come back to itself. The ports of all areas are one place below them.
 */
export function circlesOfAreas(imports: readonly Import[]): readonly string[] {
  const ways = new Map<string, Set<string>>();
  for (const { from, to } of imports) {
    const [start, end] = [placeOf(from), placeOf(to)];
    if (start === null || end === null || start === end || ringOf(from) !== ringOf(to)) continue;
    ways.set(start, (ways.get(start) ?? new Set()).add(end));
  }
  const inCircle = [...ways.keys()].filter((place) => reach(ways, place).has(place)).toSorted();
  return inCircle.flatMap((place) =>
    [...(ways.get(place) ?? [])]
      .filter((next) => reach(ways, next).has(place))
      .map((next) => `${place} → ${next}`),
  );
}

function ringOf(file: string): string | null {
  return IN_RING.exec(file)?.[1] ?? null;
}

function placeOf(file: string): string | null {
  const [, ring = '', rest = ''] = IN_RING.exec(file) ?? [];
  if (ring === '' || NO_PLACE.test(file)) return null;
  if (/(^|\/)ports\.ts$/.test(rest)) return `${ring}/ports`;
  return `${ring}/${rest.split('/')[0] ?? ''}`;
}

function reach(ways: ReadonlyMap<string, ReadonlySet<string>>, start: string): ReadonlySet<string> {
  const seen = new Set<string>();
  const next = [...(ways.get(start) ?? [])];
  for (let place = next.pop(); place !== undefined; place = next.pop()) {
    if (seen.has(place)) continue;
    seen.add(place);
    next.push(...(ways.get(place) ?? []));
  }
  return seen;
}
