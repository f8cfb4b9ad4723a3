import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLocalJWKSet, jwtVerify, type JSONWebKeySet } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AUDIENCE, ISSUER, openIssuer } from './issuer.ts';
import { readMemory, rememberAgency, rememberWorker } from './memory.ts';
import { findPersona, listPersonas, YIDU_TOWNSHIPS } from './personas.ts';

const learned = { agencies: { 'operator-1': 'agy_1' }, workers: { 'worker-7': 'wkr_7' } };

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'qianshou-issuer-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('a persona of the demonstration', () => {
  it.each([
    ['yidu-bureau', { role: 'COUNTY_CIVIL_AFFAIRS', region: '420581' }],
    ['yidu-finance', { role: 'FINANCE_AUDITOR', region: '420581' }],
    ['project-office', { role: 'PROJECT_OFFICE', region: '000000' }],
    ['ningxia-province', { role: 'PROVINCE_AUTHORITY', region: '640000' }],
    ['station-head-420581100', { role: 'TOWNSHIP_CIVIL_AFFAIRS', region: '420581100' }],
    ['station-head-红花套镇', { role: 'TOWNSHIP_CIVIL_AFFAIRS', region: '420581100' }],
    ['operator-1', { role: 'AGENCY_MANAGER', agencyId: 'agy_1' }],
    ['worker-7', { role: 'SOCIAL_WORKER', workerId: 'wkr_7' }],
  ])('%s holds %j', (name, grant) => {
    expect(findPersona(name, learned)?.grants).toEqual([grant]);
  });

  it('manages no agency before its agency is registered', () => {
    expect(findPersona('operator-2', learned)?.grants).toEqual([{ role: 'AGENCY_MANAGER' }]);
  });

  it.each(['nobody', 'operator-', 'operator-0', 'station-head-420582100', 'station-head-', 'worker-x', ''])(
    '"%s" is nobody',
    (name) => {
      expect(findPersona(name, learned)).toBeNull();
    },
  );

  it('heads one station in each of the eleven township units', () => {
    const heads = Object.keys(YIDU_TOWNSHIPS).map((code) => findPersona(`station-head-${code}`, learned));

    expect(heads.filter((head) => head !== null)).toHaveLength(11);
    expect(listPersonas().filter((line) => line.startsWith('station-head-'))).toHaveLength(11);
  });
});

describe('what the story learns of a persona', () => {
  it('is kept, and adds to what was known', () => {
    const file = join(folder, 'story.json');

    rememberAgency('operator-1', 'agy_1', file);
    rememberWorker('worker-1', 'wkr_1', file);

    expect(readMemory(file)).toEqual({
      agencies: { 'operator-1': 'agy_1' },
      workers: { 'worker-1': 'wkr_1' },
    });
  });

  it('is nothing before the story is played', () => {
    expect(readMemory(join(folder, 'none.json'))).toEqual({ agencies: {}, workers: {} });
  });
});

describe('a token of the local issuer', () => {
  it('is verified by the public keys, and names persona and grants', async () => {
    const issuer = await openIssuer(join(folder, 'issuer'));
    const token = await issuer.issueToken('yidu-bureau');
    const jwks = JSON.parse(readFileSync(issuer.jwksFile, 'utf8')) as JSONWebKeySet;

    const { payload, protectedHeader } = await jwtVerify(token, createLocalJWKSet(jwks), {
      issuer: ISSUER,
      audience: AUDIENCE,
      typ: 'at+jwt',
    });

    expect(protectedHeader.alg).toBe('EdDSA');
    expect(payload.sub).toBe('demo|yidu-bureau');
    expect(payload['grants']).toEqual([{ role: 'COUNTY_CIVIL_AFFAIRS', region: '420581' }]);
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(12 * 60 * 60);
  });

  it('is signed by the same key after a restart', async () => {
    const place = join(folder, 'issuer');
    const first = await openIssuer(place);
    const keys = readFileSync(first.jwksFile, 'utf8');

    const second = await openIssuer(place);

    expect(readFileSync(second.jwksFile, 'utf8')).toBe(keys);
  });

  it('comes from a key that only its owner reads, and that production refuses', async () => {
    const { jwksFile } = await openIssuer(join(folder, 'issuer'));

    expect(statSync(join(folder, 'issuer', 'key.json')).mode & 0o777).toBe(0o600);
    expect(readFileSync(jwksFile, 'utf8')).toContain('"development": true');
    expect(readFileSync(jwksFile, 'utf8')).not.toContain('"d"');
  });
});
