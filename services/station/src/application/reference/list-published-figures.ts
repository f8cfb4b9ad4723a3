import type { RegionCode } from '@qianshou/kernel';
import { publishedWithin, type PublishedFigure } from '../../domain/reference/reference.ts';
import type { Ports } from '../ports.ts';

export const listPublishedFigures =
  ({ referenceFiles }: Pick<Ports, 'referenceFiles'>) =>
  async (within: RegionCode | null): Promise<readonly PublishedFigure[]> =>
    publishedWithin(await referenceFiles.publishedFigures(), within);
