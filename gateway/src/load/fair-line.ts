import { paceOf } from './pace.ts';
import { shareOf } from './share.ts';
import { type Waiting, type WaitingLine, waitingLine } from './waiting-line.ts';

export interface LineOptions {
  /** How many may be inside at once. */
  readonly places: number;
  /** How many may wait, by rank; ranks above the last use the last. */
  readonly longest: readonly number[];
  readonly now?: () => number;
}

export interface Newcomer {
  /** Whose work it is: nobody holds all places, and who waits is let in by turns. */
  readonly caller: string;
  /** Higher goes first. */
  readonly rank: number;
  /** Milliseconds that it waits at most. */
  readonly patience: number;
}

/** A newcomer that would wait for its place. */
export interface PatientNewcomer extends Newcomer {
  /** Ends the wait early, when nobody waits for the outcome any more. */
  readonly gone?: AbortSignal;
}

/** Gives the place back; safe to call twice. */
export type Leave = () => void;

export interface FairLine {
  /** A place, at once or in turn; `null` when there was none in time. */
  readonly enter: (newcomer: PatientNewcomer) => Promise<Leave | null>;
  readonly inside: () => number;
  /** Whether half of the places or more are taken. */
  readonly busy: () => boolean;
  readonly waiting: () => number;
  /** Whether everybody has had to wait for so long that it is no burst that will pass. */
  readonly standing: () => boolean;
  /**
   * Whether this newcomer would neither find a place now nor be let wait for one, or wait in vain as the line moves;
   * another caller might.
   */
  readonly turnsAway: (newcomer: Newcomer) => boolean;
}

/** What comes at once, as when a page opens, is over by then. */
const BURST_MS = 500;

/**
 * A bounded number of places with a bounded line before them. Whoever comes alone gets up to three quarters of the
 * places, and of the room in the line; the rest is found free by others.
 */
export function fairLine({ places, longest, now = () => performance.now() }: LineOptions): FairLine {
  const line = waitingLine(longest);
  let crowdedSince: number | null = null;
  const pace = paceOf(now);
  const room = roomOf(places, () => {
    pace.left(line.length() > 0);
    for (let next = line.next(room.mayEnter); next !== undefined; next = line.next(room.mayEnter))
      next.admit();
  });

  const turnsAway = ({ caller, rank, patience }: Newcomer): boolean => {
    if (room.mayEnter(caller)) return false;
    return line.full(caller, rank) || line.before(caller, rank) * pace.perPlace() > patience;
  };

  return {
    inside: room.inside,
    turnsAway,
    busy: () => room.inside() * 2 >= places,
    waiting: line.length,
    standing: () => crowdedSince !== null && now() - crowdedSince > BURST_MS,
    enter: async (newcomer) => {
      crowdedSince = room.inside() < places ? null : (crowdedSince ?? now());
      if (room.mayEnter(newcomer.caller)) return room.take(newcomer.caller);
      const hopeless = newcomer.patience <= 0 || newcomer.gone?.aborted === true;
      return hopeless || turnsAway(newcomer) ? null : waitIn(line, room, newcomer);
    },
  };
}

/** Stands in the line until its turn comes, its patience ends or it leaves. */
function waitIn(
  line: WaitingLine,
  room: Room,
  { caller, rank, patience, gone }: PatientNewcomer,
): Promise<Leave | null> {
  return new Promise((settle) => {
    const end = (place: Leave | null): void => {
      clearTimeout(timer);
      gone?.removeEventListener('abort', giveUp);
      line.remove(waiting);
      settle(place);
    };
    const waiting: Waiting = { caller, rank, admit: () => end(room.take(caller)) };
    const giveUp = (): void => end(null);
    const timer = setTimeout(giveUp, patience);
    gone?.addEventListener('abort', giveUp);
    line.add(waiting);
  });
}

interface Room {
  readonly inside: () => number;
  readonly mayEnter: (caller: string) => boolean;
  readonly take: (caller: string) => Leave;
}

function roomOf(places: number, onFree: () => void): Room {
  const share = shareOf(places);
  const held = new Map<string, number>();
  let inside = 0;

  const hold = (caller: string, change: 1 | -1): void => {
    inside += change;
    const count = (held.get(caller) ?? 0) + change;
    if (count > 0) held.set(caller, count);
    else held.delete(caller);
  };

  return {
    inside: () => inside,
    mayEnter: (caller) => inside < places && (held.get(caller) ?? 0) < share,
    take: (caller) => {
      hold(caller, 1);
      let left = false;
      return () => {
        if (left) return;
        left = true;
        hold(caller, -1);
        onFree();
      };
    },
  };
}
