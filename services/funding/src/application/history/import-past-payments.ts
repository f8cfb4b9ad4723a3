import {
  type Actor,
  addFen,
  type Change,
  chinaDay,
  type Fen,
  type ImportKind,
  importKind,
  knownRow,
  newRow,
  type RowDecision,
  yearOf,
  yuan,
} from '@qianshou/kernel';
import type { Contract } from '../../domain/contract/contract.ts';
import { historyContractMissing } from '../../domain/history/errors.ts';
import { enterPastPayment, pastMovementsOf } from '../../domain/history/past-payment.ts';
import type { LedgerPlace } from '../../domain/money/ledger.ts';
import { joinParts, type SourcePart } from '../../domain/money/source-parts.ts';
import { paymentInvoiceTaken, paymentVoucherTaken } from '../../domain/payment/errors.ts';
import { paidFen, paidParts } from '../../domain/payment/payment-bank.ts';
import type { PaidPayment, Payment, PaymentEvent } from '../../domain/payment/payment-state.ts';
import { canEnterHistory, maySpend } from '../../domain/policy.ts';
import { subjectOf } from '../../domain/reference/four-eyes.ts';
import { writeJournal } from '../money/write-journal.ts';
import { ledgerKey } from '../reference/held-keys.ts';
import type { Ports } from '../ports.ts';
import { type Books, booksOf, moved } from './past-books.ts';
import { PAST_PAYMENT_COLUMNS, type PastPaymentRow, readPastPaymentRow } from './past-payment-columns.ts';

type Entered = Change<PaidPayment, PaymentEvent>;

interface Facts {
  readonly contracts: readonly Contract[];
  /** Of those contracts, and those of the same years with one of the papers: whatever was not returned. */
  readonly payments: readonly Payment[];
  readonly books: Books;
}

const ROWS_AT_ONCE = 100;

/** What contracts of past years were paid, from the slips of the bank. */
export function importPastPayments(ports: Ports): ImportKind {
  return importKind<PastPaymentRow, Facts, Entered>({
    name: 'PAYMENTS',
    columns: PAST_PAYMENT_COLUMNS,
    rowsAtOnce: ROWS_AT_ONCE,
    may: canEnterHistory,
    parse: readPastPaymentRow,
    keyOf: ({ countyCode, contractNo, voucherNo }) => [countyCode, contractNo, voucherNo].join('/'),
    load: (rows) => load(ports, rows),
    decide: (row, facts, actor) => decide(ports, row, facts, actor),
    after: (facts, change) => after(ports, facts, change),
    save: (entered) => save(ports, entered),
  });
}

const placeOf = ({ countyCode, paidOn }: PastPaymentRow): LedgerPlace => ({
  countyCode,
  year: yearOf(paidOn),
});

async function load(ports: Ports, rows: readonly PastPaymentRow[]): Promise<Facts> {
  const contracts = await ports.contracts.findHistory(rows);
  const places = [...rows.map(placeOf), ...contracts];
  await ports.unitOfWork.hold(...new Set(places.map(ledgerKey).toSorted()));
  return {
    contracts,
    payments: await ports.payments.findStanding(
      contracts.map(({ id }) => id),
      rows.map((row) => ({ ...row, ...placeOf(row) })),
    ),
    books: await booksOf(ports, places),
  };
}

function decide(
  { clock, newId }: Ports,
  row: PastPaymentRow,
  facts: Facts,
  actor: Actor,
): RowDecision<Entered> {
  maySpend(actor, row.countyCode);
  const contract = facts.contracts.find(
    ({ countyCode, contractNo }) => countyCode === row.countyCode && contractNo === row.contractNo,
  );
  if (contract === undefined) throw historyContractMissing(row);
  const known = standingOf(facts, contract).find(({ voucherNo }) => voucherNo === row.voucherNo);
  if (known !== undefined)
    return knownRow({
      amount: [yuan(row.amountFen), yuan(known.amountFen)],
      paidOn: [row.paidOn, known.paidOn],
    });
  refusePaperTaken(row, facts);
  const at = clock.now();
  const { invoiceNo, amountFen, paidOn, voucherNo, enteredFrom } = row;
  const invoice = invoiceNo === null ? null : { no: invoiceNo, sha256: null };
  const slip = { amountFen, paidOn, voucherNo, enteredFrom, invoice };
  const change = enterPastPayment(
    contract,
    { ...slip, id: newId('pay'), by: subjectOf(actor), at },
    { ...takenOf(facts, contract), today: chinaDay(at) },
  );
  booksAfter(facts.books, change.state, at);
  return newRow(change);
}

function standingOf({ payments }: Facts, { id }: Contract): readonly Payment[] {
  return payments.filter(({ contractId }) => contractId === id);
}

function takenOf(
  facts: Facts,
  contract: Contract,
): { readonly taken: Fen; readonly takenParts: readonly SourcePart[] } {
  const standing = standingOf(facts, contract);
  const parts = standing.flatMap((payment) => payment.movedFrom?.sources ?? paidParts(payment) ?? []);
  return {
    taken: addFen(...standing.map(paidFen)),
    takenParts: joinParts(parts),
  };
}

/** One slip and one invoice stand on one payment of a county and year. */
function refusePaperTaken(row: PastPaymentRow, { payments }: Facts): void {
  const { countyCode, year } = placeOf(row);
  const beside = payments.filter((payment) => payment.countyCode === countyCode && payment.year === year);
  const slip = beside.find(({ voucherNo }) => voucherNo === row.voucherNo);
  if (slip !== undefined) throw paymentVoucherTaken({ no: row.voucherNo, paymentId: slip.id });
  const { invoiceNo: no } = row;
  const invoiced = no === null ? undefined : beside.find(({ invoice }) => invoice?.no === no);
  if (no !== null && invoiced !== undefined) throw paymentInvoiceTaken({ no, paymentId: invoiced.id });
}

function boundPlace({ countyCode, year, movedFrom }: PaidPayment): LedgerPlace {
  return { countyCode, year: movedFrom?.year ?? year };
}

function booksAfter(books: Books, payment: PaidPayment, at: Date): Books {
  const { bound, paid } = pastMovementsOf(payment);
  return moved(moved(books, boundPlace(payment), bound, at), payment, paid, at);
}

/** FUN-13: rows compete for what is left of their contract. */
function after({ clock }: Ports, facts: Facts, { state }: Entered): Facts {
  return {
    ...facts,
    payments: [...facts.payments, state],
    books: booksAfter(facts.books, state, clock.now()),
  };
}

async function save(ports: Ports, entered: readonly Entered[]): Promise<void> {
  for (const change of entered) {
    const payment = await ports.payments.save(change);
    const { bound, paid } = pastMovementsOf(payment);
    await writeJournal(ports, boundPlace(payment), bound);
    await writeJournal(ports, payment, paid);
  }
}
