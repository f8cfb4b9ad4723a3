import type { Page, PageRequest } from '@qianshou/kernel';
import type { ProgrammeId } from '../../domain/ids.ts';
import type { Programme, ProgrammeEvent, TrainingKind } from '../../domain/programme/programme.ts';
import type { Repository } from '../reference/ports.ts';

export interface ProgrammeFilter {
  readonly kind: readonly TrainingKind[] | null;
  readonly year: number | null;
  readonly national: boolean | null;
  readonly closed: boolean | null;
}

export interface ProgrammeOrder {
  readonly field: 'CODE' | 'YEAR';
  readonly direction: 'ASC' | 'DESC';
}

export interface Programmes extends Repository<ProgrammeId, Programme, ProgrammeEvent> {
  readonly findByCode: (code: string) => Promise<Programme | null>;
  readonly getByCode: (code: string) => Promise<Programme>;
  readonly list: (
    filter: ProgrammeFilter,
    order: ProgrammeOrder,
    page: PageRequest,
  ) => Promise<Page<Programme>>;
}
