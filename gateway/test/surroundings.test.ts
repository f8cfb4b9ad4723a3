import { fork } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { getDistDirectory } from 'altair-static';
import { fastify } from 'fastify';
import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { codesOf, startGatewayUnderTest, type GatewayUnderTest } from './fixture/gateway-under-test.ts';

let development: GatewayUnderTest;
let production: GatewayUnderTest;

beforeAll(async () => {
  [development, production] = await Promise.all([
    startGatewayUnderTest({ names: ['harbours'], config: { NODE_ENV: 'development' } }),
    startGatewayUnderTest({ names: ['harbours'], config: { NODE_ENV: 'production' } }),
  ]);
});

afterAll(() => Promise.all([development.stop(), production.stop()]));

const signedIn = async (gateway: GatewayUnderTest) => ({
  authorization: `Bearer ${await gateway.issuer.token()}`,
});

describe('the schema', () => {
  it('can be introspected by everybody in development', async () => {
    const { data, errors } = await development.ask(getIntrospectionQuery());

    expect(errors).toEqual([]);
    expect(data).toHaveProperty('__schema');
  });

  it('can be introspected in production by whoever signed in, and by nobody else', async () => {
    const query = getIntrospectionQuery();

    const anonymous = await production.ask(query);
    const known = await production.ask({ query, headers: await signedIn(production) });

    expect([anonymous.status, codesOf(anonymous)]).toEqual([401, ['UNAUTHENTICATED']]);
    expect(known.errors).toEqual([]);
  });

  it.each([
    '{ __type(name: "Harbour") { name } }',
    '{ ...A } fragment A on Query { __schema { queryType { name } } }',
  ])('is not shown to a stranger in production by %s', async (query) => {
    expect(codesOf(await production.ask(query))).toEqual(['UNAUTHENTICATED']);
  });

  it('does not unfold without end', async () => {
    const unfolding = `{ __schema { types { ${'fields { type { '.repeat(6)} name ${' } }'.repeat(6)} } } }`;

    expect((await development.ask(unfolding)).status).toBe(400);
  });

  it('is served as a text to whom it may be shown, without what federation adds', async () => {
    const open = await fetch(`${development.url}/schema.graphql`);
    const refused = await fetch(`${production.url}/schema.graphql`);
    const shown = await fetch(`${production.url}/schema.graphql`, { headers: await signedIn(production) });

    const sdl = await open.text();
    expect(sdl).toContain('type Harbour {');
    expect(sdl).not.toMatch(/_entities|_service|join__/);
    expect([refused.status, shown.status]).toEqual([401, 200]);
  });
});

