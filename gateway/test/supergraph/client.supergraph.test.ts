import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { graphClient, isRefusedWith } from '@qianshou/client';
import { StationsOfACountyDocument } from '@qianshou/client/documents';
import { describe, expect, inject, it } from 'vitest';
import { tokenOf } from './graph.ts';

const EXAMPLES = join(import.meta.dirname, '../../../packages/client/examples');
const run = async (example: string, token = '') => {
  const env = { ...process.env, QIANSHOU_URL: inject('gatewayUrl'), QIANSHOU_TOKEN: token };
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [join(EXAMPLES, example)], { env });
  return { lines: stdout.trim().split('\n'), stderr };
};

describe('the client package', () => {
  it('asks with a token, and knows the types of the answer', async () => {
    const client = graphClient({ url: inject('gatewayUrl'), token: () => tokenOf('yidu-bureau') });

    const { data, refusals } = await client.ask(StationsOfACountyDocument, { code: '420581' });

    expect(refusals).toEqual([]);
    expect(data?.region?.stations?.nodes.map(({ status }) => status)).toContain('OPERATING');
  });

  it('asks by the hash of a document that the gateway trusts, and by its text where it does not', async () => {
    const sent: string[] = [];
    const counting: typeof fetch = (url, init) => {
      sent.push(Object.keys(JSON.parse(init?.body as string)).join(' '));
      return fetch(url, init);
    };
    const options = { url: inject('gatewayUrl'), trustedDocuments: true, fetch: counting };
    const client = graphClient(options);

    const known = await client.ask(StationsOfACountyDocument, { code: '420581' });
    const unknown = await client.ask('{ region(code: "420581") { name } }', {});

    expect(known.data?.region?.stations?.nodes.length).toBeGreaterThan(0);
    expect([unknown.data, unknown.refusals]).toEqual([{ region: { name: '宜都市' } }, []]);
    expect(sent).toEqual(['extensions variables', 'extensions variables', 'query variables']);
  });

  it('says what was refused, in the language that was asked for', async () => {
    const client = graphClient({ url: inject('gatewayUrl'), language: 'en', token: () => 'none' });

    const asked = await client.ask(StationsOfACountyDocument, { code: '420581' });

    expect(isRefusedWith(asked, 'UNAUTHENTICATED')).toBe(true);
    expect(asked.correlationId).not.toBeNull();
  });

  it('reads every page in its first example', async () => {
    const { lines, stderr } = await run('counties-without-a-pairing.ts');

    expect(lines).toHaveLength(122);
    expect(stderr).toBe('');
  });

  it('reads a code in its second example', async () => {
    expect(await run('asking-again.ts', await tokenOf('yidu-bureau'))).toEqual({
      lines: ['no such station'],
      stderr: '',
    });
  });
});
