import type { Actor } from '@qianshou/kernel';
import { entryFindings, type LedgerFinding, sealFindings } from '../../domain/money/ledger-findings.ts';
import { type LedgerSeal, sealId } from '../../domain/money/ledger-seal.ts';
import type { JournalEntry } from '../../domain/money/journal-entry.ts';
import type { Ledger } from '../../domain/money/ledger.ts';
import { objectFindings, type ObjectsOfYear } from '../../domain/books/object-findings.ts';
import {
  compare,
  compareWithFigures,
  type FigureComparison,
  guardFindings,
  type LedgerComparison,
} from '../../domain/money/reconciliation.ts';
import { mayAudit } from '../../domain/policy.ts';
import type { LedgerPlace } from '../reference/held-keys.ts';
import type { Ports } from '../ports.ts';

export interface Reconciliation extends LedgerPlace, LedgerComparison {
  readonly findings: readonly LedgerFinding[];
  readonly lastHash: string;
  readonly lastSeal: LedgerSeal | null;
  readonly figures: readonly FigureComparison[];
  readonly figuresAsOf: Date | null;
  readonly asOf: Date;
}

export const reconcile =
  (ports: Ports) =>
  async (place: LedgerPlace, actor: Actor): Promise<Reconciliation> => {
    mayAudit(actor, place.countyCode);
    return reconciled(ports, place);
  };

/** All that is stored is read from one snapshot, so that money which moves meanwhile makes no difference. */
export async function reconciled(ports: Ports, place: LedgerPlace): Promise<Reconciliation> {
  const { publishedFigures, unitOfWork, clock, digest } = ports;
  const books = await unitOfWork.run(() => booksOf(ports, place));
  const { ledger, entries, seals } = books;
  const comparison = compare(ledger, entries, digest);
  const published = await publishedFigures.ofYear(place.countyCode, place.year);
  return {
    ...place,
    ...comparison,
    findings: [
      ...entryFindings(entries, ledger, digest),
      ...guardFindings(comparison),
      ...sealFindings(entries, seals, books.toldSeals),
      ...objectFindings(entries, books.objects, books.toldPaid),
    ],
    lastHash: ledger.lastHash,
    lastSeal: seals.at(-1) ?? null,
    figures: compareWithFigures(ledger, published),
    figuresAsOf: published?.asOf ?? null,
    asOf: clock.now(),
  };
}

/** Seals that were told after the last one that is kept are looked for so far. */
const SEALS_BEYOND = 10;

interface Books {
  readonly ledger: Ledger;
  readonly entries: readonly JournalEntry[];
  readonly seals: readonly LedgerSeal[];
  readonly toldSeals: Parameters<typeof sealFindings>[2];
  readonly objects: ObjectsOfYear;
  readonly toldPaid: Parameters<typeof objectFindings>[2];
}

async function booksOf(ports: Ports, place: LedgerPlace): Promise<Books> {
  const { ledgers, ledgerSeals, toldOfMoney, digest } = ports;
  const { countyCode, year } = place;
  const seals = await ledgerSeals.listAll(place);
  const last = (seals.at(-1)?.no ?? 0) + SEALS_BEYOND;
  const ids = Array.from({ length: last }, (_, at) => sealId(place, at + 1, digest));
  const objects = await objectsOf(ports, place);
  return {
    ledger: await ledgers.get(countyCode, year),
    entries: await ledgers.listAll(countyCode, year),
    seals,
    toldSeals: await toldOfMoney.seals(ids),
    objects,
    toldPaid: await toldOfMoney.paid(objects.payments.map(({ id }) => id)),
  };
}

async function objectsOf(
  { budgetPlans, contracts, awards, payments }: Ports,
  place: LedgerPlace,
): Promise<ObjectsOfYear> {
  return {
    plans: await budgetPlans.ofYear(place),
    contracts: await contracts.ofYear(place),
    awards: await awards.ofYear(place),
    payments: await payments.ofYear(place),
  };
}
