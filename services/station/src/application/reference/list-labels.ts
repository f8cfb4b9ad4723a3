import { type EnumLabel, labelsOf } from '../../domain/reference/enum-label.ts';
import type { Ports } from '../ports.ts';

export const listLabels =
  ({ referenceFiles }: Pick<Ports, 'referenceFiles'>) =>
  async (type: string | null): Promise<readonly EnumLabel[]> =>
    labelsOf(await referenceFiles.enumLabels(), type);
