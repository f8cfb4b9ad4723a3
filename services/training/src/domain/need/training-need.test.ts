import { describe, expect, it } from 'vitest';
import { now, OPERATOR, posting, worker, YIDU } from '../../../test/builders.ts';
import { byNeedPriority, type TrainingNeed } from './training-need.ts';

const need = (number: number, changes: Partial<TrainingNeed> = {}): TrainingNeed => ({
  kind: 'PRE_JOB',
  postingId: posting(number),
  workerId: worker(number),
  agencyId: OPERATOR,
  countyCode: YIDU,
  certifiedLocal: false,
  deadline: null,
  since: now,
  ...changes,
});

describe('TRA-7 needs that compete for seats', () => {
  it('come by certificate and home, then by deadline, then by how long they waited', () => {
    const later = new Date(now.getTime() + 1);
    const needs = [
      need(1, { since: later }),
      need(2),
      need(3, { deadline: '2026-05-01' as never }),
      need(4, { deadline: '2026-04-01' as never, since: later }),
      need(5, { certifiedLocal: true, since: later }),
    ];

    const order = needs.toSorted(byNeedPriority).map(({ workerId }) => workerId);

    expect(order).toEqual([5, 2, 1, 4, 3].map(worker));
  });
});
