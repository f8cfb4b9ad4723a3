import { stringify } from 'csv-stringify/sync';
import { slicesOf, type Written } from './file.ts';

const FORM = {
  record_delimiter: 'windows',
  escape_formulas: true,
  cast: {
    boolean: (flag: boolean) => String(flag),
    // An amount below zero is a number, however it is written.
    string: (value: string) => ({ value, escape_formulas: !/^-\d+(?:\.\d+)?$/.test(value) }),
  },
} as const;

const MARK = '\uFEFF';

/** With a byte-order mark, so that Excel reads it as UTF-8; nothing in it is run as a formula. */
export async function* csvOf({ columns, pages }: Written): AsyncGenerator<string> {
  yield `${MARK}${stringify([columns.map(({ name }) => name)], FORM)}`;
  for await (const items of pages)
    for (const slice of slicesOf(items))
      yield stringify(
        slice.map((item) => columns.map(({ read }) => read(item))),
        FORM,
      );
}

/** One JSON object a line: an item as the graph answers it. */
export async function* jsonlOf({ pages }: Written): AsyncGenerator<string> {
  for await (const items of pages)
    for (const slice of slicesOf(items)) yield slice.map((item) => `${textOf(item)}\n`).join('');
}

export async function* jsonOf({ pages }: Written): AsyncGenerator<string> {
  let before = '[';
  for await (const items of pages)
    for (const slice of slicesOf(items)) {
      yield `${before}${slice.map(textOf).join(',\n')}`;
      before = ',\n';
    }
  yield before === '[' ? '[]\n' : ']\n';
}

/** Without what was asked beside the query. */
function textOf(item: unknown): string {
  return JSON.stringify(item, (key, value: unknown) => (key.startsWith('qianshou') ? undefined : value));
}
