import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { follow, graphClient, isRefusedWith } from '@qianshou/client';
import { StationsOfACountyDocument } from '@qianshou/client/documents';
import { describe, expect, inject, it } from 'vitest';
import { ask, post, tokenOf } from './graph.ts';

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

  it('follows what happens, and goes on where a connection broke', async () => {
    const headers = { authorization: `Bearer ${await tokenOf('admin')}`, 'x-qianshou-position': 'true' };
    const now = await post(inject('gatewayUrl'), { query: '{ __typename }' }, headers);
    const { position } = JSON.parse(now.text).extensions as { readonly position: string };
    const token = await tokenOf('admin');
    const connections: string[] = [];
    const breaking: typeof fetch = async (url, init) => {
      connections.push(JSON.parse(init?.body as string).variables.after);
      const answer = await fetch(url, init);
      if (connections.length > 1) return answer;
      // The first connection breaks before anything is told.
      await answer.body?.cancel();
      throw new TypeError('broken');
    };
    const stop = new AbortController();
    const told = follow<{ events: { type: string; position: string } }, { after: string }>(
      {
        url: inject('gatewayUrl').replace('/graphql', '/graphql/stream'),
        token: () => token,
        signal: stop.signal,
        fetch: breaking,
      },
      'subscription ($after: String) { events(after: $after) { type position } }',
      { after: position },
    );
    const name = '跟随演练阶段';
    const input = {
      name,
      startsOn: '2045-01-01',
      endsOn: '2045-12-31',
      source: '演练通知',
      idempotencyKey: name,
    };
    await ask(
      'mutation ($input: OpenProgrammePhaseInput!) { openProgrammePhase(input: $input) { phase { id } } }',
      { input },
      'admin',
    );

    const { value } = await told.next();

    expect(value?.events.type).toMatch(/^qianshou\./);
    expect(connections).toEqual([position, position]);
    stop.abort();
    await told.return(undefined);
    const refused = follow(
      { url: inject('gatewayUrl').replace('/graphql', '/graphql/stream'), token: () => 'x' },
      'subscription { events { id } }',
      {},
    );
    await expect(refused.next()).rejects.toSatisfy((error) => isRefusedWith(error, 'UNAUTHENTICATED'));
  });
});
