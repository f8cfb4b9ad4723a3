import { inRegion, workOffImports } from '@qianshou/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HAIYUAN, XIJI } from './builders.ts';
import { PAPER } from './consents.ts';
import {
  active,
  bureau,
  dispatchProvince,
  openedGraph,
  type PairingGraph,
  province,
  dispatchingAgency,
  recipientAgency,
  scheme,
  submitted,
} from './under-test.ts';
import { importingPairings } from './pairing-rows.ts';
import { TARGET } from './probed-things.ts';
import { work, worked } from './work-under-test.ts';
import { difference, figuresOf } from './figures-told.ts';

let graph: PairingGraph;
let stopImports: () => Promise<void>;

beforeAll(async () => {
  graph = await openedGraph();
  stopImports = workOffImports(graph);
});
afterAll(async () => {
  await stopImports();
  await graph.stop();
});

const mistake = { reason: '误登:演示', evidence: PAPER };
const figures = () => figuresOf(graph);
const codeOf = async (operation: string, input: Record<string, unknown>, actor = bureau) =>
  (await work(graph, operation, input, actor)).code;

describe('changePairingTaskGroups', () => {
  it('goes over to other tasks by a document; what falls due follows', async () => {
    const pairingId = await active(graph);
    const { id: targetId } = await worked(graph, 'setPairingTarget', { pairingId, ...TARGET }, bureau);
    const change = {
      pairingId,
      taskGroups: ['TRAIN_TALENT'],
      on: '2026-06-01',
      reason: '商定',
      document: PAPER,
    };

    expect(await codeOf('changePairingTaskGroups', change)).toBe('FORBIDDEN');
    expect(await codeOf('changePairingTaskGroups', change, province)).toBe('PAIRING_TASK_GROUP_HAS_TARGETS');
    await worked(graph, 'strikePairingTarget', { targetId, ...mistake }, bureau);
    expect(await worked(graph, 'changePairingTaskGroups', change, province)).toMatchObject({
      taskGroups: ['TRAIN_TALENT'],
      taskGroupChanges: [{ before: ['BUILD_STATION', 'TRAIN_TALENT'], document: { title: PAPER.title } }],
    });
    const { data } = await graph.execute(
      `{ pairing(id: "${pairingId}") { warnings { rule figures { name } } } }`,
    );
    expect(JSON.stringify(data.pairing.warnings)).not.toContain('BUILD_STATION');
  });
});

describe('noteSupervision by the province whose agency helps', () => {
  it('is taken, and closed by it as well', async () => {
    const pairingId = await active(graph);
    const advice = { pairingId, advice: '演示', followUpOn: '2026-08-01' };

    const note = await worked(graph, 'noteSupervision', advice, dispatchProvince);
    await worked(graph, 'closeSupervisionNote', { noteId: note.id, outcome: '演示' }, dispatchProvince);
    expect(await codeOf('noteSupervision', advice, inRegion('PROVINCE_AUTHORITY', '110000'))).toBe(
      'FORBIDDEN',
    );
  });
});

