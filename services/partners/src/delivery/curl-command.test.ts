import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { curlCommand } from './curl-command.ts';

describe('a delivery as curl', () => {
  it('hands over what was sent, whatever stands in it', () => {
    const text = fc.string({
      minLength: 1,
      unit: fc.constantFrom('a', "'", '"', '$', '`', '\\', ' ', '牵', '!'),
    });
    fc.assert(
      fc.property(text, (body) => {
        const line = curlCommand({
          url: 'https://partner.example.org/',
          headers: { 'webhook-id': 'x' },
          body,
        });

        const words = execFileSync('sh', ['-c', line.replace(/^curl/, "printf '%s\\n'")]).toString();
        expect(words.split('--data-binary\n')[1]).toBe(`${body}\nhttps://partner.example.org/\n`);
      }),
      { numRuns: 5 },
    );
  });
});
