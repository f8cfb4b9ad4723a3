import { createHash } from 'node:crypto';
import { fen, regionCode } from '@qianshou/kernel';
import { connectMongo, ensureCollectionsAndIndexes } from '@qianshou/service-kit/mongo';
import { awardId, budgetPlanId, journalEntryId, paymentId } from '../src/domain/ids.ts';
import type { Digest, JournalEntry, Movement, Reference } from '../src/domain/money/journal-entry.ts';
import { emptyLedger, type Ledger, record } from '../src/domain/money/ledger.ts';
import {
  appropriating,
  committing,
  disbursing,
  reserving,
  type Warrant,
} from '../src/domain/money/movements.ts';
import { compare } from '../src/domain/money/reconciliation.ts';
import { mongoLedgers } from '../src/persistence/money/ledger.repository.ts';

export interface LedgerBench {
  readonly entries: number;
  /** Every journal read, replayed and held against its guard and its chain. */
  readonly rebuildSeconds: number;
  /** In all accounts of all journals, whatever the sign. */
  readonly differenceFen: bigint;
  readonly broken: number;
}

const COUNTY = regionCode('420581');
const FIRST_YEAR = 2_001;
const AT = new Date('2026-06-30T02:00:00Z');
const digest: Digest = (text) => createHash('sha256').update(text).digest('hex');

/** As many journals, of as many entries each, as their commands write them: a fund, and payments of it one after the other. */
export async function benchLedgers(mongodUri: string, journals: number, each: number): Promise<LedgerBench> {
  const connection = await connectMongo({ uri: mongodUri, appName: 'bench-ledgers' });
  try {
    const ledgers = mongoLedgers(connection);
    await ensureCollectionsAndIndexes(connection);
    for (let at = 0; at < journals; at += 1) {
      const { ledger, entries } = aYear(FIRST_YEAR + at, each);
      const { countyCode, year, entries: version, ...guard } = ledger;
      const _id = `${countyCode}/${year}` as never;
      await connection.collection('ledgers').insertOne({ _id, version, countyCode, year, ...guard });
      await connection
        .collection('journal')
        .insertMany(entries.map(({ id, ...line }) => ({ _id: id as never, version: 1, ...line })));
    }
    const startedAt = performance.now();
    let differenceFen = 0n;
    let broken = 0;
    let read = 0;
    for (let at = 0; at < journals; at += 1) {
      const year = FIRST_YEAR + at;
      const [ledger, entries] = await Promise.all([ledgers.get(COUNTY, year), ledgers.listAll(COUNTY, year)]);
      const { accounts, sources, chainBrokenAt } = compare(ledger, entries, digest);
      for (const { differenceFen: off } of [...accounts, ...sources]) differenceFen += off < 0n ? -off : off;
      broken += chainBrokenAt === null ? 0 : 1;
      read += entries.length;
    }
    return { entries: read, rebuildSeconds: (performance.now() - startedAt) / 1_000, differenceFen, broken };
  } finally {
    await connection.close();
  }
}

let serial = 0;

function uuid(): string {
  serial += 1;
  return `01900000-0000-7000-8000-${serial.toString(16).padStart(12, '0')}`;
}

function aYear(
  year: number,
  count: number,
): { readonly ledger: Ledger; readonly entries: readonly JournalEntry[] } {
  const planId = budgetPlanId(`bud_${uuid()}`);
  const awarded = awardId(`awd_${uuid()}`);
  const of = (changed: Partial<Reference>): Warrant => ({
    programme: 'STATION_WORK',
    reference: { budgetPlanId: planId, contractId: null, awardId: null, paymentId: null, ...changed },
    actor: 'bench-bureau',
    approver: 'bench-finance',
  });
  const amount = fen(BigInt(count) * 100n);
  const movements: Movement[] = [
    appropriating(of({}), [{ kind: 'SUPERIOR_GRANT', amountFen: amount }], null),
    committing(of({ awardId: awarded }), amount),
  ];
  while (movements.length < count) {
    const warrant = of({ awardId: awarded, paymentId: paymentId(`pay_${uuid()}`) });
    movements.push(reserving(warrant, fen(100n)), disbursing(warrant, fen(100n)));
  }
  let ledger = emptyLedger(COUNTY, year);
  const entries = movements.map((movement) => {
    const facts = { id: journalEntryId(`jnl_${uuid()}`), at: AT, digest, earlier: null };
    const recorded = record(ledger, movement, facts);
    ledger = recorded.ledger;
    return recorded.entry;
  });
  return { ledger, entries };
}
