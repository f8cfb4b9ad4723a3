import type { EventData } from '@qianshou/events';
import { chinaDay } from '@qianshou/kernel';
import { type ClockPorts, settleClocks } from '../clock/settle-clocks.ts';
import type { Ports } from '../ports.ts';

type Credited = EventData<'qianshou.training.hours-credited.v1'>;
type Deps = ClockPorts & Pick<Ports, 'clock' | 'workers'>;

/** TRA-4: the sum of a year as it is now, so that what training takes back is taken back here. */
export const onHoursCredited =
  (deps: Deps) =>
  async ({ workerId, year, hours, days = [] }: Credited): Promise<void> => {
    await deps.creditedHours.put(workerId, { year, hours, days });
    const worker = await deps.workers.find(workerId);
    if (worker !== null) await settleClocks(deps, worker, chinaDay(deps.clock.now()));
  };
