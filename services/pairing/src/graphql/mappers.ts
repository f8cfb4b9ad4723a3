import type { RegionCode } from '@qianshou/kernel';
import type { RegionFigures } from '@qianshou/service-kit/figures';
import type { Connection } from '@qianshou/service-kit/graphql';
import type { Agency } from '../domain/agency.ts';
import type { CooperationScheme } from '../domain/cooperation-scheme.ts';
import type { PairingApplication } from '../domain/pairing-application.ts';
import type { Pairing } from '../domain/pairing.ts';
import type { RecipientCounty } from '../domain/recipient-county.ts';

/** A region is station's; here it is a key on which this service's fields hang. */
export interface RegionStub {
  readonly code: RegionCode;
}

/** The region beside the projection of events; no figures yet means that nothing happened there yet. */
export interface PairingFiguresParent {
  readonly code: RegionCode;
  readonly kept: RegionFigures | null;
}

export type AgencyPage = Connection<Agency>;
export type SchemePage = Connection<CooperationScheme>;
export type ApplicationPage = Connection<PairingApplication>;
export type PairingPage = Connection<Pairing>;
export type CountyPage = Connection<RecipientCounty>;
