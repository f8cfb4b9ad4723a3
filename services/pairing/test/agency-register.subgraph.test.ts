import type { EventTypeOf, KnownEvent } from '@qianshou/events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foldPairingEvent } from '../src/messaging/figures.ts';
import { NAMING_AGENCIES } from '../src/persistence/reference/naming-agencies.ts';
import { unmovedAgencyPaths } from '@qianshou/testing';
import { HAIYUAN, XIAMEN, XIJI } from './builders.ts';
import { PAPER } from './consents.ts';
import {
  active,
  admin,
  agencyInput,
  bureau,
  dispatchingAgency,
  done,
  openedGraph,
  type PairingGraph,
  province,
  recipientAgency,
  REGISTER,
  told,
} from './under-test.ts';
import { activityInput, work, worked } from './work-under-test.ts';

let graph: PairingGraph;

beforeAll(async () => {
  graph = await openedGraph();
});
afterAll(() => graph.stop());

const CHANGE = `mutation ($input: ChangeAgencyRegistrationInput!) {
  changeAgencyRegistration(input: $input) {
    agency { id name homeRegion { code } registrationChanges { nameBefore document { number } } allowedActions version }
  }
}`;
const MERGE = `mutation ($input: MergeAgenciesInput!) {
  mergeAgencies(input: $input) {
    agency { id aliases { id unifiedSocialCreditCode document { title } } barredYears allowedActions }
  }
}`;
const RESTORE = `mutation ($input: RestoreAgencyInput!) {
  restoreAgency(input: $input) { agency { status allowedActions } }
}`;
const STRIKE_OFF = `mutation ($input: StrikeOffAgencyInput!) {
  strikeOffAgency(input: $input) { agency { status allowedActions } }
}`;

const order = (agencyId: string, changes: Record<string, unknown>) => ({
  agencyId,
  changedOn: '2026-05-01',
  reason: '演示:证书变更',
  document: PAPER,
  ...changes,
});
const change = (agencyId: string, changes: Record<string, unknown>, actor = admin) =>
  graph.execute(CHANGE, { input: order(agencyId, changes) }, actor);
const pair = (keptAgencyId: string, droppedAgencyId: string) => ({
  input: { keptAgencyId, droppedAgencyId, reason: '演示:重复登记', document: PAPER },
});

async function registeredIn(region: string): Promise<number> {
  let total = 0;
  for (const event of await graph.outbox())
    for (const { regionCode, figures } of foldPairingEvent(
      event as unknown as KnownEvent<EventTypeOf<'pairing'>>,
    ))
      if (regionCode === region) total += Number(figures['agenciesRegistered'] ?? 0);
  return total;
}

describe('changeAgencyRegistration', () => {
  it('changes the name by a document, tells it, and is offered', async () => {
    const agencyId = await recipientAgency(graph);

    const { data } = await change(agencyId, { name: '演示新名社工服务中心' }, bureau);

    const { agency } = data.changeAgencyRegistration;
    expect(agency).toMatchObject({
      name: '演示新名社工服务中心',
      registrationChanges: [{ document: { number: PAPER.number } }],
    });
    expect(agency.allowedActions).toContain('CHANGE_REGISTRATION');
    expect(await told(graph, 'agency-registration-changed', `agency/${agencyId}`)).toMatchObject([
      { data: { name: '演示新名社工服务中心', changedOn: '2026-05-01' } },
    ]);
  });

  it('moves the agency and its place in the figures; only who answers for both regions may', async () => {
    const agencyId = await recipientAgency(graph);
    const before = [await registeredIn(HAIYUAN), await registeredIn(XIJI)] as const;

    expect((await change(agencyId, { homeRegionCode: XIJI }, bureau)).code).toBe('FORBIDDEN');
    expect((await change(agencyId, { homeRegionCode: XIAMEN }, province)).code).toBe('FORBIDDEN');
    expect((await change(agencyId, { homeRegionCode: XIJI }, province)).errors).toEqual([]);

    expect([await registeredIn(HAIYUAN), await registeredIn(XIJI)]).toEqual([before[0] - 1, before[1] + 1]);
  });

  it('is refused where it breaks what an open pairing rests on, and for a code of somebody else', async () => {
    const recipientAgencyId = await recipientAgency(graph);
    const dispatchingAgencyId = await dispatchingAgency(graph);
    await active(graph, { recipientAgencyId, dispatchingAgencyId });
    const { data } = await graph.execute(
      `{ agency(id: "${dispatchingAgencyId}") { unifiedSocialCreditCode } }`,
    );
    const unifiedSocialCreditCode = data.agency.unifiedSocialCreditCode as string;

    const answers = [
      await change(recipientAgencyId, { homeRegionCode: XIJI }),
      await change(recipientAgencyId, { mainBusinessIsSocialWork: false }),
      await change(dispatchingAgencyId, { homeRegionCode: HAIYUAN }),
      await change(dispatchingAgencyId, { homeRegionCode: '110101' }),
      await change(recipientAgencyId, { unifiedSocialCreditCode }),
    ];

    expect(answers.map(({ code, details }) => [code, details?.brokenRule])).toEqual([
      ['AGENCY_CHANGE_BREAKS_PAIRING', 'PAIR-4'],
      ['AGENCY_CHANGE_BREAKS_PAIRING', 'PAIR-5'],
      ['AGENCY_CHANGE_BREAKS_PAIRING', 'PAIR-14'],
      ['AGENCY_CHANGE_BREAKS_PAIRING', 'PAIR-7'],
      ['AGENCY_ALREADY_REGISTERED', undefined],
    ]);
  });
});

