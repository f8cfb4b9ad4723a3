import {
  aggregateNeedOf,
  type AggregateNeed,
  type LogNeed,
  writeNeeds,
} from '@qianshou/service-kit/position';

/** How fresh an answer has to be, how fresh it was, and what it wrote. */
export interface Freshness {
  /** Whether the answer is to say where the feed stood when it was made. */
  readonly wantsPosition: boolean;
  /** What it must not be older than, as services read it; null where nothing is asked for. */
  needs: string | null;
  /** Where the feed stood before anything was asked; null where it is not known. */
  position: string | null;
  /** Subgraphs that had not come so far in time. */
  readonly behind: Set<string>;
  /** Aggregates with their versions. */
  readonly wrote: string[];
}

export function freshness(wantsPosition: boolean): Freshness {
  return { wantsPosition, needs: null, position: null, behind: new Set(), wrote: [] };
}

/** What a client names: aggregates with a version, and positions of answers or of the feed. */
export interface AtLeast {
  readonly aggregates: readonly AggregateNeed[];
  /** Of the feed. */
  readonly positions: readonly string[];
}

const MOST = 50;
/** Each is a question to the hub. */
const MOST_POSITIONS = 5;
const LONGEST = 8_000;
const POSITION = /^([\w-]{22})(?:\.([\w-]{1,6000}))?$/;

/** Null for what names nothing of the kind. */
export function readAtLeast(header: string): AtLeast | null {
  const words = header.split(/[\s,]+/).filter((word) => word !== '');
  if (header.length > LONGEST || words.length === 0 || words.length > MOST) return null;
  const read = words.map((word) => positionOf(word) ?? aggregateOf(word));
  if (read.includes(null)) return null;
  const whole = read.filter((each) => each !== null);
  const positions = [...new Set(whole.flatMap((each) => each.positions))];
  if (positions.length > MOST_POSITIONS) return null;
  return { aggregates: whole.flatMap(({ aggregates }) => aggregates).slice(0, MOST), positions };
}

function aggregateOf(word: string): AtLeast | null {
  const need = aggregateNeedOf(word);
  return need === null ? null : { aggregates: [need], positions: [] };
}

function positionOf(word: string): AtLeast | null {
  const [, position, wrote = ''] = POSITION.exec(word) ?? [];
  if (position === undefined) return null;
  const subjects = Buffer.from(wrote, 'base64url').toString().split(' ');
  return { aggregates: subjects.flatMap((each) => aggregateNeedOf(each) ?? []), positions: [position] };
}

/** The place of the feed, with what was written since it was looked at: whoever goes on from there misses neither. */
export function writePosition({ position, wrote }: Pick<Freshness, 'position' | 'wrote'>): string | null {
  if (position === null || wrote.length === 0) return position;
  return `${position}.${Buffer.from(wrote.join(' ')).toString('base64url')}`;
}

export function needsOf(asked: AtLeast | null, logs: readonly LogNeed[]): string | null {
  const { aggregates, positions } = asked ?? { aggregates: [], positions: [] };
  if (aggregates.length + logs.length === 0) return null;
  return writeNeeds({ aggregates, logs, copies: positions.length > 0 });
}
