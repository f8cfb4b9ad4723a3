import { fen } from '@qianshou/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { play, someCommands, total } from '../../../test/money-model.ts';
import { type Account, SOURCE_KINDS, sourceName, sourceOf, stageAccount, STAGES } from './account.ts';
import { balanceOf } from './ledger.ts';
import {
  ALLOCATIONS,
  bindParts,
  lessParts,
  partsIn,
  type SourcePart,
  stagesOf,
  sumOfParts,
  takeParts,
  withParts,
} from './source-parts.ts';

const RUNS = { numRuns: 10_000 };
const LONG = 60_000;

const part = (kind: SourcePart['kind'], amount: bigint, originYear: number | null = null): SourcePart => ({
  kind,
  originYear,
  amountFen: fen(amount),
});

const CHARITY = part('CHARITY', 30n);
const REWARD = part('BUILD_REWARD', 50n);
const PURCHASE = part('PURCHASE_BUDGET', 20n);

const bind = (changes: Partial<Parameters<typeof bindParts>[1]> = {}, from = [CHARITY, REWARD, PURCHASE]) =>
  bindParts(from, {
    amountFen: fen(25n),
    purpose: 'PURCHASE',
    allocation: 'PROPORTION',
    expired: [],
    ...changes,
  });

describe('money that is meant for a purpose', () => {
  it('of BUILD_REWARD pays no purchase', () => {
    expect(bind()).toEqual([part('CHARITY', 15n), part('PURCHASE_BUDGET', 10n)]);
    expect(() => bind({ amountFen: fen(51n) })).toThrow(
      expect.objectContaining({
        code: 'SOURCE_PURPOSE_EXHAUSTED',
        details: expect.objectContaining({ availableFen: '50', askedFen: '51' }),
      }),
    );
  });

  it('of PURCHASE_BUDGET pays no reward, and what is meant for rewards goes first in order', () => {
    expect(bind({ purpose: 'REWARD', allocation: 'ORDER', amountFen: fen(60n) })).toEqual([
      part('BUILD_REWARD', 50n),
      part('CHARITY', 10n),
    ]);
  });

  it('is bound no more when its time is over', () => {
    const expired = [sourceName(CHARITY)];

    expect(bind({ expired, amountFen: fen(20n) })).toEqual([part('PURCHASE_BUDGET', 20n)]);
    expect(() => bind({ expired })).toThrow(expect.objectContaining({ code: 'SOURCE_PURPOSE_EXHAUSTED' }));
  });

  it('is left to the ledger to refuse where all of it is not enough', () => {
    expect(bind({ amountFen: fen(101n) })).toBeNull();
  });
});

describe('a source', () => {
  it.each([null, 2025])('is read from its name, of the year itself and of %s', (originYear) => {
    for (const kind of SOURCE_KINDS) {
      expect(sourceOf(sourceName({ kind, originYear }))).toEqual({ kind, originYear });
    }
  });
});

const someParts = fc
  .uniqueArray(fc.constantFrom(...SOURCE_KINDS), { minLength: 1 })
  .chain((kinds) =>
    fc.tuple(...kinds.map((kind) => fc.bigInt({ min: 1n, max: 60n }).map((amount) => part(kind, amount)))),
  );

describe('an amount taken from sources', () => {
  it(
    'is whole, takes more of none than it has, and its payments take exactly what was bound',
    () => {
      const asked = fc.tuple(someParts, fc.constantFrom(...ALLOCATIONS), fc.array(fc.nat(50)));
      fc.assert(
        fc.property(asked, ([parts, allocation, payments]) => {
          let left: readonly SourcePart[] = parts;
          for (const payment of [...payments.map(BigInt), sumOfParts(parts)]) {
            const amount = payment < sumOfParts(left) ? payment : sumOfParts(left);
            const taken = takeParts(left, fen(amount), allocation);
            left = lessParts(left, taken);
            if (sumOfParts(taken) !== amount || left.some(({ amountFen }) => amountFen < 0n)) return false;
          }
          return sumOfParts(left) === 0n;
        }),
        RUNS,
      );
    },
    LONG,
  );
});

describe('every fen of the ledger', () => {
  it(
    'is of one source in each stage, also where entries of before name none',
    () => {
      fc.assert(
        fc.property(someCommands, (commands) => {
          const { ledger, journal } = play(commands);
          const stages = STAGES.map((stage) => stageAccount('STATION_WORK', stage));
          const told = (account: Account) =>
            total(
              Object.entries(ledger.parts)
                .filter(([key]) => key.startsWith(`${account}/`))
                .map(([, amount]) => amount),
            );

          expect(journal.reduce(withParts, {})).toEqual(ledger.parts);
          return stages.every((account) => told(account) === balanceOf(ledger, account));
        }),
        RUNS,
      );
    },
    LONG,
  );

  it('is shown by stage for each source', () => {
    const { ledger } = play([
      { type: 'appropriate', of: 1, share: 30n, grant: 70n },
      { type: 'commit', of: 1, amount: 50n },
    ]);

    expect(stagesOf(ledger.parts, 'STATION_WORK', { kind: 'SUPERIOR_GRANT', originYear: null })).toEqual([
      { stage: 'APPROPRIATED', amount: 35n },
      { stage: 'COMMITTED', amount: 35n },
    ]);
    expect(partsIn(ledger.parts, 'STATION_WORK', 'COMMITTED')).toEqual([
      part('ASSISTANCE_FUND_SHARE', 15n),
      part('SUPERIOR_GRANT', 35n),
    ]);
  });
});
