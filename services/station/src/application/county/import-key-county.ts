import type { Actor, PublicText, RegionCode } from '@qianshou/kernel';
import { type KeyCounty, listKeyCounty } from '../../domain/county/key-county.ts';
import { mayListKeyCounty } from '../../domain/policy.ts';
import { inUse } from '../../domain/reference/region.ts';
import type { Ports } from '../ports.ts';

type Deps = Pick<Ports, 'regions' | 'keyCounties'>;

export interface ImportKeyCountyInput {
  readonly countyCode: RegionCode;
  readonly sourceUrl: PublicText;
}

/** One of the 37 counties whose names were not found, once a page names it. */
export const importKeyCounty =
  ({ regions, keyCounties }: Deps) =>
  async ({ countyCode, sourceUrl }: ImportKeyCountyInput, actor: Actor): Promise<KeyCounty> => {
    mayListKeyCounty(actor);
    const { id } = inUse(await regions.get(countyCode));
    return keyCounties.save(listKeyCounty({ id, sourceUrls: [sourceUrl], confirmation: 'one-source' }));
  };