describe('enterHistoricPairing', () => {
  it('PAIR-3 is marked, counted apart, takes no place, and is struck out', async () => {
    const schemeId = await scheme(graph, { year: 2023, quota: 1 });
    const sides = {
      dispatchingAgencyId: await dispatchingAgency(graph),
      recipientAgencyId: await recipientAgency(graph),
    };
    const past = {
      schemeId,
      ...sides,
      countyCode: HAIYUAN,
      taskGroups: ['TRAIN_TALENT'],
      agreementNo: '演示协议-2023',
      signedOn: '2023-02-01',
      startsOn: '2023-03-01',
      endsOn: '2023-12-31',
      source: PAPER,
    };
    const another = await recipientAgency(graph);
    const before = await figures();

    expect(await codeOf('enterHistoricPairing', past)).toBe('FORBIDDEN');
    const entered = await worked(graph, 'enterHistoricPairing', past, province);
    expect(entered).toMatchObject({
      origin: 'HISTORY',
      status: 'COMPLETED',
      completedOn: '2023-12-31',
      historySource: { title: PAPER.title },
      allowedActions: ['CORRECT', 'STRIKE', 'RENEW'],
    });
    expect(difference(before, await figures())).toEqual({ pairingsOfHistory: 1 });
    const { data } = await graph.execute(`{
      cooperationScheme(id: "${schemeId}") { accepted }
      pairings(where: { schemeId: { eq: "${schemeId}" }, origin: { eq: HISTORY } }) { nodes { id } }
      others: pairings(where: { schemeId: { eq: "${schemeId}" }, origin: { eq: APPLICATION } }) { nodes { id } }
    }`);
    expect(data).toMatchObject({
      cooperationScheme: { accepted: 0 },
      pairings: { nodes: [{ id: entered.id }] },
      others: { nodes: [] },
    });

    const refusals = [
      {},
      { startsOn: '2026-03-01', endsOn: '2026-06-01', signedOn: '2026-02-01' },
      { signedOn: '2023-04-01', recipientAgencyId: another },
      { countyCode: XIJI },
    ];
    const codes = [];
    for (const changes of refusals)
      codes.push(await codeOf('enterHistoricPairing', { ...past, ...changes }, province));
    expect(codes).toEqual([
      'PAIRING_HISTORY_OVERLAPS',
      'PAIRING_HISTORY_OUTSIDE_PHASE',
      'PAIRING_DATES_INVALID',
      'PAIRING_HISTORY_BREAKS_RULE',
    ]);

    const strike = { pairingId: entered.id, ...mistake };
    await worked(graph, 'strikePairing', strike, province);
    expect(difference(before, await figures())).toEqual({});
    expect(await codeOf('strikePairing', strike, province)).toBe('PAIRING_STRUCK');
    await worked(graph, 'enterHistoricPairing', past, province);
  });

  it('is taken from a file as well, where its row says so', async () => {
    await scheme(graph, { year: 2022, quota: 1 });
    const codes = [];
    for (const id of [await dispatchingAgency(graph), await recipientAgency(graph)]) {
      const { data } = await graph.execute(`{ agency(id: "${id}") { unifiedSocialCreditCode } }`);
      codes.push(data.agency.unifiedSocialCreditCode as string);
    }
    const cells = {
      年度: '2022',
      援派机构统一社会信用代码: codes[0] ?? '',
      受援机构统一社会信用代码: codes[1] ?? '',
      受援县代码: HAIYUAN,
      任务: '建设社工站',
      共同计划: '演示',
      协议编号: '演示协议-2022',
      签署日期: '2022-02-01',
      开始日期: '2022-03-01',
      结束日期: '2022-12-31',
      历史补录: '是',
    };
    const table = [Object.keys(cells), Object.values(cells)].map((row) => row.join(',')).join('\r\n');
    const before = await figures();

    const first = await importingPairings(graph).bringIn(table);
    const again = await importingPairings(graph).bringIn(table);

    expect(first).toMatchObject({ status: 'APPLIED', application: { new: 1 } });
    expect(again).toMatchObject({ application: { new: 0, known: 1 } });
    expect(difference(before, await figures())).toEqual({ pairingsOfHistory: 1 });
  });
});

describe('recommendPairingApplication', () => {
  it('PAIR-6 is the word of the province that sends, and an objection keeps it from being matched', async () => {
    const applicationId = await submitted(graph);
    const say = (verdict: string, actor = dispatchProvince) =>
      work(
        graph,
        'recommendPairingApplication',
        { applicationId, verdict, opinion: '演示', document: PAPER },
        actor,
      );

    expect((await say('OBJECTED', bureau)).code).toBe('FORBIDDEN');
    const { data } = await say('OBJECTED');
    expect(data.recommendPairingApplication.application).toMatchObject({
      recommendation: { verdict: 'OBJECTED', document: { title: PAPER.title } },
      allowedActions: ['RECOMMEND'],
    });
    expect((await say('OBJECTED')).code).toBe('APPLICATION_RECOMMENDED_ALREADY');
    expect(await codeOf('matchPairingApplication', { applicationId }, province)).toBe('APPLICATION_OBJECTED');
    expect((await say('RECOMMENDED')).errors).toEqual([]);
    await worked(graph, 'matchPairingApplication', { applicationId }, province);
    expect((await say('OBJECTED')).code).toBe('APPLICATION_DECIDED');
  });
});
