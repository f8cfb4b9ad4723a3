import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { REPOSITORY } from '../local/places.ts';

describe("funding's database user", () => {
  const script = readFileSync(join(REPOSITORY, 'infra/mongo/create-users.js'), 'utf8');

  it('may insert into the journal, and neither change nor remove what is there', () => {
    const [, insertOnly = ''] = /const insertOnly = (\[[^\]]*\])/.exec(script) ?? [];

    expect(script).toContain("on('journal', insertOnly)");
    expect(insertOnly).toContain("'insert'");
    expect(insertOnly).not.toMatch(/update|remove|drop|rename|collMod/);
  });

  it('may add to the audit log, and remove nothing of it', () => {
    expect(script).toMatch(
      /AUDIT\.map\(\(collection\) => on\(collection, \[\.\.\.insertOnly, 'update'\]\)\)/,
    );
  });

  it.each(collectionsOfFunding())('may work with %s', (collection) => {
    expect(script).toContain(`'${collection}'`);
  });
});

/** As its models, and the kit's collections that it uses, are named in the sources. */
function collectionsOfFunding(): readonly string[] {
  const folder = join(REPOSITORY, 'services/funding/src/persistence');
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  const files = names.map((name) => readFileSync(join(folder, name), 'utf8'));
  return [
    ...new Set(files.flatMap((text) => [...text.matchAll(/, '([a-z_]+)'\)/g)].map(([, name]) => name ?? ''))),
  ].filter((name) => /s$|^journal$/.test(name));
}
