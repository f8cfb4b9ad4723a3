import type { Rule } from '../../domain/reference/reference.ts';
import type { Ports } from '../ports.ts';

export const findRule =
  ({ referenceFiles }: Pick<Ports, 'referenceFiles'>) =>
  async (code: string): Promise<Rule | null> =>
    (await referenceFiles.rules()).find((rule) => rule.code === code) ?? null;
