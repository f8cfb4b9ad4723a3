import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { inject, describe, expect, it } from 'vitest';
import { shippedQueries } from '../../src/files/library.ts';
import { tokenOf } from './graph.ts';

const library = [...shippedQueries().values()];
const NEEDED = '?county=420581';
const ORIGIN = new URL(inject('gatewayUrl')).origin;

async function get(path: string, headers: Record<string, string> = {}): Promise<Response> {
  const token = await tokenOf('yidu-bureau');
  return fetch(`${ORIGIN}/q/${path}`, {
    headers: { authorization: `Bearer ${token}`, ...headers },
  });
}

const linesOf = async (answer: Response): Promise<readonly string[]> =>
  (await answer.text()).replace('\uFEFF', '').trim().split('\r\n');

describe('links of the library, asked of the story', () => {
  it.each(library.filter(({ parameters }) => parameters.every(({ required }) => !required)))(
    '$slug is answered',
    async ({ slug }) => {
      const answer = await get(`${slug}.csv${NEEDED}`);

      expect([slug, answer.status]).toEqual([slug, 200]);
      expect((await linesOf(answer)).length).toBeGreaterThan(0);
    },
  );

  it('counts eleven stations of Yidu, and says nothing twice', async () => {
    const path = `stations-by-county-and-status.csv${NEEDED}`;
    const first = await get(path);
    const mark = first.headers.get('etag') ?? '';

    expect(await linesOf(first)).toContain('420581,\u5B9C\u90FD\u5E02,OPERATING,11');
    expect((await get(path, { 'if-none-match': mark })).status).toBe(304);
    expect((await get(path.replace('.csv', '.html'), { 'if-none-match': mark })).status).toBe(200);
  });

  it('tells nobody without a token more than that one is needed', async () => {
    const answer = await fetch(`${ORIGIN}/q/missing-haves.csv${NEEDED}`);

    expect([answer.status, answer.headers.get('etag')]).toEqual([401, null]);
  });

  it('knows published questions, their parameters and formats alone', async () => {
    const status = async (path: string) => (await get(path)).status;

    expect(await status('nothing.csv')).toBe(404);
    expect(await status('missing-haves.pdf')).toBe(406);
    expect(await status('missing-haves.csv?colour=red')).toBe(400);
    expect(await status('coverage-on-a-day.csv')).toBe(400);
    expect(await status('coverage-on-a-day.csv?day=2999-01-01')).toBe(422);
  });
});

const COPIES = join(import.meta.dirname, '../../../docs/analysts/copy-as.md');
const run = promisify(execFile);

/** The first piece of this language in the document, asking the gateway of this test. */
function copyAs(language: string): string {
  const [, text = ''] =
    new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``).exec(readFileSync(COPIES, 'utf8')) ?? [];
  return text.replaceAll('http://127.0.0.1:4000', ORIGIN);
}

describe('a question copied into a tool', () => {
  it.each([
    ['sh', 'sh', ['-c'], '420581,\u5B9C\u90FD\u5E02,OPERATING,11'],
    ['ts', process.execPath, ['--input-type=module', '-e'], '"values":[11]'],
  ])('is answered there: %s', async (language, program, args, told) => {
    const env = { ...process.env, TOKEN: await tokenOf('yidu-bureau') };
    const { stdout } = await run(program, [...args, copyAs(language)], { env });

    expect(stdout).toContain(told);
  });
});
