import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { ImportKindName } from '@qianshou/kernel';
import type { Graph } from '../story/graph-client.ts';
import {
  type FoundRun,
  type ImportOperations,
  importOperations,
  type ImportRun,
} from './import-operations.ts';
import type { ImportWords } from './import-words.ts';

export interface ImportRequest {
  readonly graph: Graph;
  readonly persona: string;
  readonly kind: ImportKindName;
  readonly file: string;
  /** Whether what is recorded already is changed to what the file says. */
  readonly update: boolean;
  readonly words: ImportWords;
  /** Called whenever there is something new to show. */
  readonly show: (line: string) => void;
}

/** Six parts of 10,000 characters of Base64 each: what one request of 64 KiB carries. */
const PART_BYTES = 7_500;
const PARTS = 6;
/** Soon at first, as small files are done at once; the longer it takes, the less often. */
const FIRST_LOOK_MS = 250;
const LONGEST_LOOK_MS = 2_000;

type Asked = ImportRequest & { readonly operations: ImportOperations };

/** Sends the file and waits for its dry run. An import that was interrupted is continued by its id. */
export async function checkFile(request: ImportRequest, importId?: string): Promise<FoundRun> {
  const asked = { ...request, operations: importOperations(request.kind) };
  const run = importId === undefined ? await begin(asked) : await look(asked, importId);
  await send(asked, run);
  return settled(asked, run.id, 'CHECK');
}

/** Writes what the dry run found good. */
export async function applyChecked(
  request: ImportRequest,
  { id }: ImportRun,
  acceptRefusedRows: boolean,
): Promise<FoundRun> {
  const asked = { ...request, operations: importOperations(request.kind) };
  const { graph, persona, operations } = asked;
  await graph.ask(persona, operations.apply, { input: { importId: id, acceptRefusedRows } });
  return settled(asked, id, 'APPLICATION');
}

/** Stops an import that is not to be applied: what it had reserved is free again. */
export async function giveUp({ graph, persona, kind }: ImportRequest, { id }: ImportRun): Promise<void> {
  await graph.ask(persona, importOperations(kind).stop, { input: { importId: id } });
}

async function begin({ graph, persona, kind, file, update, operations }: Asked): Promise<ImportRun> {
  const { size } = await stat(file);
  const input = { kind, fileName: basename(file), sizeBytes: size, sha256: await sha256Of(file), update };
  return (await graph.ask(persona, operations.begin, { input })).answer.import;
}

async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

async function send(asked: Asked, { id, status, bytesReceived, sizeBytes }: ImportRun): Promise<void> {
  if (status !== 'RECEIVING') return;
  const { graph, persona, operations, file, words, show } = asked;
  let offset = bytesReceived;
  const stream = createReadStream(file, { start: offset, highWaterMark: PART_BYTES * PARTS });
  for await (const bytes of stream as AsyncIterable<Buffer>) {
    await graph.ask(persona, operations.add, { input: { importId: id, offset, content: partsOf(bytes) } });
    offset += bytes.length;
    show(`${words.sending} ${shareOf(offset, sizeBytes)}`);
  }
}

function partsOf(bytes: Buffer): readonly string[] {
  const count = Math.ceil(bytes.length / PART_BYTES);
  return Array.from({ length: count }, (_, at) =>
    bytes.subarray(at * PART_BYTES, (at + 1) * PART_BYTES).toString('base64'),
  );
}

type Step = 'CHECK' | 'APPLICATION';

async function settled(asked: Asked, id: string, step: Step): Promise<FoundRun> {
  const startedAt = performance.now();
  const { words, show } = asked;
  for (let wait = FIRST_LOOK_MS; ; wait = Math.min(wait * 1.5, LONGEST_LOOK_MS)) {
    const run = await look(asked, id);
    const { rows } = step === 'CHECK' ? run.check : run.application;
    const perSecond = Math.round(rows / ((performance.now() - startedAt) / 1_000));
    const { numerator, denominator } = run.progress;
    const doing = step === 'CHECK' ? words.checking : words.writing;
    const speed = words.rowsASecond(rows.toLocaleString('en'), perSecond);
    show(`${doing} ${shareOf(numerator, denominator)} · ${speed}`);
    if (run.status !== 'CHECKING' && run.status !== 'APPLYING') return findingsOf(asked, id, step);
    await pause(wait);
  }
}

async function look({ graph, persona, operations }: Asked, id: string): Promise<ImportRun> {
  return (await graph.ask(persona, operations.find, { id })).run;
}

async function findingsOf({ graph, persona, operations }: Asked, id: string, step: Step): Promise<FoundRun> {
  return (await graph.ask(persona, operations.findings, { id, step })).run;
}

function shareOf(done: number, all: number): string {
  return `${all === 0 ? 100 : Math.floor((done / all) * 100)} %`;
}
