import { inRegion } from '@qianshou/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FUJIAN, HAIYUAN } from './builders.ts';
import { PAPER } from './consents.ts';
import { active, bureau, openedGraph, type PairingGraph, province } from './under-test.ts';

import { TARGET } from './probed-things.ts';
import { activityInput, dispatchInput, helperOf, office, work, worked } from './work-under-test.ts';
import { difference, figuresOf } from './figures-told.ts';

let graph: PairingGraph;

beforeAll(async () => {
  graph = await openedGraph();
});
afterAll(() => graph.stop());

const mistake = { reason: '误登:演示', evidence: PAPER };
const otherBureauClerk = { ...inRegion('COUNTY_CIVIL_AFFAIRS', HAIYUAN), subject: 'other-clerk' };
const stranger = inRegion('PROVINCE_AUTHORITY', FUJIAN);

const figures = () => figuresOf(graph);
const codeOf = async (operation: string, input: Record<string, unknown>, actor = bureau) =>
  (await work(graph, operation, input, actor)).code;

describe('correctSupportActivity', () => {
  it('corrects what was logged, figures with it, and keeps what stood', async () => {
    const pairingId = await active(graph);
    const { id: activityId } = await worked(graph, 'logSupportActivity', activityInput(pairingId), bureau);
    const before = await figures();

    const corrected = await worked(
      graph,
      'correctSupportActivity',
      { activityId, participants: 42, heldOn: '2026-05-02', ...mistake },
      bureau,
    );

    expect(corrected).toMatchObject({
      participants: 42,
      corrections: [{ participants: 24, heldOn: '2026-04-02', evidence: { title: PAPER.title } }],
      allowedActions: ['CONFIRM', 'CONTEST', 'CORRECT', 'STRIKE'],
    });
    expect(difference(before, await figures())).toMatchObject({ participants: 18, peopleTrained: 18 });
    expect(difference(before, await figures())).not.toHaveProperty('activities');
  });

  it('is for who recorded it, and for who oversees them', async () => {
    const pairingId = await active(graph);
    const helper = await helperOf(graph, pairingId);
    const { id: activityId } = await worked(graph, 'logSupportActivity', activityInput(pairingId), helper);
    const to = (participants: number) => ({ activityId, participants, ...mistake });

    expect(await codeOf('correctSupportActivity', to(25), stranger)).toBe('FORBIDDEN');
    expect(await codeOf('correctSupportActivity', to(25), province)).toBe('RECORDED_BY_OTHERS');
    await worked(graph, 'correctSupportActivity', to(25), helper);
    await worked(graph, 'correctSupportActivity', to(26), bureau);

    const ours = await worked(graph, 'logSupportActivity', activityInput(pairingId), bureau);
    const byOthers = { activityId: ours.id, ...mistake };
    expect(await codeOf('strikeSupportActivity', byOthers, otherBureauClerk)).toBe('RECORDED_BY_OTHERS');
    await worked(graph, 'strikeSupportActivity', byOthers, province);
  });

  it('is refused to the same, of a struck one, outside the pairing, and once of two at once', async () => {
    const pairingId = await active(graph);
    const { id: activityId } = await worked(graph, 'logSupportActivity', activityInput(pairingId), bureau);
    const to = (facts: Record<string, unknown>) => ({ activityId, ...facts, ...mistake });

    expect(await codeOf('correctSupportActivity', to({ participants: 24 }))).toBe('CORRECTED_TO_THE_SAME');
    expect(await codeOf('correctSupportActivity', to({}))).toBe('CORRECTED_TO_THE_SAME');
    expect(await codeOf('correctSupportActivity', to({ heldOn: '2026-01-01' }))).toBe(
      'PAIRING_WORK_OUTSIDE_SPAN',
    );
    expect(await codeOf('correctSupportActivity', to({ hours: 0.3 }))).toBe('BAD_USER_INPUT');
    const both = await Promise.all(
      [30, 31].map((participants) =>
        codeOf('correctSupportActivity', to({ participants, expectedVersion: 1 })),
      ),
    );
    expect(new Set(both)).toEqual(new Set(['VERSION_CONFLICT', undefined]));
    await worked(graph, 'strikeSupportActivity', { activityId, ...mistake }, bureau);
    expect(await codeOf('correctSupportActivity', to({ participants: 50 }))).toBe('ACTIVITY_STRUCK');
  });
});