describe('the explorer', () => {
  it('is served in development from its own files only', async () => {
    const page = await fetch(development.url);
    const html = await page.text();
    const links = [...html.matchAll(/<(?:script|link|img)[^>]+(?:src|href)="([^"]+)"/g)].map(
      ([, link = '']) => link,
    );

    const answers = await Promise.all(
      links.map((link) => fetch(new URL(link, `${development.url}/explorer/`))),
    );

    expect(links.filter((link) => /^(https?:)?\/\//.test(link))).toEqual([]);
    expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
    expect(html).toContain('<base href="/explorer/">');
  });

  it('may load and reach nothing outside, whatever its scripts try', async () => {
    const { headers } = await fetch(development.url);

    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'self'");
    expect(policy).not.toMatch(/https?:|\*|unsafe-eval/);
  });

  it.each([
    'explorer/../package.json',
    'explorer/%2e%2e/index.js',
    'explorer/..%2f..%2fpackage.json',
    'explorer/assets',
  ])('serves nothing but its files: %s', async (path) => {
    expect((await fetch(`${development.url}/${path}`)).status).toBe(404);
  });

  const optionsFor = async (language: string) => {
    const headers = { 'accept-language': language };
    return (await fetch(`${development.url}/explorer/initial_options.js`, { headers })).text();
  };

  it.each([
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh-CN', '一县的社工站'],
    ['zh', 'zh-CN', '五有'],
    ['en-GB,en;q=0.9', 'en-US', 'The stations of a county'],
    ['fr-CH, fr;q=0.9', 'fr-FR', 'The stations of a county'],
    ['*', 'en-US', 'The stations of a county'],
    ['tlh', 'en-US', 'The stations of a county'],
  ])('opens for %j in %s, with the first queries', async (accepted, language, title) => {
    const options = await optionsFor(accepted);

    expect(options).toContain(`language: \`${language}\``);
    expect(options).toContain(title);
    expect(options.match(/initialQuery:/g)).toHaveLength(5);
    expect(options.match(/endpointURL: new URL\('\/graphql', location.origin\).href/g)).toHaveLength(6);
    expect(options.match(/initialRequestHandlerId: `http`/g)).toHaveLength(5);
    expect(options).toContain('{\n  "code": "420581"\n}');
  });

  it.each([
    ['county', 2],
    ['..%2fadr', 5],
  ])('opens for a persona with its own questions: %s', async (persona, queries) => {
    const html = await (await fetch(`${development.url}/?persona=${persona}`)).text();
    const links = [...html.matchAll(/<script[^>]+src="([^"]+)"/g)].map(([, link = '']) => link);
    const scripts = await Promise.all(
      links.map(async (link) => (await fetch(new URL(link, `${development.url}/explorer/`))).text()),
    );

    expect(scripts.join().match(/initialQuery: `/g)).toHaveLength(queries);
  });

  it('searches descriptions too, so that Chinese words are found', async () => {
    const names = readdirSync(getDistDirectory()).filter((name) => name.endsWith('.js'));
    const scripts = await Promise.all(
      names.map(async (name) => (await fetch(`${development.url}/explorer/${name}`)).text()),
    );

    expect(scripts.filter((script) => script.includes('keys:["search"]'))).toEqual([]);
    expect(scripts.filter((script) => script.includes('keys:["search","description"]'))).toHaveLength(2);
  });

  it('is not there in production', async () => {
    expect((await fetch(production.url)).status).toBe(404);
    expect((await fetch(`${production.url}/explorer/main.js`)).status).toBe(404);
  });
});

describe('health', () => {
  it('is told on another port than the graph', async () => {
    const statuses = ['livez', 'readyz', 'metrics', 'healthz'].map(async (path) => [
      (await fetch(`${development.healthUrl}/${path}`)).status,
      (await fetch(`${development.url}/${path}`)).status,
    ]);

    expect(await Promise.all(statuses)).toEqual([1, 2, 3, 4].map(() => [200, 404]));
  });

  it('names each subgraph, and stays ready without one', async () => {
    const ready = fastify();
    ready.get('/readyz', () => ({}));
    const address = await ready.listen();
    const gateway = await startGatewayUnderTest({
      names: ['harbours'],
      environment: { SUBGRAPH_HEALTH: `harbours=${address},ships=http://127.0.0.1:9` },
    });

    const health = await vi.waitFor(async () => {
      const answer = await (await fetch(`${gateway.healthUrl}/healthz`)).json();
      expect(answer).not.toMatchObject({ subgraphs: { harbours: 'UNKNOWN' } });
      return answer;
    });

    expect(health).toEqual({ status: 'PARTIAL', subgraphs: { harbours: 'READY', ships: 'UNREACHABLE' } });
    expect((await fetch(`${gateway.healthUrl}/readyz`)).status).toBe(200);
    await gateway.stop();
    await ready.close();
  });
});

describe('the process', () => {
  it('names every wrong setting, and leaves', async () => {
    const { code, text } = await runMain({ PORT: 'eighty', SUBGRAPHS: 'pairing' });

    expect(code).toBe(1);
    for (const setting of [
      'PORT',
      'SUBGRAPHS',
      'SUBGRAPH_KEYS_FILE',
      'JWKS_FILE',
      'TOKEN_ISSUER',
      'TOKEN_AUDIENCE',
    ]) {
      expect(text).toContain(setting);
    }
  });

  it('answers what is under way when it is told to stop', async () => {
    const gateway = await startGatewayUnderTest({ names: ['harbours'] });
    const { harbours } = gateway.subgraphs;
    harbours.behave('SLOW');
    const underWay = gateway.ask('{ echo(text: "x") }');
    await vi.waitFor(() => expect(harbours.calls).toHaveLength(1));

    const [answer] = await Promise.all([underWay, gateway.stop()]);

    expect(answer.data).toEqual({ echo: 'x' });
  });
});

function runMain(
  env: Record<string, string>,
): Promise<{ readonly code: number | null; readonly text: string }> {
  const main = fork(new URL('../src/main.ts', import.meta.url), { env, silent: true, execArgv: [] });
  let text = '';
  main.stderr?.on('data', (chunk) => (text += chunk));
  return new Promise((left) => main.on('close', (code) => left({ code, text })));
}
