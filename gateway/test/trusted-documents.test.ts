import { createHash } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { print, parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readTrustedDocuments } from '../src/trusted/manifests.ts';
import {
  codesOf,
  type GatewayUnderTest,
  sendToGateway,
  startGatewayUnderTest,
} from './fixture/gateway-under-test.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const folderOf = (manifests: Readonly<Record<string, unknown>>): string => {
  const folder = mkdtempSync(join(tmpdir(), 'trusted-'));
  for (const [name, manifest] of Object.entries(manifests))
    writeFileSync(join(folder, name), typeof manifest === 'string' ? manifest : JSON.stringify(manifest));
  return folder;
};

const ECHO = 'query Echo($text: String) { echo(text: $text) }';
const CHANGE = print(parse('mutation { __typename }'));
const apollo = {
  format: 'apollo-persisted-query-manifest',
  version: 1,
  operations: [{ id: sha256(ECHO), name: 'Echo', type: 'query', body: ECHO }],
};

let gateway: GatewayUnderTest;

beforeAll(async () => {
  gateway = await startGatewayUnderTest({
    names: ['harbours'],
    environment: {
      TRUSTED_DOCUMENTS: folderOf({ 'console.json': apollo, 'relay.json': { [sha256(CHANGE)]: CHANGE } }),
      TRUSTED_DOCUMENTS_ONLY: 'PUBLIC,AGENCY_MANAGER',
    },
  });
});

afterAll(() => gateway.stop());

const HEADERS = { 'content-type': 'application/json', accept: 'application/graphql-response+json' };
const post = (body: object, headers: Record<string, string> = {}) =>
  sendToGateway(gateway.url, {
    method: 'POST',
    headers: { ...HEADERS, ...headers },
    body: JSON.stringify(body),
  });
const get = (parameters: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(`${gateway.url}/graphql?${new URLSearchParams(parameters).toString()}`, {
    headers: { accept: HEADERS.accept, ...headers },
  });
const byHash = (text: string) => ({ persistedQuery: { version: 1, sha256Hash: sha256(text) } });
const signedIn = async (...roles: readonly string[]) => ({
  authorization: `Bearer ${await gateway.issuer.token({ grants: roles.map((role) => ({ role })) })}`,
});
const variables = { text: '宜都' };

describe('a document that an application registered', () => {
  it.each([
    ['as persisted-query links send it', { extensions: byHash(ECHO) }],
    ['as GraphQL over HTTP proposes', { documentId: `sha256:${sha256(ECHO)}` }],
    ['by its whole text', { query: ECHO }],
  ])('is asked for by its hash, %s', async (_how, body) => {
    expect(await post({ ...body, variables })).toMatchObject({ status: 200, data: { echo: '宜都' } });
  });

  it('is kept by whoever asked by GET, for half a minute, and compared by its ETag afterwards', async () => {
    const parameters = {
      extensions: JSON.stringify(byHash(ECHO)),
      variables: JSON.stringify(variables),
    };
    const first = await get(parameters);
    const etag = first.headers.get('etag') ?? '';
    const again = await get(parameters, { 'if-none-match': etag });
    const signed = await get(parameters, await signedIn('ANALYST'));

    expect(await first.json()).toEqual({ data: { echo: '宜都' } });
    expect(first.headers.get('cache-control')).toBe('public, max-age=30');
    expect(first.headers.get('vary')).toContain('accept-language');
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect([signed.status, signed.headers.get('cache-control'), signed.headers.get('etag')]).toEqual([
      200,
      'no-store',
      null,
    ]);
  });

  it('changes nothing by GET', async () => {
    expect((await get({ documentId: sha256(CHANGE) })).status).toBe(405);
  });
});

describe('a document that nobody registered', () => {
  it('is not found by its hash, in the word that makes links send the text', async () => {
    const { status, errors } = await post({ extensions: byHash('{ __typename }') });

    expect([status, errors[0]?.message]).toEqual([200, 'PersistedQueryNotFound']);
  });

  it.each([[[]], [['AGENCY_MANAGER']]])(
    'is refused to who may ask registered ones only: %j',
    async (roles) => {
      const headers = roles.length === 0 ? {} : await signedIn(...roles);

      expect(codesOf(await post({ query: '{ __typename }' }, headers))).toEqual(['DOCUMENT_NOT_TRUSTED']);
    },
  );

  it.each([[['ANALYST']], [['AGENCY_MANAGER', 'ANALYST']]])('is answered to %j', async (roles) => {
    const answer = await post({ query: '{ __typename }' }, await signedIn(...roles));

    expect(answer.data).toEqual({ __typename: 'Query' });
  });
});

describe('a manifest that cannot be trusted', () => {
  it.each([
    ['is no JSON', '{', /is no JSON/],
    ['is a list', [], /neither hash to text/],
    ['names another hash', { [sha256('{ a }')]: ECHO }, /another SHA-256/],
    ['holds no GraphQL', { [sha256('{')]: '{' }, /no GraphQL/],
  ])('ends the start, and is named, when it %s', (_what, manifest, message) => {
    const folder = folderOf({ 'a.json': manifest });

    expect(() => readTrustedDocuments(folder)).toThrow(message);
    expect(() => readTrustedDocuments(folder)).toThrow(/a\.json/);
  });

  it('is also the folder that is not there', () => {
    expect(() => readTrustedDocuments('/no/such/folder')).toThrow(/TRUSTED_DOCUMENTS names the folder/);
  });
});
