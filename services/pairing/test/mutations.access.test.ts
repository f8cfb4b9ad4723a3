import { onlyFor, verdicts } from '@qianshou/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HAIYUAN, NINGXIA } from './builders.ts';
import {
  agencyInput,
  applicationInput,
  CONFIRM,
  key,
  MATCH,
  OPEN_PHASE,
  OPEN_SCHEME,
  openedGraph,
  type PairingGraph,
  phaseInput,
  REGISTER,
  REJECT,
  schemeInput,
  SIGN,
  signed,
  signInput,
  START,
  startInput,
  SUBMIT,
  submitted,
} from './under-test.ts';

let graph: PairingGraph;

beforeAll(async () => {
  graph = await openedGraph();
});
afterAll(() => graph.stop());

const ask = (query: string, input: Record<string, unknown>, scope = {}) =>
  verdicts(graph, { query, variables: { input }, scope: { region: NINGXIA, ...scope } });

const statusChange = (verb: string, type: string) =>
  `mutation ($input: ${type}!) { ${verb}(input: $input) { agency { id } } }`;

describe('who may', () => {
  it('registerAgency: the authorities of its home, an administrator, a manager without an agency', async () => {
    const input = agencyInput(900, { homeRegionCode: HAIYUAN });

    expect(await ask(REGISTER, input)).toEqual(
      onlyFor('ADMIN', 'PROVINCE_AUTHORITY', 'COUNTY_CIVIL_AFFAIRS', 'AGENCY_MANAGER'),
    );
  });

  it('registerAgency: no manager who has an agency, and no authority of elsewhere', async () => {
    const input = agencyInput(901);

    expect(await ask(REGISTER, input, { agencyId: 'agy_01900000-0000-7000-8000-000000000001' })).toEqual(
      onlyFor('ADMIN'),
    );
  });

  it.each([
    ['suspendAgency', 'SuspendAgencyInput'],
    ['reinstateAgency', 'ReinstateAgencyInput'],
    ['strikeOffAgency', 'StrikeOffAgencyInput'],
  ])('%s: the authorities of its home and an administrator', async (verb, type) => {
    const { recipientAgencyId } = await applicationInput(graph);
    const input = { agencyId: recipientAgencyId, reason: '演示' };

    expect(await ask(statusChange(verb, type), input)).toEqual(
      onlyFor('ADMIN', 'PROVINCE_AUTHORITY', 'COUNTY_CIVIL_AFFAIRS'),
    );
  });

  it('openProgrammePhase and closeProgrammePhase: an administrator', async () => {
    const CLOSE = `mutation ($input: CloseProgrammePhaseInput!) { closeProgrammePhase(input: $input) { phase { id } } }`;
    const { data } = await graph.execute('{ programmePhases { id } }');

    expect(await ask(OPEN_PHASE, phaseInput())).toEqual(onlyFor('ADMIN'));
    expect(await ask(CLOSE, { phaseId: data.programmePhases[0].id })).toEqual(onlyFor('ADMIN'));
  });

  it('openCooperationScheme: either province, the project office, an administrator', async () => {
    expect(await ask(OPEN_SCHEME, schemeInput())).toEqual(
      onlyFor('ADMIN', 'PROJECT_OFFICE', 'PROVINCE_AUTHORITY'),
    );
  });

  it('submitPairingApplication: the recipient province and the managers of the two agencies', async () => {
    const input = await applicationInput(graph);
    const agencyId = input.dispatchingAgencyId;

    expect(await ask(SUBMIT, input, { agencyId })).toEqual(onlyFor('PROVINCE_AUTHORITY', 'AGENCY_MANAGER'));
    expect(await ask(SUBMIT, input, { region: '350000' })).toEqual(onlyFor());
  });

  it('confirmPairingApplication: the recipient province and the manager of the awaited agency', async () => {
    const { recipientAgencyId, ...rest } = await applicationInput(graph);
    const applicationId = await submitted(graph, { recipientAgencyId, ...rest });
    const input = { applicationId, idempotencyKey: key() };

    expect(await ask(CONFIRM, input, { agencyId: rest.dispatchingAgencyId })).toEqual(
      onlyFor('PROVINCE_AUTHORITY', 'AGENCY_MANAGER'),
    );
  });

  it('matchPairingApplication and rejectPairingApplication: the recipient province alone', async () => {
    const input = { applicationId: await submitted(graph), idempotencyKey: key() };

    expect(await ask(REJECT, { ...input, reviewOpinion: '演示' })).toEqual(onlyFor('PROVINCE_AUTHORITY'));
    expect(await ask(MATCH, input)).toEqual(onlyFor('PROVINCE_AUTHORITY'));
  });

  it('matchPairingApplication: no other province, which sees its agency’s application and may not decide it', async () => {
    const input = { applicationId: await submitted(graph), idempotencyKey: key() };

    expect(await ask(MATCH, input, { region: '350000' })).toEqual(onlyFor());
  });

  it('signPairing and startPairing: the recipient county and its province', async () => {
    const id = await signed(graph);

    expect(await ask(SIGN, signInput(id))).toEqual(onlyFor('PROVINCE_AUTHORITY', 'COUNTY_CIVIL_AFFAIRS'));
    expect(await ask(START, startInput(id))).toEqual(onlyFor('PROVINCE_AUTHORITY', 'COUNTY_CIVIL_AFFAIRS'));
    expect(await ask(START, startInput(id), { region: '640422' })).toEqual(onlyFor());
  });
});

describe('who may read', () => {
  it('applications: those whom they concern', async () => {
    const readers = onlyFor(
      'ADMIN',
      'PROJECT_OFFICE',
      'PROVINCE_AUTHORITY',
      'COUNTY_CIVIL_AFFAIRS',
      'FINANCE_AUDITOR',
      'ANALYST',
      'AGENCY_MANAGER',
    );
    const id = await submitted(graph);

    expect(await ask('{ pairingApplications { nodes { id } } }', {})).toEqual(readers);
    expect(await ask(`{ pairingApplication(id: "${id}") { id } }`, {})).toEqual(readers);
  });

  it.each([
    '{ agencies { nodes { id } } }',
    '{ cooperationSchemes { nodes { id } } }',
    '{ pairings { nodes { id } } }',
    '{ recipientCounties { nodes { code } } }',
    '{ programmePhases { id } }',
  ])('%s: everybody', async (query) => {
    expect(await ask(query, {})).toEqual(onlyFor('PUBLIC'));
  });
});
