import type { Id, RegionCode } from '@qianshou/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  active,
  bureau,
  key,
  openedGraph,
  type PairingGraph,
  province,
  recipientAgency,
  scheme,
  signed,
  told,
} from './under-test.ts';
import { activityInput, dispatchInput, helperOf, work, worked } from './work-under-test.ts';

let graph: PairingGraph;

beforeAll(async () => {
  graph = await openedGraph();
});
afterAll(() => graph.stop());

describe('startDispatch and endDispatch', () => {
  it('keep the stay, count the worker once a year, and tell no more than a reference', async () => {
    const pairingId = await active(graph);
    const helper = await helperOf(graph, pairingId);

    const first = await worked(graph, 'startDispatch', dispatchInput(pairingId, 1), helper);
    const departure = { dispatchId: first.id, leftOn: '2026-04-10', workingDays: 20, expectedVersion: 1 };
    const ended = await worked(graph, 'endDispatch', departure, helper);
    const again = dispatchInput(pairingId, 1, { arrivedOn: '2026-05-04' });
    await worked(graph, 'startDispatch', again, bureau);

    expect(ended).toMatchObject({ status: 'ENDED', leftOn: '2026-04-10', workingDays: 20, version: 2 });
    expect((await told(graph, 'dispatch-started')).map(({ data }) => data['firstOfYear'])).toEqual([
      true,
      false,
    ]);
    expect(await told(graph, 'dispatch-ended')).toMatchObject([
      { data: { workingDays: 20, workerId: first.worker.id } },
    ]);
  });

  it('refuse overlapping dates of one worker, across pairings too', async () => {
    const [one, other] = [await active(graph), await active(graph)];
    await worked(graph, 'startDispatch', dispatchInput(one, 2), bureau);

    expect((await work(graph, 'startDispatch', dispatchInput(other, 2), bureau)).code).toBe(
      'DISPATCH_OVERLAPS',
    );
  });

  it('let one of two through who dispatch a worker at once', async () => {
    const pairingId = await active(graph);

    const answers = await Promise.all(
      [pairingId, pairingId].map((id) => work(graph, 'startDispatch', dispatchInput(id, 3), bureau)),
    );

    const codes = answers.map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['DISPATCH_OVERLAPS', undefined]));
  });

  it('PER-12 send nobody as a supervisor whose registration or hours are short, until they are not', async () => {
    const pairingId = await active(graph);
    const input = dispatchInput(pairingId, 6, { role: 'SUPERVISOR' });
    await helperOf(graph, pairingId);
    const hear = (standing: 'CE_SHORT' | 'CURRENT') =>
      graph.hear('qianshou.personnel.registration-standing-changed.v1', {
        workerId: input.workerId as Id<'wkr'>,
        countyCode: '420581' as RegionCode,
        standing,
        before: 'DUE',
      });
    await hear('CE_SHORT');

    const refused = await work(graph, 'startDispatch', input, bureau);
    expect(refused).toMatchObject({ code: 'DISPATCH_SUPERVISOR_SHORT', details: { rule: 'PER-12' } });
    const stay = await worked(graph, 'startDispatch', { ...input, role: 'SOCIAL_WORKER' }, bureau);
    const promoted = { dispatchId: stay.id, role: 'SUPERVISOR', reason: '演示' };
    expect((await work(graph, 'correctDispatch', promoted, bureau)).code).toBe('DISPATCH_SUPERVISOR_SHORT');
    await hear('CURRENT');
    expect((await work(graph, 'correctDispatch', promoted, bureau)).code).toBeUndefined();
  });

  it('refuse an end before the start, and work before the pairing is at work', async () => {
    const pairingId = await active(graph);
    const { id } = await worked(graph, 'startDispatch', dispatchInput(pairingId, 4), bureau);
    const early = { dispatchId: id, leftOn: '2026-03-01', workingDays: 1 };

    expect((await work(graph, 'endDispatch', early, bureau)).code).toBe('DISPATCH_DATES_INVALID');
    expect((await work(graph, 'startDispatch', dispatchInput(await signed(graph), 5), bureau)).code).toBe(
      'PAIRING_NOT_ACTIVE',
    );
  });
});

