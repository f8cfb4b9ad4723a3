import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { parseKeyRing } from '@qianshou/service-kit/identity';
import { afterAll, describe, expect, it } from 'vitest';
import { endpointCaller } from './call-endpoint.ts';
import { guardedAgent } from './guarded-agent.ts';
import { webhookSigner } from './signing.ts';

const FOLDER = join(import.meta.dirname, '../../../../docs/partners/receivers');
const keys = parseKeyRing({ keys: [{ id: 'k1', secret: randomBytes(32).toString('base64') }] }, 'test');
const signer = webhookSigner(keys);
const agent = guardedAgent(true);
const call = endpointCaller(agent, true);
const origin = { keyId: 'k1', generation: 1 };
const endpointId = 'whe_1';

const running: ChildProcess[] = [];
afterAll(async () => {
  for (const child of running) child.kill();
  await agent.close();
});

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

/** What the receiver says, line by line; the first says that it listens. */
async function started(
  command: string,
  file: string,
): Promise<{ readonly url: string; readonly said: () => string[] }> {
  const port = await freePort();
  const env = { ...process.env, WEBHOOK_SECRET: signer.secretOf(endpointId, origin) };
  const child = spawn(command, [join(FOLDER, file), String(port)], { env });
  running.push(child);
  let text = '';
  await new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.stdout.on('data', (piece: Buffer) => {
      text += piece.toString();
      resolve();
    });
  });
  const said = () => text.split('\n').filter((line) => line !== '');
  return { url: `http://127.0.0.1:${port}/`, said };
}

const eventOf = (id: string, sequence: number) => ({
  id,
  type: 'qianshou.station.opened.v1',
  subject: 'station/sta_1',
  sequence: String(sequence),
  data: {},
});

const LANGUAGES = [
  ['node', 'receiver.ts'],
  ['python3', 'receiver.py'],
] as const;

describe.each(LANGUAGES)('the receiver of docs/partners for %s', (command, file) => {
  const isThere = spawnSync(command, ['--version']).status === 0;

  it.skipIf(!isThere)(
    'answers the challenge, takes each event once and in order, and refuses what is forged',
    async () => {
      const { url, said } = await started(command, file);
      const send = (id: string, event: object, forged = false) => {
        const body = JSON.stringify(event);
        const headers = signer.headersOf({ endpointId, secrets: [origin], id, at: new Date(), body });
        return call({ url, headers, body: forged ? `${body} ` : body });
      };

      const challenge = await send('c', {
        type: 'qianshou.partners.challenge.v1',
        data: { challenge: 'said' },
      });
      const statuses = [];
      for (const [id, sequence] of [
        ['b', 2],
        ['b', 2],
        ['a', 1],
        ['d', 3],
      ] as const)
        statuses.push((await send(id, eventOf(id, sequence))).status);

      expect(challenge).toMatchObject({ status: 200, said: expect.stringContaining('said') });
      expect(statuses).toEqual([204, 204, 204, 204]);
      expect((await send('e', eventOf('e', 4), true)).status).toBe(401);
      expect(said()).toEqual(['ready', ...Array(2).fill('qianshou.station.opened.v1 station/sta_1')]);
    },
  );
});
