import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  admin,
  dispatchingAgency,
  dispatchProvince,
  done,
  type PairingGraph,
  pairingGraph,
  told,
} from './under-test.ts';

let graph: PairingGraph;
let agencyId: string;

beforeAll(async () => {
  graph = await pairingGraph();
  agencyId = await dispatchingAgency(graph);
});
afterAll(() => graph.stop());

const mutation = (verb: string, type: string) => /* GraphQL */ `
  mutation ($input: ${type}!) {
    ${verb}(input: $input) { agency { status statusReason version } }
  }
`;
const SUSPEND = mutation('suspendAgency', 'SuspendAgencyInput');
const REINSTATE = mutation('reinstateAgency', 'ReinstateAgencyInput');
const STRIKE_OFF = mutation('strikeOffAgency', 'StrikeOffAgencyInput');

describe('suspendAgency, reinstateAgency, strikeOffAgency', () => {
  it('change the status one after the other, each published with its reason', async () => {
    const suspended = await done(graph, SUSPEND, { agencyId, reason: '演示:整改' }, dispatchProvince);
    const reinstated = await done(graph, REINSTATE, { agencyId, reason: '演示:合格' }, dispatchProvince);
    const struckOff = await done(graph, STRIKE_OFF, { agencyId, reason: '演示:注销' }, dispatchProvince);

    expect(suspended.agency).toEqual({ status: 'SUSPENDED', statusReason: '演示:整改', version: 2 });
    expect(reinstated.agency).toMatchObject({ status: 'ACTIVE', version: 3 });
    expect(struckOff.agency).toMatchObject({ status: 'STRUCK_OFF', version: 4 });
    const events = await told(graph, 'agency-status-changed');
    expect(events.map(({ sequence, data }) => [sequence, data['status'], data['reason']])).toEqual([
      ['2', 'SUSPENDED', '演示:整改'],
      ['3', 'ACTIVE', '演示:合格'],
      ['4', 'STRUCK_OFF', '演示:注销'],
    ]);
  });

  it('refuse what the status does not allow', async () => {
    const { code, details } = await graph.execute(REINSTATE, { input: { agencyId, reason: '演示' } }, admin);

    expect(code).toBe('AGENCY_STATUS_UNFIT');
    expect(details).toEqual({ status: 'STRUCK_OFF' });
  });

  it('refuse a stale version, and name the current one', async () => {
    const input = { agencyId: await dispatchingAgency(graph), reason: '演示', expectedVersion: 7 };

    const { code, details } = await graph.execute(SUSPEND, { input }, admin);

    expect(code).toBe('VERSION_CONFLICT');
    expect(details).toMatchObject({ currentVersion: 1 });
  });

  it('refuse an unknown agency and an empty reason', async () => {
    const unknown = 'agy_01900000-0000-7000-8000-00000000ffff';

    expect((await graph.execute(SUSPEND, { input: { agencyId: unknown, reason: '演示' } }, admin)).code).toBe(
      'AGENCY_NOT_FOUND',
    );
    const silent = { agencyId: await dispatchingAgency(graph), reason: '  ' };
    expect((await graph.execute(SUSPEND, { input: silent }, admin)).code).toBe('BAD_USER_INPUT');
  });
});
