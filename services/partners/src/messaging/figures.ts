import type { Fold } from '@qianshou/service-kit/figures';

/** The hub counts nothing of regions. */
export const foldPartnersEvent: Fold<'partners'> = () => [];
