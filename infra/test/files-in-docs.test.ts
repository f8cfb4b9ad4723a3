import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');
const PAGES = [
  '*.md',
  'docs/*.md',
  'docs/queries/*.md',
  'gateway/README.md',
  'services/*/README.md',
  'packages/*/README.md',
];
/** A path is written whole, or from where a service or the gateway begins. */
const BEGINNINGS = ['', 'gateway/', 'gateway/src/', 'services/*/', 'services/*/src/'];
const CODE = /`((?:[\w.-]+\/)+[\w.-]+\.(?:ts|graphql))`/g;

function isThere(path: string): boolean {
  return BEGINNINGS.some((beginning) =>
    beginning.includes('*')
      ? globSync(beginning + path, { cwd: ROOT }).length > 0
      : existsSync(join(ROOT, beginning + path)),
  );
}

const pages = globSync(PAGES, { cwd: ROOT }).map((page) => ({
  page,
  named: [...readFileSync(join(ROOT, page), 'utf8').matchAll(CODE)].map(([, path = '']) => path),
}));

describe('files that documentation names', () => {
  it('are there', () => {
    const absent = pages.flatMap(({ page, named }) =>
      named.filter((path) => !isThere(path)).map((path) => `${page}: ${path}`),
    );

    expect(pages.flatMap(({ named }) => named).length).toBeGreaterThan(50);
    expect(absent).toEqual([]);
  });
});
