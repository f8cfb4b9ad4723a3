import { describe, expect, it } from 'vitest';
import { expectVersion } from './change.ts';
import { defineError } from './errors.ts';

describe('refusals', () => {
  it('fill both messages from their details and carry the rule', () => {
    const lacks = defineError({
      kind: 'CONFLICT',
      code: 'X_LACKS',
      rule: 'STA-2',
      en: 'lacks {missing:Have}',
      zh: '缺 {missing:Have}',
    });

    const error = lacks({ missing: ['SITE', 'STAFF'] });

    expect(error).toMatchObject({
      code: 'X_LACKS',
      details: { rule: 'STA-2', missing: ['SITE', 'STAFF'] },
      messages: { en: 'lacks site, staff', zh: '缺 有场地、有人员' },
    });
  });
});

describe('expected versions', () => {
  it('refuse an older reading and name the current version', () => {
    expect(() => expectVersion({ version: 3 }, 2)).toThrow(
      expect.objectContaining({
        code: 'VERSION_CONFLICT',
        details: { currentVersion: 3, expectedVersion: 2 },
      }),
    );
  });

  it.each([3, null, undefined])('let %s through', (expected) => {
    expect(() => expectVersion({ version: 3 }, expected)).not.toThrow();
  });
});
