import { describe, expect, it } from 'vitest';
import { fairLine, type Leave } from './fair-line.ts';

const asks = (caller: string, rank = 0, patience = 10_000) => ({ caller, rank, patience });

/** Enters and notes when it is inside. */
function queue(line: ReturnType<typeof fairLine>, order: string[]) {
  return async (name: string, caller: string, rank = 0): Promise<Leave | null> => {
    const place = await line.enter(asks(caller, rank));
    order.push(name);
    return place;
  };
}

describe('a fair line', () => {
  it('lets one caller have three quarters of the places and keeps the rest for others', async () => {
    const line = fairLine({ places: 4, longest: [0] });

    const places = await Promise.all([1, 2, 3, 4].map(() => line.enter(asks('greedy'))));
    const other = await line.enter(asks('other'));

    expect(places.map((place) => place !== null)).toEqual([true, true, true, false]);
    expect(other).not.toBeNull();
  });

  it('lets in by turns of callers, and higher ranks first', async () => {
    const line = fairLine({ places: 1, longest: [10, 10] });
    const order: string[] = [];
    const enter = queue(line, order);
    const first = await enter('first', 'a');
    const waiting = [enter('a2', 'a'), enter('a3', 'a'), enter('b1', 'b'), enter('money', 'c', 1)];

    first?.();
    for (const place of [3, 0, 2, 1]) (await waiting[place])?.();

    expect(order).toEqual(['first', 'money', 'a2', 'b1', 'a3']);
    expect([line.inside(), line.waiting()]).toEqual([0, 0]);
  });

  it('turns away at once when it is full, and after a while when nobody leaves', async () => {
    const line = fairLine({ places: 1, longest: [1] });
    await line.enter(asks('a'));
    const patient = line.enter(asks('b', 0, 20));

    expect(line.turnsAway(asks('c'))).toBe(true);
    expect(await line.enter(asks('c'))).toBeNull();
    expect(await patient).toBeNull();
    expect(line.waiting()).toBe(0);
  });

  it('stands when everybody has waited for longer than a burst, until somebody finds a place free', async () => {
    const clock = { now: 0 };
    const line = fairLine({ places: 1, longest: [4], now: () => clock.now });
    const first = await line.enter(asks('a'));
    const second = line.enter(asks('b'));

    const atOnce = line.standing();
    clock.now = 600;
    const later = line.standing();
    first?.();
    (await second)?.();
    await line.enter(asks('c'));

    expect([atOnce, later, line.standing()]).toEqual([false, true, false]);
  });

  it('turns away a caller beyond its share, and nobody else, while places are free', async () => {
    const line = fairLine({ places: 4, longest: [1] });
    await Promise.all([1, 2, 3].map(() => line.enter(asks('greedy'))));
    void line.enter(asks('greedy'));

    expect(line.turnsAway(asks('greedy'))).toBe(true);
    expect(line.turnsAway(asks('other'))).toBe(false);
    expect(await line.enter(asks('other'))).not.toBeNull();
  });

  it('leaves room to wait for others, also when all places are taken', async () => {
    const line = fairLine({ places: 1, longest: [8] });
    const inside = await line.enter(asks('one'));
    const greedy = Array.from({ length: 20 }, () => line.enter(asks('greedy', 0, 50)));

    expect(line.waiting()).toBe(6);
    expect([line.turnsAway(asks('greedy')), line.turnsAway(asks('other'))]).toEqual([true, false]);
    const other = line.enter(asks('other'));
    expect((await Promise.all(greedy)).filter((place) => place !== null)).toEqual([]);
    inside?.();
    expect(await other).not.toBeNull();
  });

  it('forgets who left the line', async () => {
    const line = fairLine({ places: 1, longest: [1] });
    const first = await line.enter(asks('a'));
    const gone = new AbortController();
    const waiting = line.enter({ ...asks('b'), gone: gone.signal });

    gone.abort();
    first?.();
    first?.();

    expect(await waiting).toBeNull();
    expect([line.inside(), line.waiting()]).toEqual([0, 0]);
  });

  it('turns away who would wait in vain as the line moves, and nobody whose turn comes in time', async () => {
    const clock = { now: 0 };
    const line = fairLine({ places: 1, longest: [100, 100], now: () => clock.now });
    const entering: Promise<Leave | null>[] = [line.enter(asks('first'))];
    for (const caller of ['a', 'b', 'c', 'd', 'd', 'd']) entering.push(line.enter(asks(caller)));
    for (const place of entering.slice(0, 3)) {
      (await place)?.();
      clock.now += 100;
    }

    const turnsAway = (caller: string, patience: number, rank = 0): boolean =>
      line.turnsAway({ caller, rank, patience });
    expect([turnsAway('new', 50), turnsAway('new', 150)]).toEqual([true, false]);
    expect([turnsAway('d', 250), turnsAway('d', 450)]).toEqual([true, false]);
    expect(turnsAway('new', 50, 1)).toBe(false);
    for (const place of entering.slice(3)) (await place)?.();
    await Promise.all(entering);
    await line.enter(asks('alone'));
    expect(turnsAway('new', 50)).toBe(false);
  });
});
