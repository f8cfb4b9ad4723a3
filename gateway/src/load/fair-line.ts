import { type Waiting, waitingLine } from './waiting-line.ts';

export interface LineOptions {
  /** How many may be inside at once. */
  readonly places: number;
  /** How many may wait, by rank; ranks above the last use the last. */
  readonly longest: readonly number[];
}

export interface Newcomer {
  /** Whose work it is: nobody holds all places, and who waits is let in by turns. */
  readonly caller: string;
  /** Higher goes first. */
  readonly rank: number;
  /** Milliseconds that it waits at most. */
  readonly patience: number;
  /** Ends the wait early, when nobody waits for the outcome any more. */
  readonly gone?: AbortSignal;
}

/** Gives the place back; safe to call twice. */
export type Leave = () => void;

export interface FairLine {
  /** A place, at once or in turn; `null` when there was none in time. */
  readonly enter: (newcomer: Newcomer) => Promise<Leave | null>;
  readonly inside: () => number;
  /** Whether half of the places or more are taken. */
  readonly busy: () => boolean;
  readonly waiting: () => number;
  /** Whether a newcomer of this rank would be turned away if it had to wait. */
  readonly full: (rank: number) => boolean;
}

/** One caller leaves this part of the places to others, however much it asks for. */
const SHARE = 0.75;

/**
 * A bounded number of places with a bounded line before them. Whoever comes alone gets up to three quarters of the
 * places; the rest are found free by others.
 */
export function fairLine({ places, longest }: LineOptions): FairLine {
  const line = waitingLine(longest);
  const room = roomOf(places, () => {
    for (let next = line.next(room.mayEnter); next !== undefined; next = line.next(room.mayEnter))
      next.admit();
  });

  const wait = ({ caller, rank, patience, gone }: Newcomer): Promise<Leave | null> =>
    new Promise((settle) => {
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

  return {
    inside: room.inside,
    busy: () => room.inside() * 2 >= places,
    waiting: line.length,
    full: line.full,
    enter: async (newcomer) => {
      if (room.mayEnter(newcomer.caller)) return room.take(newcomer.caller);
      const hopeless = newcomer.patience <= 0 || newcomer.gone?.aborted === true;
      return hopeless || line.full(newcomer.rank) ? null : wait(newcomer);
    },
  };
}

interface Room {
  readonly inside: () => number;
  readonly mayEnter: (caller: string) => boolean;
  readonly take: (caller: string) => Leave;
}

function roomOf(places: number, onFree: () => void): Room {
  const share = Math.max(1, Math.floor(places * SHARE));
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
