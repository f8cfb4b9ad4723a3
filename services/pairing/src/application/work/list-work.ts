import { type Actor, chinaDay, type Page, type PageRequest } from '@qianshou/kernel';
import type { ProgressReport } from '../../domain/work/progress-report.ts';
import type { SupervisionNote } from '../../domain/work/supervision-note.ts';
import type { WorkLedger } from '../../domain/work/work-ledger.ts';
import { audienceOf } from '../../domain/work/policy.ts';
import type { Direction } from '../reference/ports.ts';
import type { Ports } from '../ports.ts';
import type { NoteFilter, ReportFilter, SupervisionFilter } from './ports.ts';

/** What an agency reports is read by those whom it concerns; pages and counts leave the rest out too. */
export const listReports =
  ({ reports }: Pick<Ports, 'reports'>) =>
  (
    filter: Omit<ReportFilter, 'audience'>,
    order: Direction,
    page: PageRequest,
    actor: Actor,
  ): Promise<Page<ProgressReport>> =>
    reports.list({ ...filter, audience: audienceOf(actor) }, order, page);

export const listNotes =
  ({ notes }: Pick<Ports, 'notes'>) =>
  (
    filter: Omit<NoteFilter, 'audience'>,
    order: Direction,
    page: PageRequest,
    actor: Actor,
  ): Promise<Page<SupervisionNote>> =>
    notes.list({ ...filter, audience: audienceOf(actor) }, order, page);

/** Who is to be supervised today: found by the days that are kept with the pairings, by no scan. */
export const listPairingsToSupervise =
  ({ ledgers, clock }: Pick<Ports, 'ledgers' | 'clock'>) =>
  (
    filter: Omit<SupervisionFilter, 'audience' | 'today'>,
    page: PageRequest,
    actor: Actor,
  ): Promise<Page<WorkLedger>> =>
    ledgers.listDue({ ...filter, audience: audienceOf(actor), today: chinaDay(clock.now()) }, page);
