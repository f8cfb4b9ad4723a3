import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  admin,
  done,
  key,
  OPEN_PHASE,
  type PairingGraph,
  pairingGraph,
  phaseInput,
  told,
} from './under-test.ts';

let graph: PairingGraph;

beforeAll(async () => {
  graph = await pairingGraph();
});
afterAll(() => graph.stop());

const LIST = '{ programmePhases { id name startsOn endsOn source status version } }';
const CLOSE = /* GraphQL */ `
  mutation ($input: CloseProgrammePhaseInput!) {
    closeProgrammePhase(input: $input) {
      phase {
        status
        version
      }
    }
  }
`;
const open = (changes: Record<string, unknown> = {}) =>
  graph.execute(OPEN_PHASE, { input: phaseInput(changes) }, admin);

describe('the seed', () => {
  it('enters the plan of 2021 as history, once however often the service starts', async () => {
    await graph.prepare?.();

    const { data } = await graph.execute(LIST);

    expect(data.programmePhases).toMatchObject([
      { startsOn: '2021-01-01', endsOn: '2025-12-31', status: 'CLOSED', version: 2 },
    ]);
    expect(data.programmePhases[0].source).toContain('民发〔2021〕105号');
    const opened = await told(graph, 'phase-opened');
    const closed = await told(graph, 'phase-closed');
    expect([...opened, ...closed].map(({ sequence }) => sequence)).toEqual(['1', '2']);
  });
});

describe('openProgrammePhase', () => {
  it('opens a phase that follows, and publishes its days and source', async () => {
    const { phase } = await done(graph, OPEN_PHASE, phaseInput(), admin);

    expect(phase).toMatchObject({ status: 'OPEN', version: 1 });
    expect(await told(graph, 'phase-opened', `programme-phase/${phase.id}`)).toMatchObject([
      { data: { startsOn: '2026-01-01', endsOn: '2030-12-31', source: '演示数据' } },
    ]);
  });

  it('refuses days that another phase has', async () => {
    const { code } = await open({ startsOn: '2030-12-31', endsOn: '2035-12-31' });

    expect(code).toBe('PHASE_OVERLAPS');
  });

  it('gives the same answer to the same key, and refuses the key for another request', async () => {
    const input = phaseInput({ startsOn: '2031-01-01', endsOn: '2035-12-31', idempotencyKey: key() });

    const first = await done(graph, OPEN_PHASE, input, admin);
    const again = await done(graph, OPEN_PHASE, input, admin);
    const other = await graph.execute(OPEN_PHASE, { input: { ...input, name: '演示 二' } }, admin);

    expect(again).toEqual(first);
    expect(other.code).toBe('IDEMPOTENCY_CONFLICT');
    expect(await told(graph, 'phase-opened')).toHaveLength(3);
  });

  it.each([
    ['an end before its start', { startsOn: '2040-01-01', endsOn: '2039-12-31' }],
    ['no source', { startsOn: '2040-01-01', endsOn: '2041-12-31', source: ' ' }],
    ['an empty idempotency key', { startsOn: '2040-01-01', endsOn: '2041-12-31', idempotencyKey: '' }],
  ])('refuses %s', async (_what, changes) => {
    expect((await open(changes)).code).toBe('BAD_USER_INPUT');
  });
});

describe('closeProgrammePhase', () => {
  it('closes an open phase, once', async () => {
    const { phase } = await done(
      graph,
      OPEN_PHASE,
      phaseInput({ startsOn: '2050-01-01', endsOn: '2050-12-31' }),
      admin,
    );

    const closed = await done(graph, CLOSE, { phaseId: phase.id, expectedVersion: 1 }, admin);
    const again = await graph.execute(CLOSE, { input: { phaseId: phase.id } }, admin);

    expect(closed.phase).toEqual({ status: 'CLOSED', version: 2 });
    expect(again.code).toBe('PHASE_NOT_OPEN');
  });

  it('is undone by reopenProgrammePhase, with its reason', async () => {
    const { phase } = await done(
      graph,
      OPEN_PHASE,
      phaseInput({ startsOn: '2051-01-01', endsOn: '2051-12-31' }),
      admin,
    );
    const REOPEN = /* GraphQL */ `
      mutation ($input: ReopenProgrammePhaseInput!) {
        reopenProgrammePhase(input: $input) {
          phase {
            status
            reopenings {
              reason
            }
            allowedActions
          }
        }
      }
    `;
    const input = { phaseId: phase.id, reason: '演示:误操作' };
    const early = await graph.execute(REOPEN, { input }, admin);
    await done(graph, CLOSE, { phaseId: phase.id }, admin);

    const reopened = await done(graph, REOPEN, input, admin);

    expect(early.code).toBe('PHASE_NOT_CLOSED');
    expect(reopened.phase).toEqual({
      status: 'OPEN',
      reopenings: [{ reason: '演示:误操作' }],
      allowedActions: ['CLOSE', 'CORRECT'],
    });
    expect(await told(graph, 'phase-reopened')).toMatchObject([{ data: { phaseId: phase.id } }]);
  });
});

describe('correctProgrammePhase', () => {
  const CORRECT = /* GraphQL */ `
    mutation ($input: CorrectProgrammePhaseInput!) {
      correctProgrammePhase(input: $input) {
        phase {
          name
          source
          startsOn
          version
          corrections {
            reason
            name
            evidence {
              number
            }
          }
        }
      }
    }
  `;

  it('puts the words right, keeps those of before, and leaves the days', async () => {
    const days = { startsOn: '2052-01-01', endsOn: '2052-12-31' };
    const { phase } = await done(graph, OPEN_PHASE, phaseInput({ ...days, name: '演示阶段' }), admin);
    const evidence = { title: '演示文件', kind: 'POLICY_PAPER', number: '演示〔2052〕1号' };
    const input = { phaseId: phase.id, name: '演示阶段二', reason: '演示:名称有误', evidence };

    const corrected = await done(graph, CORRECT, input, admin);
    const again = await graph.execute(CORRECT, { input }, admin);

    expect(corrected.phase).toMatchObject({
      name: '演示阶段二',
      startsOn: '2052-01-01',
      version: 2,
      corrections: [{ reason: '演示:名称有误', name: '演示阶段', evidence: { number: '演示〔2052〕1号' } }],
    });
    expect(again.code).toBe('CORRECTED_TO_THE_SAME');
    expect(await told(graph, 'phase-corrected')).toMatchObject([{ data: { phaseId: phase.id } }]);
  });
});
