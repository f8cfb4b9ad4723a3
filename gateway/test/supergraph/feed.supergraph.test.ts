import { describe, expect, inject, it, vi } from 'vitest';
import { tokenOf } from './graph.ts';

const feedOf = async (persona: string | null, query = '', headers: Record<string, string> = {}) => {
  const address = inject('gatewayUrl').replace('/graphql', `/feed${query}`);
  const authorization = persona === null ? {} : { authorization: `Bearer ${await tokenOf(persona)}` };
  return fetch(address, { headers: { ...authorization, ...headers } });
};

const linesOf = async (answer: Response) =>
  (await answer.text())
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { type: string; regioncode: string; position: string });

describe('the feed of partner platforms', () => {
  it('tells a partner through the gateway what the story made of Yidu', async () => {
    await vi.waitFor(async () => {
      const answer = await feedOf('partner', '?types=qianshou.station.opened.v1&region=420581&limit=1000');
      expect(answer.headers.get('x-qianshou-position')).toHaveLength(22);
      expect(await linesOf(answer)).toHaveLength(11);
    }, 10_000);
  });

  it('tells nobody of workers, payments and services, though the story is full of them', async () => {
    const told = await linesOf(await feedOf('partner', '?limit=1000'));

    expect(told.length).toBeGreaterThan(100);
    expect(JSON.stringify(told)).not.toMatch(/wrk_|pst_|personnel|payment|service-record/);
  });

  it('goes on as a stream through the gateway', async () => {
    const answer = await feedOf('partner', '', { accept: 'text/event-stream' });
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
    const text = [(await reader?.read())?.value, (await reader?.read())?.value].join('');
    await reader?.cancel();

    expect(answer.headers.get('content-type')).toContain('text/event-stream');
    expect(text).toMatch(/id: [\w-]{22}\nevent: event\ndata: \{"specversion":"1\.0"/);
  });

  it('begins with the present state, and goes on from where that was read', async () => {
    const answer = await feedOf('partner', '/snapshot?type=station&region=420581');
    const lines = (await answer.text())
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));

    expect(lines).toHaveLength(12);
    expect(lines[0]).toMatchObject({
      subject: expect.stringMatching(/^station\/sta_/),
      sequence: expect.stringMatching(/^[1-9]\d*$/),
      data: { status: 'OPERATING', county: { code: '420581' } },
    });
    const position = answer.headers.get('x-qianshou-position') ?? '';
    expect(lines.at(-1)).toEqual({ complete: true, count: 11, position });
    expect((await feedOf('partner', `?after=${position}`)).status).toBe(200);
  });

  it('makes one snapshot at a time for each, also of those that are asked for at once', async () => {
    const asked = [1, 2, 3].map(() => feedOf('partner', '/snapshot?type=station&region=420581'));
    const answers = await Promise.all(asked);
    await Promise.all(answers.map((answer) => answer.text()));

    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 503, 503]);
  });

  it.each([
    [null, '?type=station', 401, 'UNAUTHENTICATED'],
    ['yidu-finance', '?type=station', 403, 'FORBIDDEN'],
    ['partner', '?type=posting', 400, 'BAD_USER_INPUT'],
  ])('refuses a snapshot to %s of %s', async (persona, query, status, code) => {
    const answer = await feedOf(persona, `/snapshot${query}`);

    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code } }] });
  });

  it.each([
    [null, 401, 'UNAUTHENTICATED'],
    ['yidu-finance', 403, 'FORBIDDEN'],
  ])('is refused to %s', async (persona, status, code) => {
    const answer = await feedOf(persona);

    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code } }] });
  });
});
