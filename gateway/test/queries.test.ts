import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startGatewayUnderTest, type GatewayUnderTest } from './fixture/gateway-under-test.ts';

let gateway: GatewayUnderTest;

beforeAll(async () => {
  gateway = await startGatewayUnderTest();
});

afterAll(() => gateway.stop());

describe('a query over five subgraphs', () => {
  it('is answered in one graph', async () => {
    const { data, errors } = await gateway.ask(
      '{ harbour(code: "H1") { name shipping { calls } crewing { onDuty } schooling { passed } tolls { paid } } }',
    );

    expect(errors).toEqual([]);
    expect(data).toEqual({
      harbour: {
        name: 'Harbour H1',
        shipping: { calls: 420 },
        crewing: { onDuty: 55 },
        schooling: { passed: 58 },
        tolls: { paid: '90000000' },
      },
    });
  });
});
