import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM, openBrowser } from './fixture/browser.ts';
import { startGatewayUnderTest, type GatewayUnderTest } from './fixture/gateway-under-test.ts';

const folder = mkdtempSync(join(tmpdir(), 'explorer-'));
const personas = join(folder, 'personas.json');
const foreign = createServer((_request, response) =>
  response
    .setHeader('content-type', 'text/html')
    .end('<!doctype html><title>a page of another origin</title>'),
);
let gateway: GatewayUnderTest;
let browser: Browser;

beforeAll(async () => {
  if (CHROMIUM === undefined) return;
  writeFileSync(personas, JSON.stringify([{ name: 'bureau', about: '民政局', token: 'x' }]));
  const environment = { NODE_ENV: 'development', EXPLORER_PERSONAS_FILE: personas };
  await new Promise<void>((resolve) => void foreign.listen(0, '127.0.0.1', resolve));
  [gateway, browser] = await Promise.all([
    startGatewayUnderTest({ names: ['harbours'], environment }),
    openBrowser('zh-CN'),
  ]);
});

afterAll(async () => {
  if (CHROMIUM === undefined) return;
  await Promise.all([browser.close(), gateway.stop()]);
  foreign.close();
  rmSync(folder, { recursive: true });
});

async function open(address: string): Promise<{ readonly page: Page; readonly faults: readonly unknown[] }> {
  const page = await browser.newPage();
  const faults: unknown[] = [];
  page.on('pageerror', (error) => faults.push(error));
  await page.goto(address);
  return { page, faults };
}

/** By the text that is looked for: what waits for a function of its own is stopped by the page's policy. */
const shows = (page: Page, text: string) => page.locator(`::-p-text(${text})`).setTimeout(10_000).wait();

describe.skipIf(CHROMIUM === undefined)('in Chromium', () => {
  it('the explorer opens in the browser’s language with a persona’s questions, and asks as whoever is chosen', async () => {
    const { page, faults } = await open(`${gateway.url}/?persona=county`);
    await shows(page, '县级记分卡');
    await page.locator('li.header__menu-item').click();
    await page.locator('::-p-text(bureau · 民政局)').click();
    await page.locator('.ant-dropdown').setVisibility('hidden').wait();
    const asked = page.waitForRequest((request) => request.headers()['authorization'] === 'Bearer x');

    await page.locator('::-p-text(发送请求)').click();

    await asked;
    await shows(page, 'UNAUTHENTICATED');
    expect(faults).toEqual([]);
  });

  it('a page of another origin reads data, a refusal’s code and its headers', async () => {
    const { page } = await open(`http://127.0.0.1:${(foreign.address() as AddressInfo).port}/`);

    const read = await page.evaluate(async (url) => {
      const post = async (query: string, headers: Record<string, string> = {}) => {
        const type = { 'content-type': 'application/json', ...headers };
        const answer = await fetch(url, { method: 'POST', headers: type, body: JSON.stringify({ query }) });
        const body = (await answer.json()) as { data?: unknown; errors?: { extensions: { code: string } }[] };
        const codes = (body.errors ?? []).map(({ extensions }) => extensions.code);
        return [answer.status, body.data ?? null, codes, answer.headers.has('x-correlation-id')];
      };
      return [
        await post('{ harbour(code: "H1") { name } }', { 'accept-language': 'zh-CN' }),
        await post('{ fail(how: REFUSED) }'),
        await post('{ echo }', { authorization: 'Bearer x' }),
      ];
    }, `${gateway.url}/graphql`);

    expect(read).toEqual([
      [200, { harbour: { name: 'Harbour H1' } }, [], true],
      [200, { fail: null }, ['HARBOUR_CLOSED'], true],
      [401, null, ['UNAUTHENTICATED'], true],
    ]);
  });
});