describe('mergeAgencies', () => {
  it('leads every look-up of the dropped entry to the kept one, and moves what it did', async () => {
    const [kept, dropped] = [await recipientAgency(graph), await recipientAgency(graph)];
    const pairingId = await active(graph, { recipientAgencyId: dropped });
    await worked(graph, 'logSupportActivity', activityInput(pairingId), bureau);
    const codeOf = async (id: string) =>
      (await graph.execute(`{ agency(id: "${id}") { unifiedSocialCreditCode } }`)).data.agency
        .unifiedSocialCreditCode as string;
    const code = await codeOf(dropped);
    const registered = await registeredIn(HAIYUAN);

    const { data } = await graph.execute(MERGE, pair(kept, dropped), bureau);

    expect(data.mergeAgencies.agency).toMatchObject({
      id: kept,
      aliases: [{ id: dropped, unifiedSocialCreditCode: code, document: { title: PAPER.title } }],
    });
    const read = await graph.execute(`{
      byId: agency(id: "${dropped}") { id }
      byCode: agencyByCreditCode(code: "${code}") { id }
      _entities(representations: [{ __typename: "Agency", id: "${dropped}" }]) { ... on Agency { id } }
      pairings(where: { recipientAgencyId: { eq: "${dropped}" } }) { nodes { id recipientAgency { id } } }
      agencies(where: { regionCode: { within: "${HAIYUAN}" }, status: { in: [MERGED] } }) { nodes { id } }
    }`);
    expect(read.data).toMatchObject({
      byId: { id: kept },
      byCode: { id: kept },
      _entities: [{ id: kept }],
      pairings: { nodes: [{ id: pairingId, recipientAgency: { id: kept } }] },
    });
    expect(await registeredIn(HAIYUAN)).toBe(registered - 1);
    expect(await told(graph, 'agency-merged')).toMatchObject([
      { data: { agencyId: kept, droppedAgencyId: dropped } },
    ]);
    const activities = graph.connection.collection('support_activities');
    expect(await activities.findOne({ pairingId })).toMatchObject({
      recipientAgencyId: kept,
      audience: expect.arrayContaining([kept]),
    });
    const again = agencyInput(1, { unifiedSocialCreditCode: code, homeRegionCode: HAIYUAN });
    expect((await graph.execute(REGISTER, { input: again }, admin)).code).toBe('AGENCY_ALREADY_REGISTERED');
  });

  it('is refused with itself, again, of two with overlapping pairings, and to a stranger', async () => {
    const [one, other, third] = [
      await dispatchingAgency(graph),
      await dispatchingAgency(graph),
      await dispatchingAgency(graph),
    ];
    await active(graph, { dispatchingAgencyId: one });
    await active(graph, { dispatchingAgencyId: other });
    const merge = async (kept: string, dropped: string, actor = admin) =>
      (await graph.execute(MERGE, pair(kept, dropped), actor)).code;

    expect(await merge(one, other)).toBe('AGENCIES_OVERLAP');
    expect(await merge(one, one)).toBe('AGENCY_MERGED_WITH_ITSELF');
    expect(await merge(one, third, bureau)).toBe('FORBIDDEN');
    const [first, second] = await Promise.all([merge(one, third), merge(other, third)]);
    expect(new Set([first, second])).toEqual(new Set(['AGENCY_ALREADY_MERGED', undefined]));
    expect(await merge(third, other)).toBe('AGENCY_ALREADY_MERGED');
  });

  it('PAIR-9 counts an agency once that was counted as two', async () => {
    const [kept, dropped] = [await recipientAgency(graph), await recipientAgency(graph)];
    const pairings = [await active(graph), await active(graph)];
    for (const [at, agencyId] of [kept, dropped].entries())
      await worked(graph, 'recordGrownAgency', { pairingId: pairings[at], agencyId }, bureau);

    await done(graph, MERGE, pair(kept, dropped).input, bureau);

    const { data } = await graph.execute(
      `{ pairing(id: "${pairings[1]}") { agenciesGrown { id } agenciesGrownStruck { strikeReason } } }`,
    );
    expect(data.pairing).toEqual({
      agenciesGrown: [],
      agenciesGrownStruck: [{ strikeReason: '演示:重复登记' }],
    });
    expect(
      (
        await work(
          graph,
          'strikeGrownAgency',
          { pairingId: pairings[0], agencyId: kept, reason: '演示' },
          bureau,
        )
      ).errors,
    ).toEqual([]);
  });

  it('moves every field of every collection here that names an agency', () => {
    expect(unmovedAgencyPaths(graph.connection, NAMING_AGENCIES)).toEqual([
      // What it was merged from stays what it was called then.
      'agencies.aliases.agencyId',
      // Whoever sent a file sent it for that agency.
      'import_runs.owner.grants.agencyId',
    ]);
  });
});

describe('restoreAgency', () => {
  it('puts back what was struck off by a slip, once', async () => {
    const { agency } = await done(graph, REGISTER, agencyInput(990, { homeRegionCode: HAIYUAN }), admin);
    const input = { agencyId: agency.id, reason: '演示:误注销' };
    const off = await done(graph, STRIKE_OFF, input, bureau);
    expect(off.agency.allowedActions).toEqual(['RESTORE']);

    const { agency: back } = await done(graph, RESTORE, input, bureau);

    expect(back).toMatchObject({ status: 'ACTIVE' });
    expect((await graph.execute(RESTORE, { input }, bureau)).code).toBe('AGENCY_STATUS_UNFIT');
  });
});
