import { setTimeout as pause } from 'node:timers/promises';
import { atMost, type Measurement, measured } from '../bench/measurement.ts';
import type { AttackedSystem } from './attacked-system.ts';
import { type Answer, bodyOf, clientOf } from './client.ts';
import { besides } from './probe.ts';

const times = (count: number, write: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => write(at)).join(' ');
const nested = (levels: number, first: string): string =>
  `${`children(first: ${first}) { nodes { `.repeat(levels)}name${' } }'.repeat(levels)}`;
const nation = (inner: string): string => `region(code: "000000") { ${inner} }`;
const doubling = (most: number): string =>
  times(most, (at) => `fragment F${at} on Region { ...F${at + 1} ...F${at + 1} }`);

/** Each is small to send and would be large to answer. */
const HOSTILE: Readonly<Record<string, string>> = {
  'pages in pages': bodyOf(`{ ${nation(nested(4, '100'))} }`),
  'pages in pages, thrice': bodyOf(`{ ${times(3, (at) => `r${at}: ${nation(nested(4, '100'))}`)} }`),
  'pages in pages, by variable': bodyOf(`query ($n: PageSize) { ${nation(nested(4, '$n'))} }`, { n: 100 }),
  'pages in pages, by fragments': bodyOf(
    `{ ${nation('...A')} } fragment A on Region { children(first: 100) { nodes { ...B } } } fragment B on Region { children(first: 100) { nodes { name } } }`,
  ),
  'many lists side by side': bodyOf(
    `{ ${times(10, (at) => `s${at}: stations(first: 100) { totalCount nodes { staff { worker { name } } warnings { rule } checks { rule } } }`)} }`,
  ),
  'fragments that double': bodyOf(`{ ${nation('...F0')} } ${doubling(40)} fragment F40 on Region { name }`),
  'the schema, four times': bodyOf(
    `{ ${times(4, (at) => `s${at}: __schema { types { name fields { name } } }`)} }`,
  ),
  'one object, 250 times': bodyOf(`{ ${times(240, () => 'region(code: "000000") { name }')} }`),
  'fifty levels': bodyOf(`{ ${nation(`${'parent { '.repeat(50)}name${' }'.repeat(50)}`)} }`),
  'a thousand aliases': bodyOf(`{ ${times(1_000, (at) => `a${at}: __typename`)} }`),
  'a batch of a hundred': `[${times(100, (at) => (at === 0 ? '' : ',') + bodyOf('{ __typename }'))}]`,
  'brackets, 20,000 deep': `{"query":"{ __typename }","variables":{"a":${'['.repeat(20_000)}${']'.repeat(20_000)}}}`,
  'a number without end': bodyOf(`{ stations(first: 1${'0'.repeat(10_000)}) { nodes { name } } }`),
  'sixty thousand brackets': bodyOf(`{ a(b: ${'['.repeat(60_000)}) }`),
};

const ROUNDS = 10;

/** Inputs that must be refused, one after the other, while somebody else asks something small. */
export async function hostileInputs({ url }: AttackedSystem): Promise<readonly Measurement[]> {
  const client = clientOf(url, { connections: 4, from: '198.51.100' });
  const answers: (Answer & { readonly kind: string })[] = [];
  const noticed = await besides(url, async () => {
    for (const [kind, body] of Object.entries(HOSTILE)) {
      for (let round = 0; round < ROUNDS; round += 1) {
        const both = await Promise.all([client.send(body), client.send(body)]);
        answers.push(...both.map((answer) => ({ ...answer, kind })));
      }
    }
  });
  await client.close();
  const letIn = answers.filter(({ status, code }) => status === 200 && code === null);
  const kinds = [...new Set(letIn.map(({ kind }) => kind))].join(', ');
  const slowest = answers.reduce((most, { took }) => Math.max(most, took), 0);
  return [
    measured(`hostile inputs sent, of ${Object.keys(HOSTILE).length} kinds`, answers.length, ''),
    atMost(`hostile inputs that were answered${kinds && `: ${kinds}`}`, letIn.length, 0, ''),
    atMost('hostile input, slowest refusal', slowest, 500, 'ms'),
    atMost('a small question beside them, slowest', noticed.slowest, 500, 'ms'),
    atMost('a small question beside them, failed', noticed.failed, 0, ''),
  ];
}

const HEAVY_SECONDS = 15;
/** Just within what strangers may ask for; each time another text, so that each has to be planned. */
const heaviest = (at: number): string =>
  bodyOf(
    `{ a${at}: ${nation('children(first: 40) { nodes { children(first: 60) { nodes { name stationFigures { stationsOperating } } } } }')} }`,
  );

/** The most that a stranger gets: the heaviest questions that are admitted, from eight connections at once. */
export async function heaviestAdmitted({ url }: AttackedSystem): Promise<readonly Measurement[]> {
  const client = clientOf(url, { connections: 8, from: '198.51.100' });
  const answers: Answer[] = [];
  const noticed = await besides(url, async () => {
    const end = Date.now() + HEAVY_SECONDS * 1_000;
    const connection = async (number: number): Promise<void> => {
      for (let at = 0; Date.now() < end; at += 1) {
        const answer = await client.send(heaviest(number * 10_000 + at));
        answers.push(answer);
        if (answer.status !== 200) await pause(50);
      }
    };
    await Promise.all(Array.from({ length: 8 }, (_, number) => connection(number)));
  });
  await client.close();
  const answered = answers.filter(({ status }) => status === 200).length;
  return [
    measured('heaviest admitted questions, answered', answered, ''),
    measured('heaviest admitted questions, turned away', answers.length - answered, ''),
    atMost('a small question beside them, p99', noticed.p99, 500, 'ms'),
    atMost('a small question beside them, slowest', noticed.slowest, 500, 'ms'),
    atMost('a small question beside them, failed', noticed.failed, 0, ''),
  ];
}
