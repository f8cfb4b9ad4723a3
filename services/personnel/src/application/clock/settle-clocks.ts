import { type CalendarDate, chinaDay, eachApart, eachOf, pagesOf } from '@qianshou/kernel';
import { noClocks, settle } from '../../domain/clock/settle-clocks.ts';
import type { WorkerId } from '../../domain/ids.ts';
import type { SocialWorker } from '../../domain/worker/social-worker.ts';
import type { Ports } from '../ports.ts';

export type ClockPorts = Pick<Ports, 'clocks' | 'creditedHours' | 'newId' | 'unitOfWork'>;

type SweepPorts = ClockPorts & Pick<Ports, 'clock' | 'workers'>;

/** The clocks of a person follow what was changed of them, in its transaction. */
export async function settleClocks(
  deps: ClockPorts,
  worker: SocialWorker,
  today: CalendarDate,
): Promise<void> {
  await deps.unitOfWork.hold(`clocks:${worker.id}`);
  const [credited = []] = await deps.creditedHours.ofWorkers([worker.id]);
  const known = await deps.clocks.findOf(worker.id);
  const before = known ?? noClocks(deps.newId('clk'), worker, today);
  const change = settle(before, worker, { credited, today });
  if (change.events.length > 0) await deps.clocks.save(change);
}

/**
 * Each on its own and on its latest state: a conflict repeats one person and not the page. The first sweep of a process
 * takes those as well whose certificates are of before the clocks were kept.
 */
export const sweepPersonClocks = (deps: SweepPorts): (() => Promise<number>) => {
  let isFirst = true;
  return async () => {
    const today = chinaDay(deps.clock.now());
    const swept = await eachApart(personsOf(deps, today, isFirst), ({ id }) =>
      deps.unitOfWork.run(async () => {
        const worker = await deps.workers.find(id);
        if (worker !== null) await settleClocks(deps, worker, today);
      }),
    );
    isFirst = false;
    return swept;
  };
};

interface Person {
  readonly id: WorkerId;
}

async function* personsOf(deps: SweepPorts, today: CalendarDate, isFirst: boolean): AsyncGenerator<Person> {
  if (isFirst) yield* unclocked(deps);
  for await (const { workerId: id } of eachOf((page) => deps.clocks.listDue(today, page))) yield { id };
}

async function* unclocked({ workers, clocks }: Pick<Ports, 'clocks' | 'workers'>): AsyncGenerator<Person> {
  for await (const listed of pagesOf(workers.listCertified)) {
    const clocked = await clocks.clockedAmong(listed.map(({ id }) => id));
    yield* listed.filter(({ id }) => !clocked.has(id));
  }
}
