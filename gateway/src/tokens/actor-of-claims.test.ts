import { describe, expect, it } from 'vitest';
import { actorOfClaims } from './actor-of-claims.ts';

describe('the actor of a token', () => {
  it('has the grants that are understood, and the others are told', () => {
    const claims = {
      sub: 'somebody',
      grants: [
        { role: 'COUNTY_CIVIL_AFFAIRS', region: '420581' },
        { role: 'COUNTY_CIVIL_AFFAIRS', region: '42058' },
        { role: 'EMPEROR' },
        null,
        { role: 'SOCIAL_WORKER', workerId: 7 },
      ],
    };

    expect(actorOfClaims(claims)).toEqual({
      actor: { subject: 'somebody', grants: [{ role: 'COUNTY_CIVIL_AFFAIRS', region: '420581' }] },
      ignored: ['MALFORMED', 'UNKNOWN_ROLE', 'UNKNOWN_ROLE', 'MALFORMED'],
    });
  });

  it.each([[undefined], ['ADMIN'], [{ role: 'ADMIN' }]])('has no grants when they are %j', (grants) => {
    expect(actorOfClaims({ sub: 'somebody', grants })?.actor.grants).toEqual([]);
  });

  it('has at most fifty grants', () => {
    const grants = Array.from({ length: 51 }, () => ({ role: 'EVALUATOR' }));

    const claimed = actorOfClaims({ sub: 'somebody', grants });

    expect(claimed?.actor.grants).toHaveLength(50);
    expect(claimed?.ignored).toEqual(['TOO_MANY']);
  });

  it.each([[undefined], [''], ['system'], ['x'.repeat(201)], ['\ud800']])(
    'is nobody under the name %j',
    (sub) => {
      expect(actorOfClaims(sub === undefined ? {} : { sub })).toBeNull();
    },
  );
});
