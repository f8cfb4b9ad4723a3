import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inRegion } from '@qianshou/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anEvent, heardOf, partnersGraph, type PartnersGraph, textOf, YIDU } from './under-test.ts';

const SCRIPT = join(import.meta.dirname, '../../../docs/partners/connect.ts');
const actor = inRegion('PARTNER', YIDU);
const folder = mkdtempSync(join(tmpdir(), 'connect-'));

let graph: PartnersGraph;
let door: Server;
/** What the receiver takes, and whether it is there. */
const taken: string[] = [];
const receiver = { status: 200 };

beforeAll(async () => {
  graph = await partnersGraph();
  door = createServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://localhost');
    if (request.method === 'POST') {
      request.on('data', (piece: Buffer) => {
        if (receiver.status === 200) taken.push((JSON.parse(piece.toString()) as { type: string }).type);
      });
      request.on('end', () => response.writeHead(receiver.status).end());
      return;
    }
    void graph
      .knock('/feed', { actor, query: Object.fromEntries(url.searchParams) })
      .then(({ headers, body }) => response.writeHead(200, headers).end(textOf(body)));
  });
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  door.close();
  rmSync(folder, { recursive: true });
  await graph.stop();
});

function pulled(): Promise<number | null> {
  const address = `http://127.0.0.1:${(door.address() as AddressInfo).port}`;
  const env = { ...process.env, FEED_URL: `${address}/feed`, FEED_ONCE: 'true' };
  const child = spawn(process.execPath, [SCRIPT, join(folder, 'position'), `${address}/hook`], { env });
  return new Promise((resolve) => child.once('exit', resolve));
}

describe('docs/partners/connect.ts', () => {
  it('takes each event once, also after its receiver was away', async () => {
    const types = ['planned', 'opened', 'suspended'].map((name) => `qianshou.station.${name}.v1`);
    await graph.useCases.takeRecords(types.slice(0, 2).map((type, at) => heardOf(anEvent(type), at + 1)));
    expect(await pulled()).toBe(0);
    await graph.useCases.takeRecords([heardOf(anEvent(types[2] ?? ''), 3)]);
    receiver.status = 503;
    expect(await pulled()).toBe(1);
    receiver.status = 200;

    expect(await pulled()).toBe(0);

    expect(taken).toEqual(types);
  });
});
