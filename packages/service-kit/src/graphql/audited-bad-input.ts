import type { ApolloServerPlugin } from '@apollo/server';
import { type DocumentNode, type GraphQLError, type GraphQLSchema, Kind } from 'graphql';
import { currentScope, inScope } from '../scope/scope.ts';
import { rolesOf } from './access.ts';
import { type Args, type Asking, type Auditing, firstId } from './audited-operations.ts';

const TELLS = 'tellsBadInput';

/** For a service whose log has every refusal: what never reached a resolver is told by the server. */
export function tellingBadInput(schema: GraphQLSchema, auditing: Auditing): GraphQLSchema {
  if (auditing.badInput === true) schema.extensions = { ...schema.extensions, [TELLS]: auditing };
  return schema;
}

/** A mutation whose input no scalar took is refused before it is executed: an entry for each that was asked for. */
export function badInputAudit<Context extends Asking>(schema: GraphQLSchema): ApolloServerPlugin<Context> {
  const auditing = schema.extensions[TELLS] as Auditing | undefined;
  return {
    requestDidStart: async () => ({
      didEncounterErrors: async ({ errors, document, request, contextValue }) => {
        if (auditing === undefined || document === undefined) return;
        const codes = errors.map(badInputCode).filter((code) => code !== null);
        if (codes.length === 0 || contextValue.actor.subject === null) return;
        const objectId = firstId(givenIn(request.variables ?? {}));
        for (const operation of mutationsIn(schema, document)) {
          const unsaved = { outcome: 'REFUSED', code: codes[0] ?? null, objectId } as const;
          await inScope(scopeOf(schema, operation, { auditing, asking: contextValue }), () =>
            auditing.record(unsaved),
          );
        }
      },
    }),
  };
}

interface Told {
  readonly auditing: Auditing;
  readonly asking: Asking;
}

function scopeOf(schema: GraphQLSchema, operation: string, { auditing, asking: { actor } }: Told) {
  const field = schema.getMutationType()?.getFields()[operation];
  const roles = field === undefined ? [] : (rolesOf(field) ?? []);
  const facts = { reason: null, documents: [], at: auditing.clock.now(), told: () => undefined };
  return { ...currentScope(), decision: { operation, actor, roles, ...facts } };
}

const MALFORMED = ['BAD_USER_INPUT', 'GRAPHQL_VALIDATION_FAILED'];

/** What has a path came from a resolver, which has told it. */
function badInputCode({ path, extensions }: GraphQLError): string | null {
  const { code } = extensions;
  return path === undefined && typeof code === 'string' && MALFORMED.includes(code) ? code : null;
}

function mutationsIn(schema: GraphQLSchema, { definitions }: DocumentNode): ReadonlySet<string> {
  const known = schema.getMutationType()?.getFields() ?? {};
  const asked = definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION && definition.operation === 'mutation'
      ? definition.selectionSet.selections
      : [],
  );
  const names = asked.flatMap((selection) => (selection.kind === Kind.FIELD ? [selection.name.value] : []));
  return new Set(names.filter((name) => name in known));
}

/** The first variable that is an object: the input of the mutation. */
function givenIn(variables: Args): Args {
  const given = Object.values(variables).find((value) => typeof value === 'object' && value !== null);
  return (given ?? variables) as Args;
}
