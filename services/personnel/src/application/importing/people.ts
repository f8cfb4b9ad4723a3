import { type Actor, type CalendarDate, oneOfEach } from '@qianshou/kernel';
import type { WorkerId } from '../../domain/ids.ts';
import { importPersonUnmatched } from '../../domain/importing/errors.ts';
import { isBureau } from '../../domain/policy.ts';
import type { BlindIndex, IdNumber } from '../../domain/worker/personal-data.ts';
import type { SocialWorker } from '../../domain/worker/social-worker.ts';
import type { EntryPorts, Told } from '../qualification/life-entry.ts';
import type { Ports } from '../ports.ts';
import { todayOf } from '../reference/today-of.ts';
import type { PersonKey, PersonRow } from './person-columns.ts';

/** Whom the rows at hand mean, as far as anybody is registered. */
export interface People {
  readonly byId: ReadonlyMap<WorkerId, SocialWorker>;
  readonly byNumber: ReadonlyMap<IdNumber, readonly WorkerId[]>;
}

type Deps = Pick<Ports, 'vault' | 'workers'>;

export async function peopleOf({ vault, workers }: Deps, rows: readonly PersonRow[]): Promise<People> {
  const numbers = [...new Set(rows.flatMap(({ person }) => person.idNumber ?? []))];
  const indexes = new Map<IdNumber, BlindIndex>(numbers.map((number) => [number, vault.indexOf(number)]));
  const named = [...new Set(rows.flatMap(({ person }) => person.workerId ?? []))];
  const holders = await workers.listByIdNumbers([...indexes.values()]);
  const others = (await workers.findMany(named)).flatMap((worker) => worker ?? []);
  const held = Map.groupBy(holders, ({ idNumberIndex }) => idNumberIndex);
  return {
    byId: new Map([...holders, ...others].map((worker) => [worker.id, worker])),
    byNumber: new Map(
      numbers.map((number) => [number, (held.get(indexes.get(number) ?? null) ?? []).map(({ id }) => id)]),
    ),
  };
}

/** Whoever has this key, in whatever county. */
export function holdersOf(
  { byId, byNumber }: People,
  { idNumber, workerId }: PersonKey,
): readonly SocialWorker[] {
  const ids = idNumber === null ? null : (byNumber.get(idNumber) ?? []);
  const meant = workerId === null ? (ids ?? []) : [workerId].filter((id) => ids?.includes(id) ?? true);
  return meant.flatMap((id) => byId.get(id) ?? []);
}

/** A row brings nobody in: who is not on the books of the bureau is listed, whether or not another bureau keeps them. */
export function personOf(people: People, key: PersonKey, actor: Actor): SocialWorker {
  const found = holdersOf(people, key).find((each) => isBureau(actor, each.countyCode));
  if (found === undefined)
    throw importPersonUnmatched({ field: key.workerId === null ? 'idNumber' : 'workerId' });
  return found;
}

/** The rows after this one meet the person as it leaves them. */
export function withWorker<Facts extends { readonly people: People }>(facts: Facts, { state }: Told): Facts {
  const { people } = facts;
  return { ...facts, people: { ...people, byId: new Map([...people.byId, [state.id, state]]) } };
}

type Settle = (deps: EntryPorts, worker: SocialWorker, today: CalendarDate) => Promise<void>;

/** Several rows of one person are one change; what it moves on posts and clocks follows, as by hand. */
export async function saveEntries(deps: EntryPorts, changes: readonly Told[], settle: Settle): Promise<void> {
  const merged = oneOfEach(changes);
  await deps.workers.saveMany(merged);
  const today = todayOf(deps);
  for (const { state } of merged) await settle(deps, state, today);
}