describe('logSupportActivity', () => {
  it('keeps links that can be followed, and publishes counts', async () => {
    const pairingId = await active(graph);
    const idempotencyKey = key();

    const activity = await worked(
      graph,
      'logSupportActivity',
      activityInput(pairingId, { idempotencyKey }),
      bureau,
    );
    await worked(graph, 'logSupportActivity', activityInput(pairingId, { idempotencyKey }), bureau);

    expect(activity).toMatchObject({ hours: 3.5, evidenceUrls: ['https://example.org/photo'], version: 1 });
    expect(await told(graph, 'activity-logged')).toMatchObject([
      { regioncode: '640522', data: { participants: 24, hours: 3.5, kind: 'THEMATIC_TRAINING' } },
    ]);
  });

  it.each([
    [{ heldOn: '2026-02-01' }, 'PAIRING_WORK_OUTSIDE_SPAN'],
    [{ hours: 0.3 }, 'BAD_USER_INPUT'],
    [{ evidenceUrls: ['http://example.org'] }, 'BAD_USER_INPUT'],
  ])('is refused with %j', async (changes, code) => {
    const input = activityInput(await active(graph), changes);

    expect((await work(graph, 'logSupportActivity', input, bureau)).code).toBe(code);
  });
});

describe('setPairingTarget and recordTargetProgress', () => {
  it('follow what is reached', async () => {
    const pairingId = await active(graph);
    const target = {
      pairingId,
      taskGroup: 'BUILD_STATION',
      indicator: '建成社工站',
      unit: '个',
      targetValue: 5,
      dueOn: '2026-12-31',
    };

    const { id } = await worked(graph, 'setPairingTarget', target, bureau);
    const progress = { targetId: id, achievedValue: 5, expectedVersion: 1 };
    const reached = await worked(graph, 'recordTargetProgress', progress, bureau);

    expect(reached).toEqual({ id, achievedValue: 5, met: true, version: 2 });
    expect((await work(graph, 'recordTargetProgress', progress, bureau)).code).toBe('VERSION_CONFLICT');
    expect(
      (await work(graph, 'setPairingTarget', { ...target, taskGroup: 'BUILD_SYSTEM' }, bureau)).code,
    ).toBe('TARGET_OUTSIDE_PLAN');
  });
});

describe('Pairing.warnings', () => {
  const WARNINGS = `query ($id: ID!) { pairing(id: $id) { warnings { rule label message since figures { name value expected } } } }`;
  const rulesOf = async (id: string): Promise<string[]> => {
    const { data } = await graph.execute(WARNINGS, { id });
    return data.pairing.warnings.map(({ rule }: { rule: string }) => rule);
  };

  it('PAIR-8, 10 and 11 advise with their numbers, and fall silent as the work is done', async () => {
    const pairingId = await active(graph);

    const before = await graph.execute(WARNINGS, { id: pairingId });
    expect(before.data.pairing.warnings[0]).toEqual({
      rule: 'PAIR-8',
      label: '2018 rule',
      message: '0 of at least 2 workers have been dispatched.',
      since: '2026-03-01',
      figures: [{ name: 'WORKERS', value: 0, expected: 2 }],
    });
    expect(await rulesOf(pairingId)).toEqual(['PAIR-8', 'PAIR-10', 'PAIR-11', 'PAIR-11']);

    for (const worker of [11, 12])
      await worked(graph, 'startDispatch', dispatchInput(pairingId, worker), bureau);
    for (const taskGroup of ['BUILD_STATION', 'TRAIN_TALENT'])
      await worked(
        graph,
        'logSupportActivity',
        activityInput(pairingId, { taskGroup, heldOn: '2026-05-10' }),
        bureau,
      );
    const workerIds = [21, 22, 23].map((worker) => dispatchInput(pairingId, worker).workerId);
    await worked(graph, 'nameTrainees', { pairingId, workerIds }, bureau);

    expect(await rulesOf(pairingId)).toEqual([]);
  });

  it('follow the numbers of the scheme', async () => {
    const schemeId = await scheme(graph);
    const pairingId = await active(graph, { schemeId });
    const policy = { quietDays: 200, reportMonths: 6, reportGraceDays: 15 };

    const adopted = await worked(graph, 'adoptSchemePolicy', { schemeId, policy }, province);

    expect(adopted.policy).toEqual({ quietDays: 200, minimumWorkers: null, reportMonths: 6 });
    expect(await rulesOf(pairingId)).toEqual([]);
  });
});

