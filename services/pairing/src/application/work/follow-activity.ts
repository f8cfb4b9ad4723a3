import type { TaskGroup } from '../../domain/application/pairing-application.ts';
import { correctLastActivity } from '../../domain/work/work-ledger.ts';
import type { Ports } from '../ports.ts';
import type { Work } from './work-of.ts';

/** With the mistake goes what rested on it: a task group is as quiet as the activities that stand say (PAIR-11). */
export async function followActivity(
  { activities, ledgers }: Pick<Ports, 'activities' | 'ledgers'>,
  { pairing, ledger, policy }: Work,
  taskGroups: readonly TaskGroup[],
): Promise<void> {
  let followed = ledger;
  for (const taskGroup of new Set(taskGroups)) {
    const last = await activities.lastHeldOn(pairing.id, taskGroup);
    followed = correctLastActivity(followed, taskGroup, last, policy);
  }
  await ledgers.put(followed);
}
