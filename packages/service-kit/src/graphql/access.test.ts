import { buildSubgraphSchema } from '@apollo/subgraph';
import { PUBLIC_ACTOR, type Role } from '@qianshou/kernel';
import { graphql, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { enforceAccess } from './access.ts';

const PRELUDE = `
  directive @access(roles: [Role!]!) on FIELD_DEFINITION
  enum Role { ADMIN ANALYST PUBLIC }
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

  it('keeps a schema from starting with a role that does not exist', () => {
    expect(() => schemaOf('type Query { open: String @access(roles: [ROOT]) }')).toThrow('ROOT');
  });
});
