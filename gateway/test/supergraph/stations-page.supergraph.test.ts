import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { CHROMIUM, openBrowser } from '../fixture/browser.ts';
import { ask, stationOfYidu, tokenOf } from './graph.ts';

const PAGE = readFileSync(join(import.meta.dirname, '../../../docs/frontends/stations.html'), 'utf8');

describe.skipIf(CHROMIUM === undefined)('a stranger’s page from another origin', () => {
  let browser: Browser;
  let server: Server;
  beforeAll(async () => {
    browser = await openBrowser('zh-CN');
    server = createServer((_request, reply) => reply.setHeader('content-type', 'text/html').end(PAGE));
    await once(server.listen(0, '127.0.0.1'), 'listening');
  });
  afterAll(async () => {
    await browser.close();
    server.close();
  });

  it('has sixty lines, turns the pages of a county, and shows what happens while it happens', async () => {
    expect(PAGE.trim().split('\n').length).toBeLessThanOrEqual(60);
    const page = await browser.newPage();
    const { port } = server.address() as AddressInfo;
    const query = new URLSearchParams({ graph: inject('gatewayUrl'), county: '420581' });
    await page.goto(`http://127.0.0.1:${port}/?${query.toString()}#${await tokenOf('yidu-bureau')}`);
    await page.locator('#stations li:nth-child(5)').wait();
    const acked = page.evaluate(() => new Promise((told) => setTimeout(told, 500)));
    await page.locator('#more').click();
    await page.locator('#stations li:nth-child(10)').wait();
    await acked;
    const [row = ''] = await page.$$eval('#stations li', (items) =>
      items.map(({ textContent }) => textContent),
    );
    const before = Number(/\d+$/.exec(row)?.[0]);

    const input = {
      stationId: await stationOfYidu(),
      title: '演示活动',
      heldOn: '2026-11-21',
      participants: 9,
    };
    await ask(
      'mutation ($input: LogActivityInput!) { logActivity(input: $input) { station { id } } }',
      { input: { ...input, idempotencyKey: 'live-page' } },
      'yidu-bureau',
    );

    await page
      .locator(`::-p-text(${row.replace(/\d+$/, String(before + 1))})`)
      .setTimeout(10_000)
      .wait();
    expect(await page.$eval('#said', ({ textContent }) => textContent)).toBe('');
  });
});
