import { describe, expect, it } from 'vitest';
import { codeOfId, idOfCode } from './coded-id.ts';
import { regionCode } from './region-code.ts';

describe('the id of what is known by a division code', () => {
  it.each(['000000', '420581', '420581103'])('is made of its code and leads back to it: %s', (raw) => {
    const id = idOfCode('reg', regionCode(raw));

    expect(id).toBe(`reg_${raw}`);
    expect(codeOfId('reg', id)).toBe(raw);
  });

  it.each(['reg_', 'reg_42', 'rct_420581', '420581', 'reg_420581_420581', 'reg_990000', ''])(
    'is refused where it is none of that kind: %j',
    (raw) => {
      expect(() => codeOfId('reg', raw)).toThrow(
        expect.objectContaining({
          code: 'BAD_USER_INPUT',
          details: expect.objectContaining({ field: 'id' }),
        }),
      );
    },
  );
});
