import { calendarDate, documentReference } from '@qianshou/kernel';
import { describe, expect, it } from 'vitest';
import { aCompletedPairing, anActivePairing, TODAY } from '../../../test/builders.ts';
import { changeTaskGroups, type TaskGroupOrder } from './task-group-change.ts';

const document = documentReference({ title: '演示补充协议', kind: 'AGREEMENT' }, 'document');
const pairing = anActivePairing();
const order = (changes: Partial<TaskGroupOrder> = {}): TaskGroupOrder => ({
  taskGroups: ['BUILD_SYSTEM'],
  on: calendarDate('2026-06-01'),
  reason: '双方商定(演示)',
  document,
  ...changes,
});
const changing =
  (
    changes: Partial<TaskGroupOrder> = {},
    of: Parameters<typeof changeTaskGroups>[0] = pairing,
    targeted = [],
  ) =>
  () =>
    changeTaskGroups(of, order(changes), { targeted, today: TODAY });
const refused = (code: string) => expect.objectContaining({ code });

describe('changing the task groups of a pairing', () => {
  it('keeps what they were, with the document of both sides', () => {
    const { state, events } = changing()();

    expect(state.taskGroups).toEqual(['BUILD_SYSTEM']);
    expect(state.taskGroupChanges).toMatchObject([{ before: pairing.taskGroups, document }]);
    expect(events).toMatchObject([{ type: 'pairing.task-groups-changed', before: pairing.taskGroups }]);
  });

  it.each([
    ['CORRECTED_TO_THE_SAME', { taskGroups: [...pairing.taskGroups].toReversed() }],
    ['BAD_USER_INPUT', { taskGroups: [] }],
    ['PAIRING_DATES_INVALID', { on: calendarDate('2026-07-01') }],
    ['PAIRING_DATES_INVALID', { on: calendarDate('2026-02-01') }],
    ['BAD_USER_INPUT', { reason: ' ' }],
  ])('is refused with %s', (code, changes) => {
    expect(changing(changes)).toThrow(refused(code));
  });

  it('is refused once the pairing is over, and while a target stands in a group that is given up', () => {
    expect(changing({}, aCompletedPairing())).toThrow(refused('PAIRING_ENDED'));
    expect(changing({}, pairing, [pairing.taskGroups[0]] as never)).toThrow(
      refused('PAIRING_TASK_GROUP_HAS_TARGETS'),
    );
  });
});
