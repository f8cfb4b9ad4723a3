import type { EventTypeOf, KnownEvent } from '@qianshou/events';
import { type ImportUnderTest, workOffImports } from '@qianshou/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foldPairingEvent } from '../src/messaging/figures.ts';
import { aCreditCode, HAIYUAN, NINGXIA, XIJI } from './builders.ts';
import {
  freeAgencies,
  importingPairings,
  type PairingCells,
  pairingTable,
  registeredAgency,
} from './pairing-rows.ts';
import { admin, done, openedGraph, type PairingGraph, scheme, told } from './under-test.ts';

let graph: PairingGraph;
let stopImports: () => Promise<void>;
let ningxia: ImportUnderTest;
/** Two agencies that the tests pair, two that they do not, and single ones that do not fit. */
let paired: PairingCells;
let free: PairingCells;
let ofXiji: string;
let unable: string;
let company: string;
let suspended: string;

beforeAll(async () => {
  graph = await openedGraph();
  stopImports = workOffImports(graph);
  ningxia = importingPairings(graph);
  await scheme(graph, { quota: 20 });
  await scheme(graph, { dispatchProvinceCode: NINGXIA });
  paired = await freeAgencies(graph);
  free = await freeAgencies(graph);
  ofXiji = await registeredAgency(graph, { homeRegionCode: XIJI, canReceive: true });
  unable = await registeredAgency(graph, { canDispatch: false });
  company = await registeredAgency(graph, { legalForm: 'COMPANY' });
  suspended = await suspendedAgency();
});
afterAll(async () => {
  await stopImports();
  await graph.stop();
});

async function suspendedAgency(): Promise<string> {
  const code = await registeredAgency(graph);
  const { data } = await graph.execute(`{ agencyByCreditCode(code: "${code}") { id } }`);
  const input = { agencyId: data.agencyByCreditCode.id, reason: '演示' };
  const SUSPEND = 'mutation ($input: SuspendAgencyInput!) { suspendAgency(input: $input) { agency { id } } }';
  await done(graph, SUSPEND, input, admin);
  return code;
}

async function factsBesideImports() {
  return (await graph.outbox()).filter(({ type }) => !type.includes('import-progressed'));
}

/** What all that was told comes to: the sums that the projection keeps. */
async function sums(): Promise<Readonly<Record<string, number>>> {
  const totals: Record<string, number> = {};
  for (const event of await graph.outbox()) {
    const deltas = foldPairingEvent(event as unknown as KnownEvent<EventTypeOf<'pairing'>>);
    for (const { figures } of deltas.filter(({ period }) => period === undefined))
      for (const [name, value] of Object.entries(figures)) totals[name] = (totals[name] ?? 0) + Number(value);
  }
  return totals;
}