describe('correctDispatch', () => {
  const ended = (pairingId: string, worker: number, changes = {}) =>
    worked(
      graph,
      'startDispatch',
      dispatchInput(pairingId, worker, { leftOn: '2026-05-10', workingDays: 45, ...changes }),
      bureau,
    );

  it('corrects the days of a stay, and with them who reached the days of the rule', async () => {
    const pairingId = await active(graph);
    const { id: dispatchId } = await ended(pairingId, 31);
    const before = await figures();

    const corrected = await worked(
      graph,
      'correctDispatch',
      { dispatchId, workingDays: 30, leftOn: '2026-05-01', ...mistake },
      bureau,
    );

    expect(corrected).toMatchObject({ workingDays: 30, corrections: [{ workingDays: 45 }] });
    expect(difference(before, await figures())).toEqual({ workingDays: -15, workersReachingDays: -1 });
    const { data } = await graph.execute(
      `{ pairing(id: "${pairingId}") { warnings { rule figures { name value } } } }`,
    );
    expect(JSON.stringify(data.pairing.warnings)).toContain('PAIR-8');
  });

  it('keeps a worker at one place, and a stay within its pairing', async () => {
    const pairingId = await active(graph);
    const { id: dispatchId } = await ended(pairingId, 32);
    const later = { arrivedOn: '2026-05-20', leftOn: '2026-06-01', workingDays: 9 };
    await ended(pairingId, 32, later);
    const to = (facts: Record<string, unknown>) => ({ dispatchId, ...facts, ...mistake });

    expect(await codeOf('correctDispatch', to({ leftOn: '2026-05-25' }))).toBe('DISPATCH_OVERLAPS');
    expect(await codeOf('correctDispatch', to({ arrivedOn: '2026-02-01' }))).toBe(
      'PAIRING_WORK_OUTSIDE_SPAN',
    );
    expect(await codeOf('correctDispatch', to({ workingDays: 400 }))).toBe('DISPATCH_DATES_INVALID');
    expect(await codeOf('correctDispatch', to({ workingDays: 45 }))).toBe('CORRECTED_TO_THE_SAME');
    const present = await worked(graph, 'startDispatch', dispatchInput(pairingId, 33), bureau);
    const end = { dispatchId: present.id, leftOn: '2026-06-01', workingDays: 5, ...mistake };
    expect(await codeOf('correctDispatch', end)).toBe('DISPATCH_DATES_INVALID');
    await worked(graph, 'strikeDispatch', { dispatchId, ...mistake }, bureau);
    expect(await codeOf('correctDispatch', to({ workingDays: 44 }))).toBe('DISPATCH_STRUCK');
    expect(await codeOf('strikeDispatch', { dispatchId, ...mistake })).toBe('DISPATCH_STRUCK');
  });
});

