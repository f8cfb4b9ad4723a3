import type { SubgraphResolvers } from '@qianshou/service-kit/graphql';
import { type GraphQLObjectType, type GraphQLSchema, isNonNullType, isObjectType } from 'graphql';

/** What says something else in each language, and nothing else than that, cannot fail. */
const WORDS = ['about', 'label', 'message', 'text'];

/**
 * A reference to a region is a code until something is asked of it: without these there is no region. Who may not see a
 * person sees nobody: a worker without a name would still say that there is one. A number that is masked for some is made
 * of the certificate and the caller alone.
 */
const OWN_FACTS = ['Region.level', 'Region.name', 'SocialWorker.name', 'TrainingCertificate.no'];

/**
 * Fields that read more than the object they stand on, and must be there: each that fails would take its object along,
 * and the page that the object is on.
 */
export function fieldsThatTakeOthersAlong(
  schema: GraphQLSchema,
  resolvers: SubgraphResolvers,
): readonly string[] {
  const commands = schema.getMutationType();
  const types = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type));
  return types
    .filter((type) => type !== commands && !type.name.startsWith('_'))
    .flatMap((type) => requiredReads(type, resolvers[type.name] as TypeResolvers | undefined));
}

type TypeResolvers = Readonly<Record<string, { readonly length: number } | undefined>>;

function requiredReads(type: GraphQLObjectType, resolvers: TypeResolvers = {}): readonly string[] {
  return Object.values(type.getFields())
    .filter(({ name }) => !name.startsWith('_') && !WORDS.includes(name))
    .filter(({ type: given, name }) => isNonNullType(given) && takesContext(resolvers[name]))
    .map(({ name }) => `${type.name}.${name}`)
    .filter((path) => !OWN_FACTS.includes(path));
}

/** A resolver of the parent alone has one parameter, or two; whoever loads or asks takes the context as well. */
function takesContext(resolve: { readonly length: number } | undefined): boolean {
  return (resolve?.length ?? 0) > 2;
}
