import { z } from 'zod';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { oneOf } from './fields.ts';

const tier = oneOf(['ORDINARY', 'DEMONSTRATION']);

describe('a value of an open set', () => {
  it('is taken when this build does not know it: a newer one may have added it', () => {
    expect(tier.parse('DEMONSTRATION')).toBe('DEMONSTRATION');
    expect(tier.parse('MODEL_2')).toBe('MODEL_2');
  });

  it.each(['', 'model', '示范站', 'A B', 3, null])('is refused when it is written like none: %j', (value) => {
    expect(tier.safeParse(value).success).toBe(false);
  });

  it('tells readers which values are known, and closes nothing', () => {
    expect(z.toJSONSchema(tier)).toMatchObject({ 'x-known-values': ['ORDINARY', 'DEMONSTRATION'] });
    expect(z.toJSONSchema(tier)).not.toHaveProperty('enum');
  });

  it('leaves the writer the known values alone, and has the reader expect others', () => {
    expectTypeOf<'MODEL_2'>().not.toExtend<z.output<typeof tier>>();
    expectTypeOf<z.output<typeof tier>>().not.toExtend<'ORDINARY' | 'DEMONSTRATION'>();
  });
});
