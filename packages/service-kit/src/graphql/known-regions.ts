import { knownRegion, type RegionCode } from '@qianshou/kernel';
import type { GraphQLSchema } from 'graphql';
import { checkValues, fieldsOfObjects } from './given-values.ts';

/** A region that is asked for by its own key is found or is not there: that is an answer. */
const OWN_KEY = 'code';

/**
 * Refuses a region that is none of the division codes, wherever a caller writes one: a command would refer to what is
 * not there, and a list would answer with nothing, as if there were nothing in the place.
 */
export function refuseUnknownRegions(schema: GraphQLSchema): GraphQLSchema {
  for (const field of fieldsOfObjects(schema)) {
    const args = field.args.filter(({ name }) => name !== OWN_KEY);
    checkValues(field, { scalar: 'RegionCode', args }, ({ value, name }) => {
      knownRegion(value as RegionCode, name);
    });
  }
  return schema;
}
