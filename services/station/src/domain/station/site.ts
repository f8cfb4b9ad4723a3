import type { CalendarDate, PublicText } from '@qianshou/kernel';
import type { Mechanism, Regime, RoomKind } from '../reference/haves.ts';

export type SiteSource = 'CIVIL_AFFAIRS_OFFICE' | 'NGO_INCUBATOR' | 'CIVILISATION_PRACTICE_CENTRE' | 'OTHER';

export interface Site {
  readonly source: SiteSource;
  readonly address: PublicText;
  readonly areaSqm: number | null;
}

export interface Room {
  readonly kind: RoomKind;
  readonly areaSqm: number | null;
  readonly capacity: number | null;
}

export interface StationDocument {
  readonly subject: Regime | Mechanism;
  readonly title: PublicText;
  readonly filedOn: CalendarDate;
}
