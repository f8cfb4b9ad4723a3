import type { Fold } from '@qianshou/service-kit/figures';
import type { SourceFigure } from '../domain/books/source-figures.ts';
import type { FigureName } from '../domain/reference/figure-names.ts';

/** What one fact adds to the figures of its county. */
export type Contribution = Partial<Record<FigureName | SourceFigure, number | bigint>>;

export type Event = Parameters<Fold<'funding'>>[0];
