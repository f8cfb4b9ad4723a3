import { type Actor, actsFor, hasRole, notPermitted, type RegionCode } from '@qianshou/kernel';
import { askEverybody, type Probes } from '@qianshou/testing';
import { buildSchema, graphql, type GraphQLSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { enforceAccess } from '../src/graphql/index.ts';

const CONTRACT = `
  directive @access(roles: [Role!]!, over: [Scope!], beyond: Beyond) repeatable on FIELD_DEFINITION
  enum Role { ADMIN COUNTY_CIVIL_AFFAIRS AGENCY_MANAGER }
  enum Scope { COUNTY OPERATOR }
  enum Beyond { REFUSED LEFT_OUT }
  type Query {
    plans: [Int!]! @access(roles: [COUNTY_CIVIL_AFFAIRS], over: [COUNTY], beyond: LEFT_OUT) @access(roles: [ADMIN])
  }
  type Mutation { open(id: ID!): Int @access(roles: [COUNTY_CIVIL_AFFAIRS], over: [COUNTY]) }
`;
const YIDU = '420581' as RegionCode;
const PROBES: Probes = {
  'Query.plans': { at: { COUNTY: YIDU } },
  'Mutation.open': { args: { id: '1' }, at: { COUNTY: YIDU } },
};

const isBureau = (actor: Actor) => actsFor(actor, ['COUNTY_CIVIL_AFFAIRS'], YIDU);
const TIGHT = {
  plans: (_args: unknown, { actor }: { actor: Actor }) =>
    isBureau(actor) || hasRole(actor, ['ADMIN']) ? [1] : [],
  open: (_args: unknown, { actor }: { actor: Actor }) => {
    if (!isBureau(actor)) throw notPermitted();
    return 1;
  },
};

function graphOf(rootValue: object, contract = CONTRACT) {
  const schema: GraphQLSchema = enforceAccess(buildSchema(contract));
  return {
    schema,
    execute: async (source: string, variableValues: Record<string, unknown>, actor: Actor) => {
      const { data, errors = [] } = await graphql({
        schema,
        source,
        rootValue,
        variableValues,
        contextValue: { actor },
      });
      const refusal = errors[0]?.originalError as { readonly code?: string } | undefined;
      const code = errors.length === 0 ? undefined : (refusal?.code ?? 'GRAPHQL_VALIDATION_FAILED');
      return { data, errors: errors.map((error) => error.toJSON()), code, details: {} };
    },
  };
}

const difference = async (graph: ReturnType<typeof graphOf>, path: string, probes = PROBES) => {
  const { asked, declared } = await askEverybody(graph, path, probes);
  const all = new Set([...Object.keys(asked), ...Object.keys(declared)]);
  return [...all].filter((as) => asked[as] !== declared[as]);
};

describe('asking an operation as everybody', () => {
  it.each(Object.keys(PROBES))(
    'finds no difference in %s, whose policy says what its contract says',
    async (path) => {
      expect(await difference(graphOf(TIGHT), path)).toEqual([]);
    },
  );

  it('names every placement that a policy without regions admits', async () => {
    const loose = { ...TIGHT, open: () => 1 };

    expect(await difference(graphOf(loose), 'Mutation.open')).toEqual([
      'COUNTY_CIVIL_AFFAIRS COUNTY sibling',
      'COUNTY_CIVIL_AFFAIRS COUNTY child',
      'COUNTY_CIVIL_AFFAIRS COUNTY none',
    ]);
  });

  it('names who sees a row that the contract leaves out, and who misses one', async () => {
    const swapped = {
      ...TIGHT,
      plans: (_args: unknown, { actor }: { actor: Actor }) => (isBureau(actor) ? [] : [1]),
    };

    expect(await difference(graphOf(swapped), 'Query.plans')).toEqual([
      'COUNTY_CIVIL_AFFAIRS COUNTY own',
      'COUNTY_CIVIL_AFFAIRS COUNTY sibling',
      'COUNTY_CIVIL_AFFAIRS COUNTY parent',
      'COUNTY_CIVIL_AFFAIRS COUNTY child',
      'COUNTY_CIVIL_AFFAIRS COUNTY none',
      'COUNTY_CIVIL_AFFAIRS of 000000',
    ]);
  });

  it('names a scope that no probe asks about', async () => {
    const wider = CONTRACT.replace(
      'open(id: ID!): Int @access(roles: [COUNTY_CIVIL_AFFAIRS], over: [COUNTY])',
      'open(id: ID!): Int @access(roles: [COUNTY_CIVIL_AFFAIRS], over: [COUNTY]) @access(roles: [AGENCY_MANAGER], over: [OPERATOR])',
    );

    expect(await difference(graphOf(TIGHT, wider), 'Mutation.open')).toEqual(['OPERATOR']);
  });

  it('fails where there is no probe, or one that cannot be answered', async () => {
    const graph = graphOf(TIGHT);

    await expect(askEverybody(graph, 'Mutation.open', {})).rejects.toThrow('Mutation.open has no probe');
    await expect(askEverybody(graph, 'Mutation.open', { 'Mutation.open': {} })).rejects.toThrow(
      'asks nothing',
    );
  });
});
