import { describe, expect, it } from 'vitest';
import { readSettings } from './settings.ts';

describe('the settings of a start', () => {
  it('are: the story, then up until Ctrl-C, on the known ports', () => {
    const settings = readSettings([], {});

    expect(settings).toMatchObject({ once: false, fresh: false, story: true, mongodPort: 27_117 });
    expect(settings.ports.gateway).toEqual({ graphql: 4000, health: 4100 });
    expect(settings.ports.funding).toEqual({ graphql: 4005, health: 4105 });
  });

  it('take the flags', () => {
    expect(readSettings(['--once', '--fresh', '--no-story'], {})).toMatchObject({
      once: true,
      fresh: true,
      story: false,
    });
  });

  it.each([
    [['--port', '5000'], {}],
    [[], { GATEWAY_PORT: '5000' }],
    [['--port=5000'], { GATEWAY_PORT: '6000' }],
  ])('move the services along with the gateway: %j %j', (args, environment) => {
    const { ports } = readSettings(args, environment);

    expect([ports.gateway.graphql, ports.pairing.graphql, ports.pairing.health]).toEqual([5000, 5001, 5101]);
  });

  it.each(['0', '80', '65500', '4000.5', 'x', '-1'])('refuse the port %s, and name the setting', (port) => {
    expect(() => readSettings([], { KAFKA_PORT: port })).toThrow(/KAFKA_PORT/);
  });

  it('refuse a flag that is not known, and list those that are', () => {
    expect(() => readSettings(['--onec'], {})).toThrow(/--once/);
  });

  it.each([
    [{ MONGOD_PORT: '5000', KAFKA_PORT: '5000' }, /MONGOD_PORT and by KAFKA_PORT/],
    [{ MONGOD_PORT: '5001', KAFKA_PORT: '5000' }, /controller/],
    [{ GATEWAY_PORT: '5000', KAFKA_PORT: '5104' }, /GATEWAY_PORT \(health of/],
    [{ GATEWAY_PORT: '5000', MONGOD_PORT: '5000' }, /GATEWAY_PORT \(gateway\)/],
  ])('refuse one port for two servers, and name both: %j', (environment, named) => {
    expect(() => readSettings([], environment)).toThrow(named);
  });
});
