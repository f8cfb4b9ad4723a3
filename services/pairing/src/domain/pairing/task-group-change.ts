import {
  badInput,
  type CalendarDate,
  type Change,
  type DocumentReference,
  publicText,
  requireDifference,
} from '@qianshou/kernel';
import { TASK_GROUPS, type TaskGroup } from '../application/pairing-application.ts';
import { taskGroupHasTargets } from './errors.ts';
import type { TaskGroupsChanged } from './pairing-events.ts';
import { requireBetween, requireOpen } from './pairing-life-cycle.ts';
import type { OpenPairing, Pairing } from './pairing.ts';

export interface TaskGroupOrder {
  readonly taskGroups: readonly TaskGroup[];
  readonly on: CalendarDate;
  readonly reason: string;
  readonly document: DocumentReference;
}

export interface TaskGroupFacts {
  /** In which a target stands. */
  readonly targeted: readonly TaskGroup[];
  readonly today: CalendarDate;
}

export function changeTaskGroups(
  pairing: Pairing,
  { taskGroups, on, reason, document }: TaskGroupOrder,
  { targeted, today }: TaskGroupFacts,
): Change<OpenPairing, TaskGroupsChanged> {
  const open = requireOpen(pairing);
  requireBetween('on', on, open.startsOn ?? open.signedOn, today);
  const chosen = TASK_GROUPS.filter((group) => taskGroups.includes(group));
  if (chosen.length === 0)
    throw badInput({
      field: 'taskGroups',
      reason: { en: 'name at least one task group', zh: '请至少填写一个任务组' },
    });
  const before = open.taskGroups;
  requireDifference<{ readonly groups: readonly TaskGroup[] }>(
    { groups: TASK_GROUPS.filter((group) => before.includes(group)) },
    { groups: chosen },
  );
  const kept = targeted.find((group) => !chosen.includes(group));
  if (kept !== undefined) throw taskGroupHasTargets({ taskGroup: kept });
  const change = { before, on, reason: publicText(reason, 'reason', 500), document };
  return {
    state: { ...open, taskGroups: chosen, taskGroupChanges: [...(open.taskGroupChanges ?? []), change] },
    events: [{ type: 'pairing.task-groups-changed', pairingId: pairing.id, before, on }],
  };
}
