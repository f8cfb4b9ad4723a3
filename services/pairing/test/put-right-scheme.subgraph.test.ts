import { inRegion } from '@qianshou/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PAPER } from './consents.ts';
import { decide } from './decisions.ts';
import {
  active,
  applicationInput,
  bureau,
  dispatchProvince,
  done,
  matched,
  OPEN_SCHEME,
  openedGraph,
  type PairingGraph,
  province,
  scheme,
  schemeInput,
  SUBMIT,
  submitted,
  told,
} from './under-test.ts';
import { difference, figuresOf } from './figures-told.ts';
import { office, work, worked } from './work-under-test.ts';

let graph: PairingGraph;

beforeAll(async () => {
  graph = await openedGraph();
});
afterAll(() => graph.stop());

const grounds = { reason: '误登:演示', evidence: PAPER };
const colleague = { ...province, subject: 'colleague' };
const stranger = inRegion('PROVINCE_AUTHORITY', '110000');
const codeOf = async (operation: string, input: Record<string, unknown>, actor = province) =>
  (await work(graph, operation, { ...input, ...grounds }, actor)).code;
const put = (operation: string, input: Record<string, unknown>, actor = province) =>
  worked(graph, operation, { ...input, ...grounds }, actor);

describe('correctCooperationScheme', () => {
  it('PAIR-7 corrects quota and year, as long as nothing stands in the way, and tells both', async () => {
    const schemeId = await scheme(graph, { year: 2028, quota: 5 });

    const right = await put('correctCooperationScheme', { schemeId, quota: 2, year: 2026 });

    expect(right).toMatchObject({
      quota: 2,
      year: 2026,
      competentAuthorities: [{ since: '2026-01-01' }],
      corrections: [{ quota: 5, year: 2028, documentNo: null, evidence: { title: PAPER.title } }],
      allowedActions: ['CHANGE_QUOTA', 'CHANGE_AUTHORITY', 'ADOPT_POLICY', 'CORRECT', 'STRIKE'],
    });
    expect(await told(graph, 'scheme-corrected')).toMatchObject([
      { data: { schemeId, quota: 2, year: 2026, before: { quota: 5, year: 2028 } } },
    ]);
    for (let place = 0; place < 2; place += 1) await matched(graph, { schemeId });
    const cases = [
      [{}, 'CORRECTED_TO_THE_SAME'],
      [{ quota: 2, year: 2026 }, 'CORRECTED_TO_THE_SAME'],
      [{ quota: 1 }, 'SCHEME_QUOTA_BELOW_ACCEPTED'],
      [{ year: 2027 }, 'SCHEME_IN_USE'],
      [{ year: 2016 }, 'BAD_USER_INPUT'],
      [{ correctDocumentNo: '演示〔2026〕11号' }, 'BAD_USER_INPUT'],
      [{ documentNo: '演示〔1999〕1号', correctDocumentNo: '演示〔2026〕11号' }, 'SCHEME_DOCUMENT_UNKNOWN'],
    ] as const;
    for (const [facts, code] of cases)
      expect([facts, await codeOf('correctCooperationScheme', { schemeId, ...facts })]).toEqual([
        facts,
        code,
      ]);
    expect(await codeOf('correctCooperationScheme', { schemeId, quota: 9 }, stranger)).toBe('FORBIDDEN');
    expect(await codeOf('correctCooperationScheme', { schemeId, quota: 9 }, colleague)).toBe(
      'RECORDED_BY_OTHERS',
    );
    await put('correctCooperationScheme', { schemeId, quota: 9 }, office);
  });

  it('puts the number of a document right everywhere, and still knows the wrong one', async () => {
    const wrong = schemeInput({ documentNo: '演示〔2026〕81号' });
    const { scheme: opened } = await done(graph, OPEN_SCHEME, wrong, province);
    const schemeId = opened.id as string;
    const right = {
      schemeId,
      documentNo: '演示〔2026〕81号',
      correctDocumentNo: '演示〔2026〕18号',
      decidedOn: '2026-01-20',
    };

    expect(await put('correctCooperationScheme', right)).toMatchObject({
      documentNo: '演示〔2026〕18号',
      documents: [
        { documentNo: '演示〔2026〕18号', decidedOn: '2026-01-20', formerNos: ['演示〔2026〕81号'] },
      ],
      competentAuthorities: [{ documentNo: '演示〔2026〕18号' }],
      corrections: [{ documentNo: '演示〔2026〕81号' }],
    });

    const again = await graph.execute(
      OPEN_SCHEME,
      { input: schemeInput({ documentNo: '演示〔2026〕18号' }) },
      province,
    );
    expect(again.code).toBe('SCHEME_ALREADY_OPEN');
    const other = await scheme(graph, { documentNo: '演示〔2026〕82号' });
    const taken = { schemeId: other, documentNo: '演示〔2026〕82号', correctDocumentNo: '演示〔2026〕18号' };
    expect(await codeOf('correctCooperationScheme', taken)).toBe('SCHEME_ALREADY_OPEN');
  });
});

