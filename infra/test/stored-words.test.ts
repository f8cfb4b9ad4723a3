import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const HAN = /\p{Script=Han}/u;

/** What decides, saves and tells; what is put before people beside it (graphql) keeps nothing. */
const FILES = [
  'services/*/src/{domain,application,persistence,messaging}/**/*.ts',
  'packages/{kernel,service-kit}/src/**/*.ts',
];

/** Chinese that is no message, and why. */
const OTHERWISE: Readonly<Record<string, string>> = {
  'services/station/src/domain/reference/signage.ts': 'the name on the door is Chinese for everybody (STA-3)',
  'services/station/src/domain/reference/service-catalogue.ts': 'names of services, as reference data',
  'services/training/src/domain/programme/national-programmes.ts': 'names of programmes, as reference data',
  'services/pairing/src/domain/scheme/programme-phase.ts': 'the name of the plan and of its document',
  'services/personnel/src/domain/worker/exam-calendar.ts': 'names of notices, as sources',
  'services/funding/src/domain/calendar/holiday-notices.ts': 'numbers of notices, as sources',
  'services/personnel/src/domain/worker/exam-table.ts': 'the name of a document, as its source',
  ...Object.fromEntries(
    ['money', 'purchase', 'pairing', 'person', 'station'].map((area) => [
      `services/insight/src/domain/dataset/${area}-datasets.ts`,
      'headings, each beside the English one',
    ]),
  ),
  'packages/service-kit/src/wording/request-words.ts':
    'the Chinese of messages that a library says in English',
};
/** They read what people write in files and texts. */
const READING =
  /-(columns|terms|row)\.ts$|\/imports\/table\/|kernel\/src\/(import-|text|personal-marks|credit-code|known-regions|enum-terms)/;

const paths = FILES.flatMap((pattern) => globSync(pattern, { cwd: root })).filter(
  (path) => !path.endsWith('.test.ts'),
);

const COMMENT = /\/\*[^]*?\*\/|(?<=^|\s)\/\/.*$/gm;
const LITERAL = /'[^'\n]*'|`[^`]*`/g;
/** The property to which a literal belongs. */
const PROPERTY = /(?:^|[{,(\s])(\w+):\s/g;

/** Said in one language only: Chinese that is no part of a message, which has both. */
function saidInOne(path: string): readonly string[] {
  const source = readFileSync(join(root, path), 'utf8').replace(COMMENT, '');
  const chinese = [...source.matchAll(LITERAL)].filter(([text]) => HAN.test(text));
  return chinese
    .filter(({ index }) => !isOfMessage(source.slice(Math.max(0, index - 400), index)))
    .map(([text]) => text);
}

function isOfMessage(before: string): boolean {
  if (/\bterm\([^)]*$/.test(before)) return true;
  return /^(zh|en)$/.test([...before.matchAll(PROPERTY)].at(-1)?.[1] ?? '');
}

describe('what is stored', () => {
  it('is never a sentence in one language: Chinese stands beside its English, or is no message', () => {
    const found = paths
      .filter((path) => !READING.test(path) && !(path in OTHERWISE))
      .flatMap((path) => saidInOne(path).map((text) => `${path}: ${text}`));

    expect(paths.length).toBeGreaterThan(500);
    expect(found).toEqual([]);
  });

  it('is excused only where there is something to excuse', () => {
    expect(Object.keys(OTHERWISE).filter((path) => saidInOne(path).length === 0)).toEqual([]);
  });
});
