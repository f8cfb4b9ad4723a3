import { describe, expect, it } from 'vitest';
import type { FoundRun } from './import-operations.ts';
import { columnTable, outcomeTable } from './import-tables.ts';
import { languageOf, wordsIn } from './import-words.ts';

const NONE = { nodes: [], totalCount: 0 };
const COUNTS = { rows: 2, new: 1, changed: 0, known: 0, refused: 1 };
const FOUND: FoundRun = {
  id: 'imp_1',
  status: 'CHECKED',
  bytesReceived: 1,
  sizeBytes: 1,
  encoding: 'XLSX',
  check: COUNTS,
  application: COUNTS,
  progress: { numerator: 1, denominator: 1 },
  problem: null,
  ERROR: {
    nodes: [{ line: 3, heading: '启用日期', code: 'BAD_USER_INPUT', message: '日期无效' }],
    totalCount: 31,
  },
  NOTICE: NONE,
  NOTE: {
    nodes: [{ line: 1, heading: null, code: 'IMPORT_LINE_LEFT_OUT', message: '标题行' }],
    totalCount: 1,
  },
};

describe('the language of the command', () => {
  it.each([
    ['zh', { LANG: 'en_US.UTF-8' }, 'zh'],
    ['en', { LANG: 'zh_CN.UTF-8' }, 'en'],
    [undefined, { LANG: 'zh_CN.UTF-8' }, 'zh'],
    [undefined, { LC_ALL: 'zh_CN.UTF-8', LANG: 'C' }, 'zh'],
    [undefined, { LC_ALL: 'en_GB.UTF-8', LANG: 'zh_CN.UTF-8' }, 'en'],
    [undefined, { LC_ALL: '', LANG: 'C.UTF-8' }, 'en'],
    [undefined, {}, 'en'],
  ])('is, asked for %s with %j, %s', (asked, environment, language) => {
    expect(languageOf(asked, environment)).toBe(language);
  });
});

describe('the outcome of an import', () => {
  it('shows what is refused before what was understood, and how much more there is', () => {
    const shown = outcomeTable(FOUND, wordsIn('zh'));

    expect(shown).toMatch(/已检查 · XLSX/);
    expect(shown.indexOf('日期无效')).toBeLessThan(shown.indexOf('标题行'));
    expect(shown).toMatch(/启用日期/);
    expect(shown).toMatch(/另有 30 条/);
  });

  it('says the same in English', () => {
    const shown = outcomeTable(FOUND, wordsIn('en'));

    expect(shown).toMatch(/CHECKED · XLSX/);
    expect(shown).toMatch(/and 30 more/);
    expect(columnTable([], wordsIn('en'))).toMatch(/needed/);
  });
});
