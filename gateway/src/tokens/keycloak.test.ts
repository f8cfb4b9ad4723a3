import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { actorOfClaims } from './actor-of-claims.ts';

const FILE = join(import.meta.dirname, '../../../infra/oidc/keycloak-grants-mapper.json');

interface Mapper {
  readonly protocolMapper: string;
  readonly config: Readonly<Record<string, string>>;
}

const mapper = JSON.parse(readFileSync(FILE, 'utf8')) as Mapper;

/** As Keycloak fills a claim from an attribute by this mapper: parsed where its type is JSON. */
function claimsOf(attribute: string): Record<string, unknown> {
  const { 'claim.name': name = '', 'jsonType.label': type, 'access.token.claim': inToken } = mapper.config;
  return inToken === 'true'
    ? { [name]: type === 'JSON' ? (JSON.parse(attribute) as unknown) : attribute }
    : {};
}

describe('the mapper for Keycloak', () => {
  it('puts the grants of a user into the access token as the gateway reads them', () => {
    const grants = [{ role: 'COUNTY_CIVIL_AFFAIRS', region: '420581' }, { role: 'ANALYST' }];

    const claimed = actorOfClaims({ sub: 'f:1:bureau', ...claimsOf(JSON.stringify(grants)) });

    expect(mapper.protocolMapper).toBe('oidc-usermodel-attribute-mapper');
    expect(claimed?.actor.grants).toEqual(grants);
  });
});
