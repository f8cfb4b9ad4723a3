import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { ask, tokenOf } from './graph.ts';

/** What a client reads beside the answer. */
interface Answered {
  readonly status: number;
  readonly data: any;
  readonly extensions: {
    readonly position?: string;
    readonly wrote?: readonly string[];
    readonly warnings?: readonly { readonly code: string }[];
  };
  readonly errors?: readonly { readonly extensions: { readonly code: string; readonly kind?: string } }[];
}

const tokens: Record<string, string> = {};
const asking = async (
  query: string,
  headers: Record<string, string> = {},
  variables: object = {},
): Promise<Answered> => {
  const response = await fetch(inject('gatewayUrl'), {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${tokens['admin'] ?? ''}`,
      ...headers,
    },
    body: JSON.stringify({ query, variables }),
  });
  const answered = { status: response.status, ...((await response.json()) as Omit<Answered, 'status'>) };
  // As a client does where a part of the graph is busy.
  const isBusy = answered.errors?.some(({ extensions }) => extensions.kind === 'UNAVAILABLE') ?? false;
  return isBusy && !query.startsWith('mutation') ? asking(query, headers, variables) : answered;
};
const WITH_POSITION = { 'x-qianshou-position': 'true' };
const PHASES = '{ programmePhases { id version } }';
const CLOSE =
  'mutation ($input: CloseProgrammePhaseInput!) { closeProgrammePhase(input: $input) { phase { version } } }';
const REOPEN =
  'mutation ($input: ReopenProgrammePhaseInput!) { reopenProgrammePhase(input: $input) { phase { version } } }';

let phaseId = '';

beforeAll(async () => {
  for (const name of ['admin', 'partner']) tokens[name] = await tokenOf(name);
  const input = {
    name: '订阅演练阶段',
    startsOn: '2041-01-01',
    endsOn: '2041-12-31',
    source: '演练通知',
    idempotencyKey: 'positions-supergraph',
  };
  const { data } = await ask(
    'mutation ($input: OpenProgrammePhaseInput!) { openProgrammePhase(input: $input) { phase { id } } }',
    { input },
    'admin',
  );
  phaseId = data.openProgrammePhase.phase.id;
});

const versionIn = ({ data }: Answered): number =>
  data.programmePhases.find(({ id }: { id: string }) => id === phaseId).version;

/** Closes and reopens the phase until it is told to stop; answers its last version. */
async function writing(stop: AbortSignal): Promise<number> {
  let version = 0;
  while (!stop.aborted) {
    await asking(CLOSE, {}, { input: { phaseId } });
    const { data } = await asking(REOPEN, {}, { input: { phaseId, reason: '演练' } });
    ({ version } = data.reopenProgrammePhase.phase);
    await pause(10);
  }
  return version;
}

interface Told {
  readonly subject: string;
  readonly sequence: string;
  readonly position: string;
}

async function feedAfter(position: string): Promise<readonly Told[]> {
  const url = inject('gatewayUrl').replace('/graphql', `/feed?limit=1000&after=${position}`);
  const answer = await fetch(url, { headers: { authorization: `Bearer ${tokens['partner'] ?? ''}` } });
  const lines = (await answer.text()).split('\n').filter((line) => line !== '');
  return lines.map((line) => JSON.parse(line) as Told);
}

describe('extensions.position', () => {
  it('is where to go on from: under writes nothing is missing between an answer and what follows it', async () => {
    const stop = new AbortController();
    const written = writing(stop.signal);
    const rounds: { readonly version: number; readonly position: string }[] = [];
    for (let round = 0; round < 100; round += 1) {
      const answer = await asking(PHASES, WITH_POSITION);
      rounds.push({ version: versionIn(answer), position: answer.extensions.position ?? '' });
    }
    stop.abort();
    const last = await written;
    const [first] = rounds;
    const wanted = { 'x-qianshou-at-least': `programme-phase/${phaseId}@${last}` };
    await expect
      .poll(async () => (await feedAfter(first?.position ?? '')).at(-1)?.sequence, { timeout: 10_000 })
      .toBe(String(last));
    expect((await asking(PHASES, wanted)).status).toBe(200);
    const told = await feedAfter(first?.position ?? '');

    const gaps = rounds.filter(({ version, position }) => {
      // The same place is the same position: that of the event before it, or the first one.
      const from = told.findIndex((each) => each.position === position) + 1;
      const behind = told.slice(from).filter(({ subject }) => subject === `programme-phase/${phaseId}`);
      const heard = new Set(behind.map(({ sequence }) => Number(sequence)));
      return Array.from({ length: last - version }, (_, at) => version + at + 1).some(
        (each) => !heard.has(each),
      );
    });
    expect(new Set(rounds.map(({ position }) => position)).size).toBeGreaterThan(1);
    expect(gaps).toEqual([]);
  });

  it('is told on request alone, and of a mutation with what it wrote', async () => {
    const quiet = await asking(PHASES);
    const { data, extensions } = await asking(CLOSE, WITH_POSITION, { input: { phaseId } });

    expect(quiet.extensions).toBeUndefined();
    const { version } = data.closeProgrammePhase.phase;
    expect(extensions.wrote).toContain(`programme-phase/${phaseId}@${version}`);
    expect(extensions.position).toMatch(/^[\w-]{22}\.[\w-]+$/);
    await expect
      .poll(
        async () => (await feedAfter(extensions.position ?? '')).map(({ sequence }) => Number(sequence)),
        {
          timeout: 10_000,
        },
      )
      .toContain(version);
    await asking(REOPEN, {}, { input: { phaseId, reason: '演练' } });
  });
});

describe('x-qianshou-at-least', () => {
  const EVERYWHERE =
    '{ region(code: "420581") { pairingFigures { asOf } stationFigures { asOf } trainingFigures { asOf } fundingFigures { asOf } } }';

  it('takes the position of an answer, and waits until figures and copies are so far', async () => {
    const { extensions } = await asking(CLOSE, WITH_POSITION, { input: { phaseId } });

    const wanted = { 'x-qianshou-at-least': extensions.position ?? '' };

    // On a busy machine half a second may be too short; then it says so.
    await expect
      .poll(async () => (await asking(EVERYWHERE, wanted)).extensions, { timeout: 20_000 })
      .toEqual({ position: expect.stringMatching(/^[\w-]{22}$/) });
    await asking(REOPEN, {}, { input: { phaseId, reason: '演练' } });
  });

  it('answers with a warning where it was not reached in time', async () => {
    const { data, extensions } = await asking(PHASES, {
      'x-qianshou-at-least': `programme-phase/${phaseId}@999999`,
    });

    expect(data.programmePhases).toContainEqual(expect.objectContaining({ id: phaseId }));
    expect(extensions.warnings).toEqual([expect.objectContaining({ code: 'BEHIND', services: ['pairing'] })]);
  });

  it.each(['yesterday', 'A'.repeat(22)])('is refused where it names nothing: %s', async (header) => {
    const { status, errors } = await asking(PHASES, { 'x-qianshou-at-least': header });

    expect(status).toBe(400);
    expect(errors?.[0]?.extensions.code).toBe('AT_LEAST_UNREADABLE');
  });
});
