import { definitionOf, type EventData } from '@qianshou/events';
import type { CalendarDate } from '@qianshou/kernel';
import { inRegion } from '@qianshou/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OPERATOR, OTHER_OPERATOR, uuid, YIDU } from './builders.ts';
import {
  bureau,
  change,
  hearOfHelp,
  operator,
  otherOperator,
  published,
  type TrainingGraph,
  trainingGraph,
} from './under-test.ts';

let graph: TrainingGraph;
const centre = inRegion('GUIDANCE_CENTRE', YIDU);
const reason = '演示更正';

beforeAll(async () => {
  graph = await trainingGraph();
});
afterAll(() => graph.stop());

const told = {
  stationId: `sta_${uuid(1)}`,
  form: 'INDIVIDUAL',
  delivery: 'ONLINE',
  heldOn: '2026-03-10',
  hours: 2,
  participants: 1,
  topic: '演示个案督导',
};

const due = async () =>
  (
    await graph.execute(
      'query ($c: RegionCode!) { supervisionDue(countyCode: $c) { station { id } held target overdue } }',
      { c: YIDU },
      bureau,
    )
  ).data.supervisionDue;

describe('TRA-8 supervision of stations', () => {
  it('is due until it is held, followed up by the station, corrected and struck', async () => {
    expect(await due()).toHaveLength(2);
    const advice = { advice: '演示建议', followUpBy: '2026-03-15' };
    const held = await change(graph, 'recordSupervision', { ...told, ...advice }, centre);
    const supervisionId = held.payload.supervision.id;
    expect(held.payload.supervision.allowedActions).toEqual(['CORRECT', 'STRIKE']);
    expect(await due()).toMatchObject([{ held: 0, target: 1, overdue: false }]);

    const list = async (followUp: string) =>
      (
        await graph.execute(
          `{ supervisionSessions(where: { followUp: ${followUp} }) { nodes { topic allowedActions } } }`,
          {},
          operator,
        )
      ).data.supervisionSessions.nodes;
    expect(await list('OVERDUE')).toEqual([{ topic: told.topic, allowedActions: ['FOLLOW_UP'] }]);
    const done = await change(graph, 'followUpSupervision', { supervisionId, text: '演示已办' });
    expect(done.payload.supervision).toMatchObject({ followedUpOn: '2026-03-20', followUpText: '演示已办' });
    expect([await list('OVERDUE'), (await list('CLOSED')).length]).toEqual([[], 1]);
    const other = await change(graph, 'followUpSupervision', { supervisionId, text: '演示' }, otherOperator);
    expect(other.code).toBe('SUPERVISION_NOT_FOUND');

    const corrected = await change(graph, 'correctSupervision', { supervisionId, hours: 3, reason }, centre);
    expect(corrected.payload.supervision).toMatchObject({ hours: 3, corrections: [{ hours: 2 }] });
    await change(graph, 'strikeSupervision', { supervisionId, reason }, bureau);
    expect(await due()).toHaveLength(2);
    expect(await published(graph, 'supervision-struck')).toMatchObject([{ data: { hours: 3 } }]);
  });

  it('belongs to the guidance centre or to an agency whose pairing works there', async () => {
    const byAgency = { ...told, supervisorAgencyId: OTHER_OPERATOR };
    const record = () => change(graph, 'recordSupervision', byAgency, otherOperator);

    expect((await record()).code).toBe('SUPERVISOR_HELPS_NOBODY_THERE');
    expect(
      (await change(graph, 'recordSupervision', { ...told, supervisorAgencyId: OPERATOR }, centre)).code,
    ).toBe('FORBIDDEN');
    await hearOfHelp(graph, OTHER_OPERATOR);
    expect((await record()).errors).toEqual([]);
  });

  it('is due as often as the county’s policy says, and no more where a station has closed', async () => {
    const { example } = definitionOf('qianshou.station.policy-adopted.v1') ?? {};
    const policy = example as EventData<'qianshou.station.policy-adopted.v1'>;
    const dueAtFirst = (await due()).length;
    await graph.hear('qianshou.station.policy-adopted.v1', { ...policy, supervisionsPerQuarter: 2 });

    expect(await due()).toMatchObject([
      { held: 1, target: 2 },
      { held: 0, target: 2 },
    ]);

    await graph.hear('qianshou.station.policy-revised.v1', {
      ...policy,
      withdrawnOn: policy.validFrom,
      change: 'WITHDRAWN',
      by: 'yidu-bureau',
    });
    expect(await due()).toHaveLength(dueAtFirst);
    const closed = definitionOf('qianshou.station.closed.v1')?.example;
    await graph.hear('qianshou.station.closed.v1', {
      ...(closed as EventData<'qianshou.station.closed.v1'>),
      stationId: `sta_${uuid(2)}` as EventData<'qianshou.station.closed.v1'>['stationId'],
      closedOn: '2025-12-31' as CalendarDate,
    });
    expect(await due()).toHaveLength(dueAtFirst - 1);
  });
});
