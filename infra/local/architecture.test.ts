import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');
const PLACE = /^(?:gateway|services|packages|infra)\/[\w./-]+$/;
const WAYS = ['mutation', 'query', 'event', 'figure', 'import'];

const page = await readFile(join(ROOT, 'docs', 'architecture.md'), 'utf8');
const places = [...page.matchAll(/`([^`\n]+)`(?: \(`([^`\n]+)`\))?/g)]
  .map(([, place = '', says = null]) => ({ place, says }))
  .filter(({ place }) => PLACE.test(place));

describe('docs/architecture.md', () => {
  it.each(WAYS)('shows the way of a %s through real files', (way) => {
    const [, section = ''] = page.split(new RegExp(`## The way of an? ${way}\\b`));
    const [steps = ''] = section.split('\n## ');

    expect(steps.match(/^\d\. .*`(?:gateway|services|packages|infra)\//gm)?.length).toBeGreaterThan(2);
  });

  it('names no file that is not there', async () => {
    const absent = await Promise.all(
      places.map(({ place }) =>
        access(join(ROOT, place)).then(
          () => [],
          () => [place],
        ),
      ),
    );

    expect(absent.flat()).toEqual([]);
  });

  it('says of a file what stands in it', async () => {
    const told = places.filter(({ says }) => says !== null);
    const wrong = await Promise.all(
      told.map(async ({ place, says }) => {
        const text = await readFile(join(ROOT, place), 'utf8');
        return text.includes(says ?? '') ? [] : [`${place}: ${says}`];
      }),
    );

    expect(wrong.flat()).toEqual([]);
    expect(told.length).toBeGreaterThan(10);
  });
});
