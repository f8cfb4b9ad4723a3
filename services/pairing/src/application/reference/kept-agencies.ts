import type { AgencyId } from '../../domain/ids.ts';
import type { Ports } from '../ports.ts';

interface NamingAgencies {
  readonly dispatchingAgencyId?: AgencyId | null;
  readonly recipientAgencyId?: AgencyId | null;
}

/** A list that is asked for by the id of an entry that was merged is that of the agency that was kept. */
export const ofKeptAgencies =
  <Filter extends NamingAgencies, Rest extends readonly unknown[], Listed>(
    agencies: Ports['agencies'],
    list: (filter: Filter, ...rest: Rest) => Promise<Listed>,
  ) =>
  async (filter: Filter, ...rest: Rest): Promise<Listed> => {
    const kept = async (field: keyof NamingAgencies) => {
      const id = filter[field] ?? null;
      return id === null ? {} : { [field]: (await agencies.find(id))?.id ?? id };
    };
    const named = { ...(await kept('dispatchingAgencyId')), ...(await kept('recipientAgencyId')) };
    return list({ ...filter, ...named }, ...rest);
  };
