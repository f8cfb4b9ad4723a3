import { type CalendarDate, chinaDay, eachApart, pagesOf } from '@qianshou/kernel';
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

/** Each on its own and on its latest state: a conflict repeats one person and not the page. */
export const sweepPersonClocks = (deps: SweepPorts) => async (): Promise<number> => {
  const today = chinaDay(deps.clock.now());
  const settled = ({ id }: { readonly id: WorkerId }) =>
    deps.unitOfWork.run(async () => {
      const worker = await deps.workers.find(id);
      if (worker !== null) await settleClocks(deps, worker, today);
    });
  // Certificates of before the clocks were kept.
  if (await deps.clocks.isEmpty()) await eachApart(certified(deps), settled);
  return eachApart(due(deps, today), settled);
};

async function* certified({ workers }: Pick<Ports, 'workers'>): AsyncGenerator<SocialWorker> {
  for await (const listed of pagesOf((page) => workers.listCertified(page))) yield* listed;
}

async function* due(
  { clocks }: Pick<Ports, 'clocks'>,
  on: CalendarDate,
): AsyncGenerator<{ readonly id: WorkerId }> {
  for await (const listed of pagesOf((page) => clocks.listDue(on, page))) {
    yield* listed.map(({ workerId: id }) => ({ id }));
  }
}
