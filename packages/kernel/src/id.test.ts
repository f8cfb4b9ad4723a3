import { describe, expect, it } from 'vitest';
import { idParser } from './id.ts';

const stationId = idParser('sta');
const UUID = '01900000-0000-7000-8000-000000000011';

describe('ids', () => {
  it('are a prefix and a UUIDv7', () => {
    expect(stationId(`sta_${UUID}`)).toBe(`sta_${UUID}`);
  });

  it.each([
    UUID,
    `vrm_${UUID}`,
    `sta_${UUID}_x`,
    `sta_${UUID.replace('-7', '-4')}`,
    `STA_${UUID}`,
    'sta_',
    '',
    `sta_${UUID}\u0000`,
  ])('refuse %j', (text) => {
    expect(() => stationId(text)).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' }));
  });
});
