import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { judge } from './boundaries.ts';
import { parseFlags } from './command.ts';
import { printErrorCodes, requireUniqueCodes } from './error-codes.ts';
import { REPOSITORY } from './places.ts';
import { hashOfSources, typesAreFresh, writeTypesStamp } from './types-stamp.mjs';

describe('a command of the command line', () => {
  const commands = readdirSync(import.meta.dirname)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => [name, readFileSync(join(import.meta.dirname, name), 'utf8')] as const)
    .filter(([, text]) => /^await /m.test(text));

  it.each(commands)('%s has all that it needs before it begins', (_name, text) => {
    const [, after = ''] = text.split(/^await /m);

    expect(commands.length).toBeGreaterThan(10);
    expect(after).not.toMatch(/^(?:const|let|class) /m);
  });
});

describe('the boundaries', () => {
  const ruleSetUsed = { forbidden: [{ name: 'kernel-stands-alone', comment: 'every domain has it' }] };

  it('are not held when too few modules were read', () => {
    expect(judge({ totalCruised: 0, violations: [], ruleSetUsed }).ok).toBe(false);
  });

  it('are held when enough was read and nothing is wrong', () => {
    expect(judge({ totalCruised: 100, violations: [], ruleSetUsed }).ok).toBe(true);
  });

  it('tell a violation with the reason of its rule', () => {
    const violation = { from: 'a.ts', to: 'b.ts', rule: { name: 'kernel-stands-alone' } };

    const { ok, output } = judge({ totalCruised: 100, violations: [violation], ruleSetUsed });

    expect(ok).toBe(false);
    expect(output).toContain('every domain has it');
    expect(output).toContain('a.ts → b.ts');
  });
});

describe('the stamp of the generated types', () => {
  let repository: string;
  const schema = () => join(repository, 'services/station/schema.graphql');
  beforeEach(() => {
    repository = mkdtempSync(join(tmpdir(), 'qianshou-stamp-'));
    mkdirSync(join(repository, 'node_modules'));
    mkdirSync(join(repository, 'services/station/src/graphql/generated'), { recursive: true });
    cpSync(join(REPOSITORY, 'codegen.ts'), join(repository, 'codegen.ts'));
    writeFileSync(schema(), 'type Query { a: Int }');
    writeFileSync(join(repository, 'services/station/src/graphql/generated/resolvers.ts'), '');
  });
  afterEach(() => rmSync(repository, { recursive: true }));

  it('is fresh after it was written', () => {
    writeTypesStamp(repository);

    expect(typesAreFresh(repository)).toBe(true);
  });

  it('is not fresh after a schema changed', () => {
    writeTypesStamp(repository);
    const before = hashOfSources(repository);

    writeFileSync(schema(), 'type Query { a: Int b: Int }');

    expect(hashOfSources(repository)).not.toBe(before);
    expect(typesAreFresh(repository)).toBe(false);
  });

  it('is not fresh when the generated file is gone', () => {
    writeTypesStamp(repository);

    rmSync(join(repository, 'services/station/src/graphql/generated'), { recursive: true });

    expect(typesAreFresh(repository)).toBe(false);
  });
});

describe('the catalogue of error codes', () => {
  const lacks = { kind: 'CONFLICT', code: 'STATION_LACKS_HAVES', rule: 'STA-2', en: 'a | b', zh: '缺' };

  it('shows code, kind, rule and both messages, and escapes what would break the table', () => {
    const printed = printErrorCodes([{ title: 'Service station', definitions: [lacks] }]);

    expect(printed).toContain('| `STATION_LACKS_HAVES` | CONFLICT | STA-2 | a \\| b | 缺 |');
  });

  it('refuses one code with two meanings', () => {
    const twice = [
      { title: 'Service station', definitions: [lacks] },
      { title: 'Service funding', definitions: [lacks] },
    ];

    expect(() => requireUniqueCodes(twice)).toThrow(/Service station, Service funding/);
  });
});

describe('the flags of a command', () => {
  it('are off unless given', () => {
    expect(parseFlags(['--check'], ['check', 'verbose'])).toEqual({ check: true, verbose: false });
  });

  it('are refused when they are not known', () => {
    expect(() => parseFlags(['--chek'], ['check'])).toThrow(/--check/);
  });
});
