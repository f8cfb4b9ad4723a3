import { chinaDay } from '@qianshou/kernel';
import { type Authority, authorityOn } from '../../domain/scheme/scheme-authority.ts';
import type { Ports } from '../ports.ts';

export const authorityToday =
  ({ clock }: Pick<Ports, 'clock'>) =>
  (authorities: readonly Authority[]): string =>
    authorityOn(authorities, chinaDay(clock.now()));
