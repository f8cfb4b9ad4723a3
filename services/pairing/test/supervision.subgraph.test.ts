import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HAIYUAN } from './builders.ts';
import { rest, decide } from './decisions.ts';
import {
  active,
  bureau,
  dispatchProvince,
  ofAgency,
  openedGraph,
  type PairingGraph,
  told,
} from './under-test.ts';
import { activityInput, helperOf, office, work, worked } from './work-under-test.ts';

let graph: PairingGraph;

beforeAll(async () => {
  graph = await openedGraph();
});
afterAll(() => graph.stop());

const LIST = /* GraphQL */ `
  query ($reason: SupervisionReason!, $where: PairingToSuperviseFilter) {
    pairingsToSupervise(reason: $reason, where: $where) {
      nodes {
        dueOn
        pairing {
          id
        }
      }
      totalCount
    }
  }
`;
const due = async (reason: string, actor = office) => {
  const { data } = await graph.execute(LIST, { reason }, actor);
  return data.pairingsToSupervise.nodes.map((node: { dueOn: string; pairing: { id: string } }) => ({
    id: node.pairing.id,
    dueOn: node.dueOn,
  }));
};

describe('pairingsToSupervise', () => {
  it('PAIR-11 lists who has a quiet task group, until something is done or the work rests', async () => {
    const [quiet, busy, resting] = [await active(graph), await active(graph), await active(graph)];
    for (const taskGroup of ['BUILD_STATION', 'TRAIN_TALENT'])
      await worked(
        graph,
        'logSupportActivity',
        activityInput(busy, { taskGroup, heldOn: '2026-05-10' }),
        bureau,
      );
    await decide(graph, 'suspendPairing', rest(resting), bureau);

    expect(await due('QUIET')).toEqual([{ id: quiet, dueOn: '2026-05-30' }]);
  });

  it('lists who logged nothing at all for 90 days, the one that began without a record as well', async () => {
    const [never, once, long] = [await active(graph), await active(graph), await active(graph)];
    const log = (pairing: string, heldOn: string) =>
      worked(
        graph,
        'logSupportActivity',
        activityInput(pairing, { taskGroup: 'TRAIN_TALENT', heldOn }),
        bureau,
      );
    await log(once, '2026-06-20');
    await log(long, '2026-03-20');

    const silent = await due('SILENT');
    const quiet = (await due('QUIET')).map(({ id }: { id: string }) => id);

    expect(silent).toEqual(expect.arrayContaining([{ id: never, dueOn: '2026-05-30' }]));
    expect(silent).toEqual(expect.arrayContaining([{ id: long, dueOn: '2026-06-18' }]));
    expect(silent.map(({ id }: { id: string }) => id)).not.toContain(once);
    expect(quiet).toContain(once);
  });

  it('lists a report as due from the end of its period, and as late after its day', async () => {
    const pairingId = await active(graph);
    const ids = async (reason: string) => (await due(reason)).map(({ id }: { id: string }) => id);

    expect(await ids('REPORT_DUE')).toContain(pairingId);
    expect(await ids('REPORT_LATE')).not.toContain(pairingId);
    await worked(graph, 'submitProgressReport', { pairingId, period: 1 }, await helperOf(graph, pairingId));
    expect(await ids('REPORT_DUE')).not.toContain(pairingId);
  });

  it('shows an agency its own pairings, and a dispatching province those of its agencies', async () => {
    const pairingId = await active(graph);

    expect(await due('QUIET', await helperOf(graph, pairingId))).toEqual([
      { id: pairingId, dueOn: '2026-05-30' },
    ]);
    expect((await due('QUIET', dispatchProvince)).length).toBeGreaterThan(1);
    expect(await due('QUIET', ofAgency('agy_01900000-0000-7000-8000-0000000000ee'))).toEqual([]);
  });
});

describe('noteSupervision and closeSupervisionNote', () => {
  it('keep the advice, the day on which to look again, and what came of it', async () => {
    const pairingId = await active(graph);
    const advice = { pairingId, advice: '演示:补充培训', followUpOn: '2026-08-01' };

    const note = await worked(graph, 'noteSupervision', advice, office);
    const closed = await worked(graph, 'closeSupervisionNote', { noteId: note.id, outcome: '演示' }, office);

    expect(note).toMatchObject({ status: 'OPEN', followUpOn: '2026-08-01' });
    expect(closed).toMatchObject({ status: 'CLOSED', closedOn: '2026-06-30' });
    expect(await told(graph, 'supervision-noted')).toMatchObject([{ data: { followUpOn: '2026-08-01' } }]);
    expect(
      (await work(graph, 'closeSupervisionNote', { noteId: note.id, outcome: '演示' }, office)).code,
    ).toBe('SUPERVISION_NOTE_CLOSED');
  });

  it('are read by those whom they concern, and by nobody else', async () => {
    const pairingId = await active(graph);
    const { id } = await worked(
      graph,
      'noteSupervision',
      { pairingId, advice: '演示', followUpOn: '2026-07-20' },
      office,
    );
    const seenBy = async (actor: typeof office) =>
      (await graph.execute(`{ supervisionNote(id: "${id}") { id } }`, {}, actor)).data.supervisionNote;

    expect(await seenBy(bureau)).toEqual({ id });
    expect(await seenBy(await helperOf(graph, pairingId))).toEqual({ id });
    expect(await seenBy(ofAgency('agy_01900000-0000-7000-8000-0000000000ee'))).toBeNull();
  });

  it('are refused with a follow-up in the past', async () => {
    const advice = { pairingId: await active(graph), advice: '演示', followUpOn: '2026-06-29' };

    expect((await work(graph, 'noteSupervision', advice, office)).code).toBe('PAIRING_DATES_INVALID');
  });
});

describe('recordPublicityItem', () => {
  const item = { kind: 'NEWS', title: '演示报道', link: 'https://example.org/1', publishedOn: '2026-05-04' };

  it('is about a pairing, whose county it takes, or about a region, and never both', async () => {
    const pairingId = await active(graph);

    const ofPairing = await worked(graph, 'recordPublicityItem', { ...item, pairingId }, office);
    const ofRegion = await worked(graph, 'recordPublicityItem', { ...item, regionCode: '000000' }, office);

    expect(ofPairing).toMatchObject({ region: { code: HAIYUAN }, pairing: { id: pairingId } });
    expect(ofRegion).toMatchObject({ region: { code: '000000' }, pairing: null });
    const both = { ...item, pairingId, regionCode: HAIYUAN };
    for (const input of [both, item, { ...item, regionCode: HAIYUAN, link: 'http://example.org' }])
      expect((await work(graph, 'recordPublicityItem', input, office)).code).toBe('BAD_USER_INPUT');
  });
});
