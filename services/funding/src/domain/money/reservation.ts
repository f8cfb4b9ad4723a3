import { type Fen, type Term, term } from '@qianshou/kernel';
import { reservationExpired, reservationSettled } from '../reference/errors.ts';

/** Money set aside for one payment. It is posted or released once; what nobody approved in its time expires. */
export interface Reservation {
  readonly amountFen: Fen;
  readonly expiresAt: Date;
  readonly status: 'HELD' | 'POSTED' | 'RELEASED';
}

/** How long set-aside money waits for its approval, and an approved payment for its transfer. Ours; no source says it. */
const DAYS = 30;

export function holdReservation(amountFen: Fen, at: Date): Reservation {
  return { amountFen, expiresAt: new Date(at.getTime() + DAYS * 86_400_000), status: 'HELD' };
}

/** Approved in its time, the money waits for the bank: from now on only a person settles it. */
export function extendReservation(reservation: Reservation, at: Date): Reservation {
  requireHeld(reservation);
  if (isExpired(reservation, at)) {
    throw reservationExpired({ expiresAt: reservation.expiresAt.toISOString() });
  }
  return holdReservation(reservation.amountFen, at);
}

/** However late: the bank may have paid long before somebody says so. */
export function postReservation(reservation: Reservation): Reservation {
  requireHeld(reservation);
  return { ...reservation, status: 'POSTED' };
}

export function releaseReservation(reservation: Reservation): Reservation {
  requireHeld(reservation);
  return { ...reservation, status: 'RELEASED' };
}

/** Undoes a posting: the money is set aside as before, and only to be released. */
export function unpostReservation(reservation: Reservation): Reservation {
  if (reservation.status !== 'POSTED')
    throw reservationSettled({ status: RESERVATION_WORDS[reservation.status] });
  return { ...reservation, status: 'HELD' };
}

export function isExpired({ expiresAt }: Reservation, at: Date): boolean {
  return at.getTime() >= expiresAt.getTime();
}

const RESERVATION_WORDS: Readonly<Record<Reservation['status'], Term>> = {
  HELD: term('HELD', 'held', '预留中'),
  POSTED: term('POSTED', 'posted', '已入账'),
  RELEASED: term('RELEASED', 'released', '已释放'),
};

function requireHeld({ status }: Reservation): void {
  if (status !== 'HELD') throw reservationSettled({ status: RESERVATION_WORDS[status] });
}