describe('strikeCooperationScheme', () => {
  it('takes out what was never agreed on, figures with it; the same document opens it anew', async () => {
    const before = await figuresOf(graph);
    const input = schemeInput({ documentNo: '演示〔2026〕91号' });
    const { scheme: opened } = await done(graph, OPEN_SCHEME, input, province);
    const schemeId = opened.id as string;
    const applicationId = await submitted(graph, { schemeId });
    expect(await codeOf('strikeCooperationScheme', { schemeId })).toBe('SCHEME_IN_USE');
    await decide(graph, 'rejectPairingApplication', { applicationId, reviewOpinion: '演示' }, province);

    const struck = await put('strikeCooperationScheme', { schemeId });

    expect(struck).toMatchObject({ strikeReason: grounds.reason, allowedActions: [] });
    expect(difference(before, await figuresOf(graph))).not.toHaveProperty('schemesOpened');
    expect(await codeOf('strikeCooperationScheme', { schemeId })).toBe('SCHEME_STRUCK');
    expect(await codeOf('correctCooperationScheme', { schemeId, quota: 9 })).toBe('SCHEME_STRUCK');
    const late = await graph.execute(
      SUBMIT,
      { input: await applicationInput(graph, { schemeId }) },
      province,
    );
    expect(late.code).toBe('SCHEME_STRUCK');
    const { data } = await graph.execute(`{
      standing: cooperationSchemes(where: { year: { eq: 2026 } }, first: 100) { nodes { id } }
      struck: cooperationSchemes(where: { struck: true }) { nodes { id } }
    }`);
    expect(data.standing.nodes).not.toContainEqual({ id: schemeId });
    expect(data.struck.nodes).toEqual([{ id: schemeId }]);
    await done(graph, OPEN_SCHEME, schemeInput({ documentNo: '演示〔2026〕91号' }), province);
  });
});

describe('correctSupervisionNote and strikeSupervisionNote', () => {
  it('put right what was noted; what is struck out counts and is listed no more', async () => {
    const pairingId = await active(graph);
    const before = await figuresOf(graph);
    const advice = { pairingId, advice: '演示', followUpOn: '2026-08-01' };
    const { id: noteId } = await worked(graph, 'noteSupervision', advice, dispatchProvince);

    const right = await put('correctSupervisionNote', { noteId, followUpOn: '2026-09-01' }, dispatchProvince);

    expect(right).toMatchObject({
      followUpOn: '2026-09-01',
      corrections: [{ advice: '演示', followUpOn: '2026-08-01', outcome: null }],
      allowedActions: ['CLOSE', 'CORRECT', 'STRIKE'],
    });
    const cases = [
      [{}, 'CORRECTED_TO_THE_SAME'],
      [{ advice: '演示' }, 'CORRECTED_TO_THE_SAME'],
      [{ followUpOn: '2026-06-01' }, 'PAIRING_DATES_INVALID'],
      [{ outcome: '演示' }, 'SUPERVISION_NOTE_OPEN'],
    ] as const;
    for (const [facts, code] of cases)
      expect([facts, await codeOf('correctSupervisionNote', { noteId, ...facts }, dispatchProvince)]).toEqual(
        [facts, code],
      );
    expect(await codeOf('strikeSupervisionNote', { noteId }, stranger)).toBe('SUPERVISION_NOTE_NOT_FOUND');
    expect(await codeOf('strikeSupervisionNote', { noteId }, bureau)).not.toBe(undefined);
    await worked(graph, 'closeSupervisionNote', { noteId, outcome: '演示' }, dispatchProvince);
    await put('correctSupervisionNote', { noteId, outcome: '已整改:演示' }, dispatchProvince);
    await put('strikeSupervisionNote', { noteId }, office);
    expect(await codeOf('correctSupervisionNote', { noteId, advice: '改' }, office)).toBe('STRUCK_ALREADY');
    expect(difference(before, await figuresOf(graph))).toEqual({});
    const listed = async (where: string) => {
      const query = `{ supervisionNotes(where: { pairingId: { eq: "${pairingId}" } ${where} }) { nodes { id } } }`;
      return (await graph.execute(query, {}, office)).data.supervisionNotes.nodes;
    };
    expect(await listed('')).toEqual([]);
    expect(await listed('struck: true')).toEqual([{ id: noteId }]);
  });
});
