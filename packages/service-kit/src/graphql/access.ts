import { type Actor, defineError, hasRole, notPermitted, type Role } from '@qianshou/kernel';
import {
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLSchema,
  isObjectType,
} from 'graphql';
import { accessOf } from './access-declaration.ts';

/** Refused before anybody is known; carries its own code, because the remedy is another: bring a token. */
export const unauthenticated = defineError({
  kind: 'FORBIDDEN',
  code: 'UNAUTHENTICATED',
  en: 'This needs a token: send "Authorization: Bearer …".',
  zh: '此操作需要登录:请携带 Authorization: Bearer 令牌。',
});

/**
 * Puts every `@access` in front of its resolver.
 * @throws when a root field has none: what nobody decided about must not be reachable.
 */
export function enforceAccess(schema: GraphQLSchema): GraphQLSchema {
  const types = Object.values(schema.getTypeMap()).filter(isObjectType);
  const undecided = types.flatMap((type) => guardFields(type, isRoot(schema, type)));
  if (undecided.length > 0) {
    throw new Error(
      `These root fields say nothing about who may use them; add @access(roles: …): ${undecided.join(', ')}`,
    );
  }
  return schema;
}

/** Returns the fields that should have said who may use them and did not. */
function guardFields(type: GraphQLObjectType, root: boolean): readonly string[] {
  const fields = Object.values(type.getFields());
  for (const field of fields) {
    const roles = rolesOf(field);
    if (roles !== null) field.resolve = guarded(roles, field.resolve ?? defaultFieldResolver);
  }
  if (!root) return [];
  // `_service` and `_entities` are federation's: only the gateway, which signs, reaches them.
  const open = fields.filter((field) => !field.name.startsWith('_') && rolesOf(field) === null);
  return open.map((field) => `${type.name}.${field.name}`);
}

export function rolesOf({
  astNode,
}: Pick<GraphQLField<unknown, unknown>, 'astNode'>): readonly Role[] | null {
  const clauses = astNode ? accessOf(astNode) : [];
  return clauses.length === 0 ? null : clauses.flatMap(({ roles }) => roles);
}

function isRoot(schema: GraphQLSchema, type: GraphQLObjectType): boolean {
  return [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].includes(type);
}

type Resolver = GraphQLFieldResolver<unknown, { readonly actor: Actor }>;

function guarded(roles: readonly Role[], resolve: Resolver): Resolver {
  if (roles.includes('PUBLIC')) return resolve;
  return (parent, args, context, info) => {
    if (context.actor.subject === null) throw unauthenticated();
    if (!hasRole(context.actor, roles)) throw notPermitted({ needs: roles });
    return resolve(parent, args, context, info);
  };
}
