import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OPERATOR, OTHER_OPERATOR, uuid } from './builders.ts';
import {
  bureau,
  hearOfOperator,
  needsIn,
  hearOfPosting,
  planClass,
  projectOffice,
  published,
  type TrainingGraph,
  trainingGraph,
} from './under-test.ts';

let graph: TrainingGraph;

beforeAll(async () => {
  graph = await trainingGraph();
});
afterAll(() => graph.stop());

const NATIONAL = { programmeCode: 'STATION_OPERATION', regionCode: '000000', organiserAgencyId: null };

describe('planTrainingClass', () => {
  it('plans a class with the pass settings of its programme, and publishes it', async () => {
    const { data, errors } = await planClass(graph, { openAtOnce: false });

    expect(errors).toEqual([]);
    expect(data.planTrainingClass.trainingClass).toMatchObject({
      status: 'PLANNED',
      version: 1,
      passSettings: { attendancePercent: 80, score: 60 },
      allowedActions: ['OPEN', 'REVISE', 'POSTPONE', 'CANCEL'],
    });
    expect(await published(graph, 'class-planned')).toMatchObject([
      {
        subject: `class/${data.planTrainingClass.trainingClass.id}`,
        sequence: '1',
        regioncode: '420581',
        data: { kind: 'PRE_JOB', organiserAgencyId: OPERATOR, seats: 2, hours: 20 },
      },
    ]);
  });

  it('opens it at once when asked to, and takes in who waits', async () => {
    await hearOfPosting(graph, 1);

    const { data } = await planClass(graph);

    expect(data.planTrainingClass.trainingClass).toMatchObject({
      status: 'OPEN',
      version: 2,
      tally: { seated: 1, waiting: 0, offered: 0 },
    });
    expect(await needsIn(graph)).toEqual([]);
  });

  it('plans a national class for the project office', async () => {
    const { data, errors } = await planClass(graph, NATIONAL, projectOffice);

    expect(errors).toEqual([]);
    expect(data.planTrainingClass.trainingClass.kind).toBe('STATION_OPERATION');
  });

  it('TRA-2 refuses pre-job training to everybody but the operator named', async () => {
    expect((await planClass(graph, { organiserAgencyId: OTHER_OPERATOR })).code).toBe('FORBIDDEN');
    expect((await planClass(graph, {}, bureau)).code).toBe('FORBIDDEN');
    expect((await planClass(graph, {}, projectOffice)).code).toBe('FORBIDDEN');
  });

  it('TRA-2 refuses an operator that was suspended', async () => {
    await graph.hear('qianshou.pairing.agency-status-changed.v1', {
      agencyId: OPERATOR,
      status: 'SUSPENDED',
      reason: '演示',
    });

    const { code, details } = await planClass(graph);
    await hearOfOperator(graph, 1);

    expect([code, details['rule']]).toEqual(['TRAINING_CLASS_ORGANISER_IS_NO_OPERATOR', 'TRA-2']);
  });

  it('TRA-2 refuses an organiser that runs nothing in the county', async () => {
    const { code, details } = await planClass(graph, { regionCode: '420582' });

    expect([code, details['rule']]).toEqual(['TRAINING_CLASS_ORGANISER_RUNS_NOTHING_THERE', 'TRA-2']);
  });

  it.each([
    ['a programme that nobody announced', { programmeCode: 'NO_SUCH' }, 'PROGRAMME_NOT_FOUND'],
    ['an operator in place of a code', { programmeCode: { $ne: '' } }, 'BAD_USER_INPUT'],
    ['a NUL in the venue', { venue: 'a\u0000b' }, 'BAD_USER_INPUT'],
    ['a day that does not exist', { startsOn: '2026-02-30' }, 'BAD_USER_INPUT'],
    ['an end before the start', { endsOn: '2026-03-01' }, 'BAD_USER_INPUT'],
    ['no seats', { capacity: 0 }, 'BAD_USER_INPUT'],
    ['more seats than one transaction carries', { capacity: 201 }, 'BAD_USER_INPUT'],
    ['more hours than a year of days', { hours: 2_001 }, 'BAD_USER_INPUT'],
    ['an agency id of the wrong kind', { organiserAgencyId: `wkr_${uuid(1)}` }, 'BAD_USER_INPUT'],
    ['a code that is no region', { regionCode: '999999' }, 'BAD_USER_INPUT'],
  ])('refuses %s and changes nothing', async (_what, changes, code) => {
    const before = (await graph.outbox()).length;

    const answer = await planClass(graph, changes);

    expect(answer.code).toBe(code);
    expect((await graph.outbox()).length).toBe(before);
  });
});
