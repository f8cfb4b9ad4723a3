import type { JournalEntryId } from '../../domain/ids.ts';
import type { Movement } from '../../domain/money/journal-entry.ts';
import { type Ledger, type LedgerPlace, record } from '../../domain/money/ledger.ts';
import type { Ports } from '../ports.ts';

/** The ledgers that the rows of a file compete for, as they stand once the rows before are written. */
export type Books = ReadonlyMap<string, Ledger>;

export const placeKey = ({ countyCode, year }: LedgerPlace): string => `${countyCode}/${year}`;

export async function booksOf(
  { ledgers }: Pick<Ports, 'ledgers'>,
  places: readonly LedgerPlace[],
): Promise<Books> {
  const books = new Map<string, Ledger>();
  for (const place of places)
    if (!books.has(placeKey(place)))
      books.set(placeKey(place), await ledgers.get(place.countyCode, place.year));
  return books;
}

export function ledgerIn(books: Books, place: LedgerPlace): Ledger {
  const ledger = books.get(placeKey(place));
  if (ledger === undefined) throw new Error(`the ledger of ${placeKey(place)} was not read`);
  return ledger;
}

/** Entries are sealed when they are written; here it only counts whether the money bears them. */
const UNSEALED = { id: 'jnl' as JournalEntryId, digest: () => '', earlier: null };

/** @throws what the ledger refuses. */
export function moved(books: Books, place: LedgerPlace, movements: readonly Movement[], at: Date): Books {
  const after = movements.reduce(
    (ledger, movement) => record(ledger, movement, { ...UNSEALED, at }).ledger,
    ledgerIn(books, place),
  );
  return new Map([...books, [placeKey(place), after]]);
}