describe('Pairing.workingDays and nextReport', () => {
  it('say how long the workers have been there, and which report is expected next', async () => {
    const pairingId = await active(graph);
    const ask = async () => {
      const fields = 'workingDays nextReport { period endsOn dueOn }';
      const { data } = await graph.execute(`{ pairing(id: "${pairingId}") { ${fields} } }`);
      return data.pairing;
    };
    const stay = await worked(graph, 'startDispatch', dispatchInput(pairingId, 31), bureau);

    const before = await ask();
    const departure = { dispatchId: stay.id, leftOn: '2026-04-10', workingDays: 20 };
    await worked(graph, 'endDispatch', departure, bureau);
    const helper = await helperOf(graph, pairingId);
    await worked(graph, 'submitProgressReport', { pairingId, period: 1 }, helper);

    expect(before).toEqual({
      workingDays: 0,
      nextReport: { period: 1, endsOn: '2026-05-31', dueOn: '2026-06-30' },
    });
    expect(await ask()).toMatchObject({ workingDays: 20, nextReport: { period: 2, endsOn: '2026-08-31' } });
  });

  it('expect no report of a pairing that has not begun', async () => {
    const { data } = await graph.execute(
      `{ pairing(id: "${await signed(graph)}") { workingDays nextReport { period } } }`,
    );

    expect(data.pairing).toEqual({ workingDays: 0, nextReport: null });
  });
});

describe('recordGrownAgency', () => {
  it('PAIR-9 counts an agency of the county once', async () => {
    const pairingId = await active(graph);
    const other = await active(graph);
    const agencyId = await recipientAgency(graph);

    const pairing = await worked(graph, 'recordGrownAgency', { pairingId, agencyId }, bureau);

    expect(pairing.agenciesGrown).toEqual([{ id: agencyId }]);
    expect((await work(graph, 'recordGrownAgency', { pairingId, agencyId }, bureau)).code).toBe(
      'AGENCY_NOT_GROWN_HERE',
    );
    expect((await work(graph, 'recordGrownAgency', { pairingId: other, agencyId }, bureau)).code).toBe(
      'AGENCY_GROWN_ELSEWHERE',
    );
  });
});

describe('changeSchemeQuota', () => {
  it('PAIR-7 is refused below what is accepted', async () => {
    const schemeId = await scheme(graph);
    await active(graph, { schemeId });
    await active(graph, { schemeId });
    const change = { schemeId, documentNo: '演示〔2026〕9号' };

    expect((await work(graph, 'changeSchemeQuota', { ...change, quota: 1 }, province)).code).toBe(
      'SCHEME_QUOTA_BELOW_ACCEPTED',
    );
    expect(await worked(graph, 'changeSchemeQuota', { ...change, quota: 2 }, province)).toMatchObject({
      quota: 2,
      accepted: 2,
    });
    expect(await told(graph, 'scheme-quota-changed')).toMatchObject([{ data: { quotaBefore: 5, quota: 2 } }]);
  });
});
