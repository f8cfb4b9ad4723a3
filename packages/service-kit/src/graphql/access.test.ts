import { buildSubgraphSchema } from '@apollo/subgraph';
import { PUBLIC_ACTOR, type Role } from '@qianshou/kernel';
import { graphql, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { guardedFields, SCOPES } from './access-declaration.ts';
import { enforceAccess } from './access.ts';
import { readSdl } from './subgraph-schema.ts';

const PRELUDE = `
  directive @access(roles: [Role!]!, over: [Scope!], beyond: Beyond) repeatable on FIELD_DEFINITION
  enum Role { ADMIN ANALYST AGENCY_MANAGER PUBLIC }
  enum Scope { COUNTY OPERATOR }
  enum Beyond { REFUSED LEFT_OUT }
`;
const schemaOf = (sdl: string) =>
  enforceAccess(
    buildSubgraphSchema([
      {
        typeDefs: parse(PRELUDE + sdl),
        resolvers: { Query: { secret: () => 's', open: () => 'o', box: () => ({ a: 1 }) } },
      },
    ]),
  );
const as = (role: Role) => ({ actor: { subject: 'x', grants: [{ role }] } });
const codeOf = async (sdl: string, source: string, contextValue: object) => {
  const { errors } = await graphql({ schema: schemaOf(sdl), source, contextValue });
  return (errors?.[0]?.originalError as { code?: string } | undefined)?.code;
};

describe('@access', () => {
  const SDL = 'type Query { secret: String @access(roles: [ADMIN]) open: String @access(roles: [PUBLIC]) }';

  it('lets a named role in, refuses others, and asks the public for a token', async () => {
    expect(await codeOf(SDL, '{ secret }', as('ADMIN'))).toBeUndefined();
    expect(await codeOf(SDL, '{ secret }', as('ANALYST'))).toBe('FORBIDDEN');
    expect(await codeOf(SDL, '{ secret }', { actor: PUBLIC_ACTOR })).toBe('UNAUTHENTICATED');
  });

  it('admits everybody where PUBLIC is named', async () => {
    expect(await codeOf(SDL, '{ open }', { actor: PUBLIC_ACTOR })).toBeUndefined();
    expect(await codeOf(SDL, '{ open }', as('ANALYST'))).toBeUndefined();
  });

  it('guards a field below the root as well', async () => {
    const sdl =
      'type Query { box: Box @access(roles: [PUBLIC]) } type Box { a: Int @access(roles: [ADMIN]) }';

    expect(await codeOf(sdl, '{ box { a } }', as('ANALYST'))).toBe('FORBIDDEN');
  });

  it('keeps a schema from starting while a root field says nothing, and names it', () => {
    expect(() => schemaOf('type Query { secret: String }')).toThrow('Query.secret');
    expect(() =>
      schemaOf('type Query { open: String @access(roles: [PUBLIC]) } extend type Query { secret: Int }'),
    ).toThrow('Query.secret');
  });

  it('admits the roles of every clause', async () => {
    const sdl = `type Query { secret: String
      @access(roles: [ANALYST], over: [COUNTY]) @access(roles: [AGENCY_MANAGER], over: [OPERATOR]) }`;

    expect(await codeOf(sdl, '{ secret }', as('ANALYST'))).toBeUndefined();
    expect(await codeOf(sdl, '{ secret }', as('AGENCY_MANAGER'))).toBeUndefined();
    expect(await codeOf(sdl, '{ secret }', as('ADMIN'))).toBe('FORBIDDEN');
  });

  it.each([
    ['a role that does not exist', '@access(roles: [ROOT])', 'ROOT'],
    ['a scope that does not exist', '@access(roles: [ANALYST], over: [MOON])', 'MOON'],
    ['a role of regions over no region', '@access(roles: [ADMIN, ANALYST])', 'over: …) for ANALYST'],
    ['a role of regions over an agency', '@access(roles: [ANALYST], over: [OPERATOR])', 'ANALYST'],
    ['a scope of no role', '@access(roles: [ANALYST], over: [COUNTY, OPERATOR])', 'OPERATOR'],
    ['a role twice', '@access(roles: [ADMIN]) @access(roles: [ADMIN])', 'ADMIN twice'],
  ])('keeps a schema from starting with %s', (_what, directives, named) => {
    expect(() => schemaOf(`type Query { open: String ${directives} }`)).toThrow(named);
  });
});

describe('what a contract declares', () => {
  it('is read field by field, with its clauses', () => {
    const contract = parse(`type Query { open: String @access(roles: [PUBLIC]) plain: Int }
      extend type Box { a: Int @access(roles: ANALYST, over: COUNTY, beyond: LEFT_OUT) }`);

    expect(guardedFields(contract).map(({ path, clauses }) => ({ path, clauses }))).toEqual([
      { path: 'Query.open', clauses: [{ roles: ['PUBLIC'], over: [], beyond: 'REFUSED' }] },
      { path: 'Box.a', clauses: [{ roles: ['ANALYST'], over: ['COUNTY'], beyond: 'LEFT_OUT' }] },
    ]);
  });

  it('names every scope that kit.graphql knows', () => {
    const [, known] = /enum AccessScope {([^}]*)}/.exec(readSdl('services/station')) ?? [];
    const named = Object.values(SCOPES).flat();

    expect(known?.match(/^ {2}[A-Z_]+$/gm)?.map((value) => value.trim())).toEqual(named);
  });
});
