import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { ImportKindName } from '@qianshou/kernel';
import type { Graph } from '../story/graph-client.ts';
import { type ImportOperations, importOperations, type ImportRun } from './import-operations.ts';

export interface ImportRequest {
  readonly graph: Graph;
  readonly persona: string;
  readonly kind: ImportKindName;
  readonly file: string;
  /** Called whenever there is something new to show. */
  readonly show: (line: string) => void;
}

/** Six parts of 10,000 characters of Base64 each: what one request of 64 KiB carries. */
const PART_BYTES = 7_500;
const PARTS = 6;
const LOOK_EVERY_MS = 250;

type Asked = ImportRequest & { readonly operations: ImportOperations };

/** Sends the file and waits for its dry run. An import that was interrupted is continued by its id. */
export async function checkFile(request: ImportRequest, importId?: string): Promise<ImportRun> {
  const asked = { ...request, operations: importOperations(request.kind) };
  const run = importId === undefined ? await begin(asked) : await look(asked, importId);
  await send(asked, run);
  return settled(asked, run.id, 'checking');
}

/** Writes what the dry run found good. */
export async function applyChecked(
  request: ImportRequest,
  { id }: ImportRun,
  acceptRefusedRows: boolean,
): Promise<ImportRun> {
  const asked = { ...request, operations: importOperations(request.kind) };
  const { graph, persona, operations } = asked;
  await graph.ask(persona, operations.apply, { input: { importId: id, acceptRefusedRows } });
  return settled(asked, id, 'writing');
}

async function begin({ graph, persona, kind, file, operations }: Asked): Promise<ImportRun> {
  const { size } = await stat(file);
  const input = { kind, fileName: basename(file), sizeBytes: size, sha256: await sha256Of(file) };
  return (await graph.ask(persona, operations.begin, { input })).answer.import;
}

async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

async function send(asked: Asked, { id, status, bytesReceived, sizeBytes }: ImportRun): Promise<void> {
  if (status !== 'RECEIVING') return;
  const { graph, persona, operations, file, show } = asked;
  let offset = bytesReceived;
  const stream = createReadStream(file, { start: offset, highWaterMark: PART_BYTES * PARTS });
  for await (const bytes of stream as AsyncIterable<Buffer>) {
    await graph.ask(persona, operations.add, { input: { importId: id, offset, content: partsOf(bytes) } });
    offset += bytes.length;
    show(`sending ${shareOf(offset, sizeBytes)}`);
  }
}

function partsOf(bytes: Buffer): readonly string[] {
  const count = Math.ceil(bytes.length / PART_BYTES);
  return Array.from({ length: count }, (_, at) =>
    bytes.subarray(at * PART_BYTES, (at + 1) * PART_BYTES).toString('base64'),
  );
}

async function settled(asked: Asked, id: string, doing: string): Promise<ImportRun> {
  const startedAt = performance.now();
  for (;;) {
    const run = await look(asked, id);
    const { rows } = doing === 'checking' ? run.check : run.application;
    const perSecond = Math.round(rows / ((performance.now() - startedAt) / 1_000));
    const { numerator, denominator } = run.progress;
    asked.show(
      `${doing} ${shareOf(numerator, denominator)} · ${rows.toLocaleString('en')} rows, ${perSecond} a second`,
    );
    if (run.status !== 'CHECKING' && run.status !== 'APPLYING') return run;
    await pause(LOOK_EVERY_MS);
  }
}

async function look({ graph, persona, operations }: Asked, id: string): Promise<ImportRun> {
  // Findings of the step that comes last: of the dry run until something was written.
  const { run } = await graph.ask(persona, operations.find, { id, step: 'CHECK' });
  return run;
}

function shareOf(done: number, all: number): string {
  return `${all === 0 ? 100 : Math.floor((done / all) * 100)} %`;
}
