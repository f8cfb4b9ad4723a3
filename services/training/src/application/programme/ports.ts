import type { Page, PageRequest } from '@qianshou/kernel';
import type { ProgrammeId } from '../../domain/ids.ts';
import type { Programme, ProgrammeEvent } from '../../domain/programme/programme.ts';
import type { Repository } from '../reference/ports.ts';

export interface Programmes extends Repository<ProgrammeId, Programme, ProgrammeEvent> {
  readonly findByCode: (code: string) => Promise<Programme | null>;
  readonly getByCode: (code: string) => Promise<Programme>;
  readonly list: (page: PageRequest) => Promise<Page<Programme>>;
}