describe('importing pairings', () => {
  it('writes nothing in the dry run, and says what each row comes to', async () => {
    const before = (await factsBesideImports()).length;

    const run = await ningxia.check(pairingTable(paired, free));

    expect(run).toMatchObject({ status: 'CHECKED', check: { rows: 2, new: 2, refused: 0 } });
    expect((await factsBesideImports()).length).toBe(before);
  });

  it('takes over one at work and one that is only signed, with all that is told of a pairing', async () => {
    const signedOnly = { ...(await freeAgencies(graph)), startsOn: '', endsOn: '' };

    const run = await ningxia.bringIn(pairingTable(paired, signedOnly));

    expect(run).toMatchObject({ status: 'APPLIED', application: { rows: 2, new: 2, refused: 0 } });
    const { data } = await graph.execute(`{ pairings { nodes {
      pairNo status agreementNo signedOn startsOn endsOn taskGroups countyTier version scheme { accepted } } } }`);
    expect(data.pairings.nodes).toHaveLength(2);
    expect(data.pairings.nodes).toContainEqual({
      pairNo: '2026-640522-1',
      status: 'ACTIVE',
      agreementNo: '演示协议-1',
      signedOn: '2026-02-01',
      startsOn: '2026-03-01',
      endsOn: '2026-12-31',
      taskGroups: ['BUILD_STATION', 'TRAIN_TALENT'],
      countyTier: 'OTHER',
      version: 3,
      scheme: { accepted: 2 },
    });
    expect(data.pairings.nodes).toContainEqual(
      expect.objectContaining({ pairNo: '2026-640522-2', status: 'SIGNED', startsOn: null, version: 2 }),
    );
  });

  it.each([
    ['application-drafted', 2],
    ['application-submitted', 2],
    ['application-decided', 2],
    ['scheme-place-taken', 2],
    ['matched', 2],
    ['signed', 2],
    ['activated', 1],
    ['county-cover-changed', 1],
  ])('has told %s for each of them that it concerns', async (name, times) => {
    expect(await told(graph, name)).toHaveLength(times);
  });

  it('PAIR-2 covers the county, counts and has the work supervised, as for a pairing that is made here', async () => {
    const { data } =
      await graph.execute(`{ _entities(representations: [{ __typename: "Region", code: "${HAIYUAN}" }]) {
      ... on Region { recipientCounty { covered } } } }`);
    const ledgers = await graph.connection.collection('work_ledgers').find().toArray();

    expect(data._entities[0].recipientCounty).toEqual({ covered: true });
    expect(await sums()).toMatchObject({ applicationsSubmitted: 2, pairingsMatched: 2, pairingsActive: 1 });
    expect(ledgers).toMatchObject([{ status: 'ACTIVE', quietOn: '2026-05-30' }]);
    expect(await graph.connection.collection('exit_standings').countDocuments()).toBe(1);
  });

  it('changes nothing the second time, and says where the file differs from the record', async () => {
    const run = await ningxia.bringIn(pairingTable({ ...paired, endsOn: '2026-11-30' }));

    expect(run).toMatchObject({ status: 'APPLIED', application: { rows: 1, new: 0, known: 1 } });
    expect(run.checked.nodes).toEqual([
      expect.objectContaining({ line: 2, severity: 'NOTICE', code: 'IMPORT_ROW_DIFFERS' }),
    ]);
    expect(await told(graph, 'matched')).toHaveLength(2);
  });

  it.each<[string, () => PairingCells, string, string | null]>([
    [
      'PAIR-1 an agency that is paired in the year',
      () => ({ recipient: ofXiji, county: XIJI, dispatching: paired.dispatching ?? '' }),
      'AGENCY_ALREADY_PAIRED',
      null,
    ],
    [
      'PAIR-3 days beyond the open phase',
      () => ({ endsOn: '2031-01-01' }),
      'PAIRING_OUTSIDE_OPEN_PHASE',
      null,
    ],
    [
      'PAIR-4 a recipient of another county',
      () => ({ recipient: ofXiji }),
      'PAIRING_RECIPIENT_ELSEWHERE',
      null,
    ],
    ['PAIR-5 a company', () => ({ dispatching: company }), 'AGENCY_NOT_SOCIAL_WORK', null],
    ['PAIR-13 a suspended agency', () => ({ dispatching: suspended }), 'AGENCY_BARRED', null],
    ['a helper that cannot help', () => ({ dispatching: unable }), 'AGENCY_LACKS_CAPABILITY', null],
    [
      'PAIR-14 one agency on both sides',
      () => ({ dispatching: free.recipient ?? '' }),
      'PAIRING_PARTIES_NOT_APART',
      null,
    ],
    ['a first day in the future', () => ({ startsOn: '2026-07-01' }), 'PAIRING_DATES_INVALID', 'startsOn'],
    ['an end before the start', () => ({ endsOn: '2026-02-28' }), 'PAIRING_DATES_INVALID', 'endsOn'],
    ['a start before the signing', () => ({ signedOn: '2026-03-02' }), 'PAIRING_DATES_INVALID', 'startsOn'],
    ['a signing in the future', () => ({ signedOn: '2026-07-01' }), 'PAIRING_DATES_INVALID', 'signedOn'],
    ['an end without a start', () => ({ startsOn: '' }), 'BAD_USER_INPUT', 'startsOn'],
    ['no agreement', () => ({ agreementNo: '' }), 'BAD_USER_INPUT', 'agreementNo'],
    ['an unknown task', () => ({ taskGroups: '扶贫' }), 'BAD_USER_INPUT', 'taskGroups'],
    ['a city in place of a county', () => ({ county: '640500' }), 'BAD_USER_INPUT', 'recipientCountyCode'],
    [
      'an agency that nobody registered',
      () => ({ recipient: aCreditCode(999) }),
      'AGENCY_UNKNOWN',
      'recipientCreditCode',
    ],
    ['a year without a scheme', () => ({ cycleYear: '2027' }), 'SCHEME_UNKNOWN', 'cycleYear'],
    ['another document', () => ({ documentNo: '演示〔2026〕9号' }), 'SCHEME_UNKNOWN', 'documentNo'],
    ['PAIR-6 a county of another province', () => ({ county: '420581' }), 'FORBIDDEN', null],
  ])('refuses %s, and names line and column', async (_what, changes, code, column) => {
    const run = await ningxia.check(pairingTable({ ...free, ...changes() }));

    expect(run).toMatchObject({ status: 'CHECKED', check: { rows: 1, new: 0, refused: 1 } });
    expect(run.checked.nodes).toEqual([
      expect.objectContaining({ line: 2, severity: 'ERROR', code, column }),
    ]);
  });
});
