import type { Actor } from '@qianshou/kernel';
import {
  compare,
  compareWithFigures,
  type FigureComparison,
  type LedgerComparison,
} from '../../domain/money/reconciliation.ts';
import { mayAudit } from '../../domain/policy.ts';
import type { LedgerPlace } from '../reference/held-keys.ts';
import type { Ports } from '../ports.ts';

type Deps = Pick<Ports, 'ledgers' | 'publishedFigures' | 'unitOfWork' | 'clock' | 'digest'>;

export interface Reconciliation extends LedgerPlace, LedgerComparison {
  readonly figures: readonly FigureComparison[];
  readonly figuresAsOf: Date | null;
  readonly asOf: Date;
}

/** Guard and journal are read from one snapshot, so that money which moves meanwhile makes no difference. */
export const reconcile =
  ({ ledgers, publishedFigures, unitOfWork, clock, digest }: Deps) =>
  async ({ countyCode, year }: LedgerPlace, actor: Actor): Promise<Reconciliation> => {
    mayAudit(actor, countyCode);
    const { ledger, entries } = await unitOfWork.run(async () => ({
      ledger: await ledgers.get(countyCode, year),
      entries: await ledgers.listAll(countyCode, year),
    }));
    const published = await publishedFigures.ofYear(countyCode, year);
    return {
      countyCode,
      year,
      ...compare(ledger, entries, digest),
      figures: compareWithFigures(ledger, published),
      figuresAsOf: published?.asOf ?? null,
      asOf: clock.now(),
    };
  };
