import { type AggregateModel, toState, trusted } from '@qianshou/service-kit/mongo';
import type { OfStationYears, OfYear } from '../../application/reference/ports.ts';
import { yearIn } from '../../domain/reference/year-in.ts';

/** All objects of a kind of a county and year. */
export function ofYear<State>(model: AggregateModel): OfYear<State> {
  return async ({ countyCode, year }) => {
    const found = await model.find({ countyCode, year }).lean();
    return found.map((document) => toState<State>(document));
  };
}

/** All objects of a kind of each station and year (`sta_…/2026`), in the order asked for. */
export function ofStationYears<State extends { readonly year: number }>(
  model: AggregateModel,
  path: 'stationId' | 'stationIds',
  stationsOf: (state: State) => readonly string[],
): OfStationYears<State> {
  return async (keys) => {
    const asked = keys.map((key) => key.split('/'));
    const ids = asked.map(([id]) => id);
    const years = asked.map(([, year = '']) => yearIn(year));
    const of = { [path]: trusted({ $in: ids }), year: trusted({ $in: years }) };
    const states = (await model.find(of).sort({ _id: 1 }).lean()).map((document) => toState<State>(document));
    return keys.map((key) =>
      states.filter((state) => stationsOf(state).some((id) => `${id}/${state.year}` === key)),
    );
  };
}