describe('what the side that is helped says of what it was told', () => {
  it('stands beside what was told, in the record and in the figures, until it is corrected', async () => {
    const pairingId = await active(graph);
    const helper = await helperOf(graph, pairingId);
    const { id: activityId } = await worked(graph, 'logSupportActivity', activityInput(pairingId), helper);
    const input = dispatchInput(pairingId, 41, { leftOn: '2026-04-20', workingDays: 20 });
    const { id: dispatchId } = await worked(graph, 'startDispatch', input, helper);
    const before = await figures();

    expect(await codeOf('confirmSupportActivity', { activityId }, helper)).toBe('FORBIDDEN');
    expect(await worked(graph, 'confirmSupportActivity', { activityId }, bureau)).toMatchObject({
      confirmation: { verdict: 'CONFIRMED', on: '2026-06-30' },
      allowedActions: ['CONTEST', 'CORRECT', 'STRIKE'],
    });
    expect(await codeOf('confirmSupportActivity', { activityId })).toBe('PAIRING_WORK_JUDGED_ALREADY');
    await worked(graph, 'confirmDispatch', { dispatchId }, bureau);
    expect(
      await worked(graph, 'contestDispatch', { dispatchId, reason: '实到 12 天' }, bureau),
    ).toMatchObject({
      confirmation: { verdict: 'CONTESTED', reason: '实到 12 天' },
    });
    expect(difference(before, await figures())).toEqual({
      'CONFIRMED:activities': 1,
      'CONFIRMED:halfHours': 7,
      'CONTESTED:workingDays': 20,
    });

    await worked(graph, 'correctDispatch', { dispatchId, workingDays: 12, ...mistake }, helper);
    await worked(graph, 'strikeSupportActivity', { activityId, ...mistake }, helper);
    const after = difference(before, await figures());
    expect(Object.keys(after).filter((name) => name.startsWith('CON'))).toEqual([]);
    const present = await worked(graph, 'startDispatch', dispatchInput(pairingId, 42), helper);
    expect(await codeOf('confirmDispatch', { dispatchId: present.id })).toBe('DISPATCH_NOT_ENDED');
  });
});

describe('a target that was set wrongly', () => {
  it('is corrected, with its progress, and struck out: figures follow, lists leave it out', async () => {
    const pairingId = await active(graph);
    const { id: targetId } = await worked(graph, 'setPairingTarget', { pairingId, ...TARGET }, bureau);
    await worked(graph, 'recordTargetProgress', { targetId, achievedValue: 5 }, bureau);
    const before = await figures();

    const corrected = await worked(
      graph,
      'correctPairingTarget',
      { targetId, targetValue: 6, ...mistake },
      bureau,
    );
    expect(corrected).toMatchObject({ targetValue: 6, met: false, corrections: [{ targetValue: 5 }] });
    expect(difference(before, await figures())).toEqual({ 'targetsMet:BUILD_STATION': -1 });

    const progress = { targetId, entryNo: 1, achievedValue: 6, ...mistake };
    expect(await worked(graph, 'correctTargetProgress', progress, bureau)).toMatchObject({
      achievedValue: 6,
      met: true,
      progress: [{ achievedValue: 6, corrections: [{ achievedValue: 5 }] }],
    });
    expect(await codeOf('correctTargetProgress', progress)).toBe('CORRECTED_TO_THE_SAME');

    expect(await codeOf('strikePairingTarget', { targetId, ...mistake }, otherBureauClerk)).toBe(
      'RECORDED_BY_OTHERS',
    );
    expect(await codeOf('strikePairingTarget', { targetId, ...mistake }, office)).toBe('RECORDED_BY_OTHERS');
    const struck = await worked(graph, 'strikePairingTarget', { targetId, ...mistake }, bureau);
    expect(struck).toMatchObject({ strikeEvidence: { title: PAPER.title }, allowedActions: [] });
    expect(difference(before, await figures())).toEqual({
      'targets:BUILD_STATION': -1,
      'targetsMet:BUILD_STATION': -1,
    });
    const list = (struckToo: string) =>
      graph.execute(
        `{ pairingTargets(where: { pairingId: { eq: "${pairingId}" } ${struckToo} }) { nodes { id } } }`,
      );
    expect((await list('')).data.pairingTargets.nodes).toEqual([]);
    expect((await list('struck: true')).data.pairingTargets.nodes).toEqual([{ id: targetId }]);
    for (const [operation, input] of [
      ['strikePairingTarget', mistake],
      ['correctPairingTarget', { targetValue: 9, ...mistake }],
      ['recordTargetProgress', { achievedValue: 1 }],
    ] as const)
      expect(await codeOf(operation, { targetId, ...input })).toBe('TARGET_STRUCK');
  });
});
