import { type Actor, PUBLIC_ACTOR } from '@qianshou/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Things, thingsOf } from './probed-things.ts';
import {
  admin,
  bureau,
  dispatchProvince,
  done,
  ofAgency,
  openedGraph,
  type PairingGraph,
  province,
} from './under-test.ts';
import { office, worked } from './work-under-test.ts';

let graph: PairingGraph;
let things: Things;
let openPhaseId: string;

beforeAll(async () => {
  graph = await openedGraph();
  things = await thingsOf(graph);
  const { data } = await graph.execute('{ programmePhases { id status } }');
  openPhaseId = data.programmePhases.find(({ status }: { status: string }) => status === 'OPEN').id;
});
afterAll(() => graph.stop());

type Actions = Readonly<Record<string, readonly string[]>>;

/** What the asker may do with each of them; those that the asker may not see are left out. */
async function actionsOf(actor: Actor): Promise<Actions> {
  const { agencyId, schemeId, work } = things;
  const { data, errors } = await graph.execute(
    `{
      agency(id: "${agencyId}") { allowedActions }
      scheme: cooperationScheme(id: "${schemeId}") { allowedActions }
      phase: programmePhases { id allowedActions }
      dispatch: dispatchAssignment(id: "${work.dispatchId}") { allowedActions }
      activity: supportActivity(id: "${work.activityId}") { allowedActions }
      target: pairingTarget(id: "${work.targetId}") { allowedActions }
    }`,
    {},
    actor,
  );
  expect(errors).toEqual([]);
  const phase = data.phase.find(({ id }: { id: string }) => id === openPhaseId);
  const all = Object.entries<{ readonly allowedActions: readonly string[] }>({ ...data, phase });
  return Object.fromEntries(all.map(([name, { allowedActions }]) => [name, allowedActions]));
}

const NOTHING: Actions = { agency: [], scheme: [], phase: [], dispatch: [], activity: [], target: [] };
const SCHEME = ['CHANGE_QUOTA', 'CHANGE_AUTHORITY', 'ADOPT_POLICY'];
const REGISTRATION = ['CHANGE_REGISTRATION', 'MERGE'];
const AGENCY = ['REVISE', 'SUSPEND', 'STRIKE_OFF', ...REGISTRATION];
const RIGHT = ['CORRECT', 'STRIKE'];
/** Of who recorded it, and of who oversees them. */
const WORK: Actions = {
  dispatch: ['END', ...RIGHT],
  activity: RIGHT,
  target: ['RECORD_PROGRESS', 'CORRECT_PROGRESS', 'STRIKE_PROGRESS', ...RIGHT],
};
const JUDGED = ['CONFIRM', 'CONTEST'];

describe('allowedActions', () => {
  it('offer each what they may do, and others nothing', async () => {
    const { both } = things;

    expect(await actionsOf(admin)).toEqual({
      ...NOTHING,
      agency: AGENCY,
      scheme: SCHEME,
      phase: ['CLOSE', 'CORRECT'],
    });
    expect(await actionsOf(office)).toEqual({ ...NOTHING, scheme: [...SCHEME, ...RIGHT] });
    expect(await actionsOf(province)).toEqual({
      dispatch: ['END'],
      activity: JUDGED,
      target: ['RECORD_PROGRESS'],
      phase: [],
      agency: AGENCY,
      scheme: [...SCHEME, ...RIGHT],
    });
    expect(await actionsOf(bureau)).toEqual({
      ...NOTHING,
      ...WORK,
      activity: [...JUDGED, ...RIGHT],
      agency: AGENCY,
    });
    expect(await actionsOf(ofAgency(both.DISPATCHING_AGENCY))).toEqual({ ...NOTHING, ...WORK });
    expect(await actionsOf(ofAgency(both.RECIPIENT_AGENCY))).toEqual({ ...NOTHING, activity: JUDGED });
    expect(await actionsOf(dispatchProvince)).toEqual({ ...NOTHING, scheme: RIGHT });
    expect(await actionsOf(PUBLIC_ACTOR)).toEqual(NOTHING);
  });

  it('offer the decision on a report to the recipient side, and the end of supervision to whom it belongs', async () => {
    const { reportId, noteId } = things.work;
    const asked = async (actor: Actor) => {
      const { data } = await graph.execute(
        `{ report: progressReport(id: "${reportId}") { allowedActions } note: supervisionNote(id: "${noteId}") { allowedActions } }`,
        {},
        actor,
      );
      return [data.report?.allowedActions, data.note?.allowedActions];
    };

    expect(await asked(office)).toEqual([[], ['CLOSE', ...RIGHT]]);
    expect(await asked(province)).toEqual([['ACCEPT', 'RETURN'], ['CLOSE']]);
    expect(await asked(bureau)).toEqual([['ACCEPT', 'RETURN'], []]);
    expect(await asked(ofAgency(things.both.DISPATCHING_AGENCY))).toEqual([[], []]);

    await worked(graph, 'acceptProgressReport', { reportId }, bureau);
    await worked(graph, 'closeSupervisionNote', { noteId, outcome: '演示' }, office);

    expect(await asked(province)).toEqual([[], []]);
  });

  it('offer no second time what was done', async () => {
    const { agencyId, work } = things;
    const reason = '误登:演示';
    await worked(graph, 'strikeDispatch', { dispatchId: work.dispatchId, reason }, bureau);
    await worked(graph, 'strikeSupportActivity', { activityId: work.activityId, reason }, bureau);
    await worked(graph, 'strikeTargetProgress', { targetId: work.targetId, entryNo: 1, reason }, bureau);
    await done(graph, mutation('SuspendAgency', 'agency'), { agencyId, reason }, bureau);
    await done(graph, mutation('CloseProgrammePhase', 'phase'), { phaseId: openPhaseId }, admin);

    expect(await actionsOf(bureau)).toEqual({
      ...NOTHING,
      agency: ['REVISE', 'REINSTATE', 'STRIKE_OFF', ...REGISTRATION],
      target: ['RECORD_PROGRESS', ...RIGHT],
    });
    expect(await actionsOf(admin)).toMatchObject({ phase: ['REOPEN', 'CORRECT'] });
  });
});

function mutation(name: string, answer: string): string {
  const field = `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
  return `mutation ($input: ${name}Input!) { ${field}(input: $input) { ${answer} { id } } }`;
}
