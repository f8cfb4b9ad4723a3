import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sendToGateway, startGatewayUnderTest, type GatewayUnderTest } from './fixture/gateway-under-test.ts';

let gateway: GatewayUnderTest;

beforeAll(async () => {
  gateway = await startGatewayUnderTest({ names: ['harbours'] });
});

afterAll(() => gateway.stop());

const asking = (encoding: string): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', 'accept-encoding': encoding },
  body: JSON.stringify({ query: '{ echo }' }),
});

describe('an answer of megabytes', () => {
  it.each(['identity', 'gzip', 'br'])('arrives whole: %s', async (encoding) => {
    gateway.subgraphs.harbours.behave('LARGE');

    const { data, headers } = await sendToGateway(gateway.url, asking(encoding));

    expect(String(data?.['echo'])).toHaveLength(6_000_000);
    expect(headers.get('content-length')).toBe(encoding === 'identity' ? '6000020' : null);
    expect(headers.get('content-encoding')).toBe(encoding === 'identity' ? null : encoding);
  });
});
