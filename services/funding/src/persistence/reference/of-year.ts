import { type AggregateModel, toState } from '@qianshou/service-kit/mongo';
import type { OfYear } from '../../application/reference/ports.ts';

/** All objects of a kind of a county and year. */
export function ofYear<State>(model: AggregateModel): OfYear<State> {
  return async ({ countyCode, year }) => {
    const found = await model.find({ countyCode, year }).lean();
    return found.map((document) => toState<State>(document));
  };
}
