import { NEWER_VERSION, type RegionCode, versionConflict } from '@qianshou/kernel';
import {
  type AggregateModel,
  aggregateModel,
  type Connection,
  keysetPage,
  retryingOnDuplicate,
  toState,
  trusted,
} from '@qianshou/service-kit/mongo';
import type { Ledgers } from '../../application/money/ports.ts';
import { holdsMoney } from '../../domain/money/account.ts';
import { capFen } from '../../domain/money/cap.ts';
import type { JournalEntry } from '../../domain/money/journal-entry.ts';
import { type Balances, emptyLedger, type Ledger, replay } from '../../domain/money/ledger.ts';
import { journalSchema, ledgerSchema } from './ledger.model.ts';

export function mongoLedgers(connection: Connection): Ledgers {
  const guards = aggregateModel(connection, 'Ledger', ledgerSchema, 'ledgers');
  const journal = aggregateModel(connection, 'JournalEntry', journalSchema, 'journal');
  const listAll: Ledgers['listAll'] = (countyCode, year) => entriesOf(journal, countyCode, year);
  const withParts = async (guard: StoredGuard): Promise<Ledger> => {
    const { parts, ...ledger } = toLedger(guard);
    const { countyCode, year } = ledger;
    return { ...ledger, parts: parts ?? replay(countyCode, year, await listAll(countyCode, year)).parts };
  };
  return {
    get: async (countyCode, year) => {
      const guard = await guards.findOne({ _id: ledgerId(countyCode, year) }).lean();
      return guard === null ? emptyLedger(countyCode, year) : withParts(guard);
    },
    partsOfMany: async (places) => {
      const found = await guards.find({ _id: trusted({ $in: [...places] }) }).lean();
      return partsAt(places, await Promise.all(found.map(withParts)));
    },
    findEntry: async ({ countyCode, year }, idempotencyKey) => {
      const document = await journal.findOne({ idempotencyKey, countyCode, year }).lean();
      return document === null ? null : toEntry(document);
    },
    append: async (before, { ledger, entry }) => {
      await moveGuard(guards, before, ledger, entry);
      const { id, ...line } = entry;
      await journal.create([{ _id: id, version: 1, ...line }]);
    },
    list: (countyCode, year, page) =>
      keysetPage<JournalEntry>({
        model: journal,
        filter: { countyCode, year },
        order: [{ path: 'no', direction: 'ASC' }],
        page,
      }),
    listAll,
    reached: () => reachedBy(guards),
  };
}

async function reachedBy(guards: AggregateModel): ReturnType<Ledgers['reached']> {
  const found = await guards.find({}, { countyCode: 1, year: 1, version: 1 }).lean();
  return found
    .map((guard) => toLedger(guard))
    .map(({ countyCode, year, entries }) => ({ countyCode, year, entries }));
}

async function entriesOf(
  journal: AggregateModel,
  countyCode: RegionCode,
  year: number,
): Promise<readonly JournalEntry[]> {
  const documents = await journal.find({ countyCode, year }).sort({ no: 1 }).lean();
  return documents.map(toEntry);
}

/** In the order asked for. */
function partsAt(places: readonly string[], ledgers: readonly Ledger[]): readonly (Ledger['parts'] | null)[] {
  const known = new Map(ledgers.map(({ countyCode, year, parts }) => [ledgerId(countyCode, year), parts]));
  return places.map((place) => known.get(place) ?? null);
}

function ledgerId(countyCode: RegionCode, year: number): string {
  return `${countyCode}/${year}`;
}

/** The guard moves only from where it was read, and only while it can bear what is taken from it. */
async function moveGuard(
  guards: AggregateModel,
  before: Ledger,
  after: Ledger,
  entry: JournalEntry,
): Promise<void> {
  const _id = ledgerId(before.countyCode, before.year);
  const { countyCode, year, entries: version, lastHash, balances, parts, cap } = after;
  const guard = { version, countyCode, year, lastHash, balances, parts, cap };
  if (before.entries === 0) {
    await retryingOnDuplicate(() => guards.create([{ _id, ...guard }]));
    return;
  }
  const bearing = { _id, version: before.entries, ...availability(entry), ...capRoom(after, entry) };
  const { matchedCount } = await guards.updateOne(bearing, { $set: guard });
  if (matchedCount === 0)
    throw versionConflict({ currentVersion: NEWER_VERSION, loadedVersion: before.entries });
}

/** What is taken from an account that holds money must be there. */
function availability({ postings }: JournalEntry): Record<string, unknown> {
  const taken = postings.filter(({ account, fen }) => fen < 0n && holdsMoney(account));
  return Object.fromEntries(
    taken.map(({ account, fen }) => [`balances.${account}`, trusted({ $gte: -fen })]),
  );
}

/** FUN-1: an account owes what it gave, so it must not lie below the cap less what it gives now. */
function capRoom({ cap }: Ledger, { postings }: JournalEntry): Record<string, unknown> {
  if (cap === null) return {};
  const shares = postings.filter(
    ({ account, fen }) => fen < 0n && account.endsWith('/SOURCE_ASSISTANCE_FUND_SHARE'),
  );
  const lowest = -capFen(cap);
  return Object.fromEntries(
    shares.map(({ account, fen }) => [
      `balances.${account}`,
      trusted({ $not: trusted({ $lt: lowest - fen }) }),
    ]),
  );
}

interface StoredGuard {
  readonly version: number;
  readonly [field: string]: unknown;
}

type Guard = Omit<Ledger, 'parts'> & { readonly balances: Balances; readonly parts: Ledger['parts'] | null };

function toLedger({ version, _id, ...guard }: StoredGuard): Guard {
  return { ...(guard as unknown as Guard), entries: version };
}

function toEntry(document: { readonly _id: unknown; readonly version: number }): JournalEntry {
  const { version: _version, ...entry } = toState<JournalEntry & { readonly version: number }>(document);
  return entry;
}
