import { badInput, levelOf, NATION, type RegionCode } from '@qianshou/kernel';
import type { Region } from '../../domain/reference/region.ts';
import type { Ports } from '../ports.ts';

/** More than any province has. */
const MOST = 300;

const OF_A_PROVINCE = {
  en: 'name a province or a region below it: counties are compared within one',
  zh: '请填写省级及以下区划：各县在省内比较',
};

export const listCountiesWithin =
  ({ regions }: Pick<Ports, 'regions'>) =>
  async (within: RegionCode): Promise<readonly Region[]> => {
    if (within === NATION || levelOf(within) === 'TOWNSHIP_UNIT')
      throw badInput({ field: 'within', reason: OF_A_PROVINCE });
    const filter = { within, name: null, level: ['COUNTY'] as const };
    const { items } = await regions.list(filter, 'ASC', { first: MOST, after: null });
    return items.map(({ node }) => node);
  };
