import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAtLeast, writePosition } from './freshness.ts';

const POSITION = 'q0hL1c2mE0u3oV9xk2a8Zw';
const wrote = fc.uniqueArray(fc.stringMatching(/^station\/sta_[\w-]{5,30}@[1-9]\d{0,3}$/), { maxLength: 20 });

describe('x-qianshou-at-least', () => {
  it('takes the position of any answer, with all that it wrote', () => {
    fc.assert(
      fc.property(wrote, (subjects) => {
        const token = writePosition({ position: POSITION, wrote: subjects }) ?? '';

        const { aggregates, positions } = readAtLeast(token) ?? { aggregates: [], positions: [] };

        expect(positions).toEqual([POSITION]);
        expect(aggregates.map(({ aggregate, id, version }) => `${aggregate}/${id}@${version}`)).toEqual(
          subjects,
        );
      }),
    );
  });

  it('takes what is said twice once', () => {
    expect(readAtLeast(`${POSITION}, ${POSITION}`)?.positions).toEqual([POSITION]);
  });

  it('takes several, of either kind', () => {
    expect(readAtLeast(`station/sta_1@7, ${POSITION}`)).toEqual({
      aggregates: [{ aggregate: 'station', id: 'sta_1', version: 7 }],
      positions: [POSITION],
    });
  });

  it.each([
    '',
    ' ',
    'yesterday',
    'station/sta_1',
    `${POSITION} nonsense`,
    'x'.repeat(9_000),
    'a/b@1 '.repeat(51),
    Array.from({ length: 6 }, (_, at) => `${POSITION.slice(1)}${at}`).join(' '),
  ])('is none: "%s"', (header) => expect(readAtLeast(header)).toBeNull());
});
