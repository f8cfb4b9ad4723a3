import { once } from 'node:events';
import { request } from 'node:http';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startGatewayUnderTest, type GatewayUnderTest } from './fixture/gateway-under-test.ts';

let gateway: GatewayUnderTest;
let token: string;

beforeAll(async () => {
  gateway = await startGatewayUnderTest({
    names: ['harbours'],
    environment: {
      EXPORTS: '{"perCaller":1,"signedIn":{"rows":1000},"analyst":{"rows":1000},"public":{"rows":3}}',
    },
  });
  token = await gateway.issuer.token();
});
afterAll(() => gateway.stop());

const FLEET = `query Fleet($size: Int!) {
  fleet(size: $size, first: 2) { nodes { number name afloat sailors { rank name } } }
}`;

function post(body: object, { format = '?format=csv', headers = {} } = {}): Promise<Response> {
  return fetch(`${gateway.url}/export${format}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, ...headers },
    body: JSON.stringify(body),
  });
}

const fleet = (size: number) => ({ query: FLEET, variables: { size } });

async function bytesOf(answer: Response): Promise<Buffer> {
  return Buffer.from(await answer.arrayBuffer());
}

describe('POST /export', () => {
  it('reads the outermost list to its end, and flattens by one rule', async () => {
    const answer = await post(fleet(5));

    expect([
      answer.status,
      answer.headers.get('content-type'),
      answer.headers.get('x-qianshou-rows'),
    ]).toEqual([200, 'text/csv; charset=utf-8', '5']);
    expect((await bytesOf(answer)).toString()).toBe(
      [
        '\uFEFFnumber,name,afloat,sailors.rank,sailors.name',
        "1,'=cmd|1,,CAPTAIN; MATE,\u5F20*; ",
        '2,Boat 2,true,,',
        '3,Boat 3,,,',
        '4,Boat 4,true,,',
        '5,Boat 5,,,',
        '',
      ].join('\r\n'),
    );
  });

  it('goes on from the cursor of the query, also within fragments and under other names', async () => {
    const query = `{ boats: fleet(size: 4, after: "2") { ...Page } } fragment Page on BoatConnection { all: nodes { no: number } }`;

    expect(await (await post({ query }, { format: '?format=jsonl' })).text()).toBe('{"no":3}\n{"no":4}\n');
  });

  it('writes a workbook with a frozen heading in both languages and a sheet of provenance', async () => {
    const parts = unzipSync(await bytesOf(await post(fleet(3), { format: '?format=xlsx' })));
    const [data, provenance] = [1, 2].map((at) =>
      Buffer.from(parts[`xl/worksheets/sheet${at}.xml`] ?? []).toString(),
    );

    expect(data).toContain('state="frozen"');
    expect(data).toContain('\u7F16\u53F7 Number<');
    expect(data).toContain('\u8239\u5458\u00B7\u804C\u7EA7 Who sails it \u00B7 Rank');
    expect(data).toContain('=cmd|1</t>');
    expect(data).not.toContain('<f>');
    for (const told of ['fleet(size: $size', '{"size":3}', '<v>3</v>', 'masked', 'SHA-256'])
      expect(provenance).toContain(told);
  });

  it('writes Parquet, JSON and a page, by Accept as well', async () => {
    const parquet = await bytesOf(
      await post(fleet(3), { format: '', headers: { accept: 'application/vnd.apache.parquet' } }),
    );
    const json: unknown = await (await post(fleet(2), { format: '?format=json' })).json();
    const page = await (await post(fleet(1), { format: '?format=html' })).text();

    expect([parquet.subarray(0, 4).toString(), parquet.subarray(-4).toString()]).toEqual(['PAR1', 'PAR1']);
    expect(json).toHaveLength(2);
    expect(page).toContain('<td>=cmd|1');
    expect(page).toContain('<svg');
  });

  it.each([
    ['1', '1', ['1']],
    ['3', '3', ['1', '2', '3']],
    ['9', '5', ['1', '2', '3', '4', '5']],
  ])('has the first %s rows where so many are wanted', async (limit, rows, numbers) => {
    const answer = await post(fleet(5), { format: `?format=csv&limit=${limit}` });
    const lines = (await bytesOf(answer)).toString().trim().split('\r\n').slice(1);

    expect([answer.headers.get('x-qianshou-rows'), lines.map((line) => line.split(',')[0])]).toEqual([
      rows,
      numbers,
    ]);
  });

  it('is made of a list that is longer than the role may take, where fewer rows are wanted', async () => {
    const status = async (limit: number): Promise<number> => {
      const answer = await post(fleet(1_001), { format: `?format=csv&limit=${limit}` });
      await answer.arrayBuffer();
      return answer.status;
    };

    expect(await status(150)).toBe(200);
    expect(await status(1_001)).toBe(413);
  });

  it('is one row where there is no list', async () => {
    const answer = await post({ query: 'query ($t: String) { echo(text: $t) }', variables: { t: 'a,"b"' } });

    expect((await bytesOf(answer)).toString()).toBe('\uFEFFecho\r\n"a,""b"""\r\n');
  });

  it.each([
    ['another format', fleet(1), '?format=pdf', 406],
    ['a media type that is none of the files', fleet(1), '', 406, 'image/png'],
    ['what the graph does not know', { query: '{ nothing }' }, '?format=csv', 400],
    ['a change', { query: 'mutation { renameHarbour(code: "a", name: "b") { code } }' }, '?format=csv', 400],
    ['more rows than the role may take', fleet(1_001), '?format=csv', 413],
    ['what the graph refuses', { query: '{ fail(how: REFUSED) }' }, '?format=csv', 422],
    ['no query', {}, '?format=csv', 400],
    ['no number of rows', fleet(1), '?format=csv&limit=0', 400],
    ['two numbers of rows', fleet(1), '?format=csv&limit=1&limit=2', 400],
  ])('refuses %s', async (_what, body, format, status, accept = '*/*') => {
    const answer = await post(body, { format, headers: { accept } });
    const { errors } = (await answer.json()) as { readonly errors: readonly unknown[] };

    expect([answer.status, errors.length]).toEqual([status, 1]);
  });

  it('gives the public fewer rows', async () => {
    const anonymous = async (size: number) => {
      const answer = await fetch(`${gateway.url}/export?format=csv`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(fleet(size)),
      });
      await answer.arrayBuffer();
      return answer.status;
    };

    expect([await anonymous(3), await anonymous(4)]).toEqual([200, 413]);
  });

  it('breaks a file off that the graph refuses half-way, instead of ending it', async () => {
    const answer = await post(fleet(1_000));

    expect(answer.status).toBe(200);
    await expect(answer.arrayBuffer()).rejects.toThrow();
  });

  it('gives its place back when the client goes away, and makes no more than that for one caller', async () => {
    const url = new URL(`${gateway.url}/export?format=csv`);
    const first = request(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    });
    first.end(JSON.stringify(fleet(660)));
    await once(first, 'response');
    first.destroy();

    await expect.poll(async () => (await post(fleet(1))).status).toBe(200);
  });
});
