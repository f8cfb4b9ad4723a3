import type { Connection } from 'mongoose';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextTurn, type Turn, TurnAwaited } from './turns.ts';

const aDatabase = (): Connection => ({}) as Connection;

/** The keys at once, or when it is their turn. */
async function taken(turn: Turn, keys: readonly string[]): Promise<void> {
  try {
    turn.take(keys);
  } catch (error) {
    if (!(error instanceof TurnAwaited)) throw error;
    await error.turn;
  }
}

describe('turns', () => {
  it('are given in the order of coming', async () => {
    const database = aDatabase();
    const order: number[] = [];
    const first = nextTurn(database);
    first.take(['county']);

    const others = [1, 2, 3].map(async (number) => {
      const turn = nextTurn(database);
      await taken(turn, ['county']);
      order.push(number);
      turn.end();
    });
    expect(order).toEqual([]);
    first.end();
    await Promise.all(others);

    expect(order).toEqual([1, 2, 3]);
  });

  it('of different keys, and of different databases, wait for nobody', () => {
    const database = aDatabase();
    nextTurn(database).take(['a']);

    expect(() => nextTurn(database).take(['b'])).not.toThrow();
    expect(() => nextTurn(aDatabase()).take(['a'])).not.toThrow();
  });

  it('take a key that they hold again at once', () => {
    const turn = nextTurn(aDatabase());
    turn.take(['a', 'a']);

    expect(() => turn.take(['a', 'b'])).not.toThrow();
  });

  it('exclude each other and all come, whichever keys they take in whichever order', async () => {
    const key = fc.constantFrom('a', 'b', 'c', 'd');
    const steps = fc.array(fc.array(key, { minLength: 1, maxLength: 2 }), { maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(fc.array(steps, { maxLength: 12 }), async (all) => {
        const holders = new Map<string, number>();
        const database = aDatabase();

        await Promise.all(all.map((each, who) => work(nextTurn(database), each, holder(holders, who))));

        expect(holders.size).toBe(0);
      }),
    );
  });
});

/** Sees to it that nobody else holds what it takes. */
function holder(holders: Map<string, number>, who: number) {
  return {
    take: (keys: readonly string[]): void => {
      for (const key of keys) {
        expect([undefined, who]).toContain(holders.get(key));
        holders.set(key, who);
      }
    },
    giveBack: (): void => {
      for (const [key, of] of holders) if (of === who) holders.delete(key);
    },
  };
}

type Holder = ReturnType<typeof holder>;

/** As a transaction does: begins anew when it is its turn, until it comes to its end. */
async function work(turn: Turn, steps: readonly (readonly string[])[], own: Holder): Promise<void> {
  try {
    for (const keys of steps) {
      turn.take(keys);
      own.take(keys);
      await Promise.resolve();
    }
    own.giveBack();
    turn.end();
  } catch (error) {
    own.giveBack();
    if (!(error instanceof TurnAwaited)) throw error;
    await error.turn;
    await work(turn, steps, own);
  }
}
