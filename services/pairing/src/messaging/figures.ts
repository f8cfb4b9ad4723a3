import { chinaDay, type RegionCode } from '@qianshou/kernel';
import type { FigureDelta, Fold } from '@qianshou/service-kit/figures';
import { type Agency, isVerified } from '../domain/agency/agency.ts';
import { counted, foldWorkEvent } from './work/work-figures.ts';

/** What its home authority has not confirmed counts nowhere. */
function counts(status: string): boolean {
  return isVerified({ status: status as Agency['status'] });
}

function counting(regionCode: RegionCode, agenciesRegistered: number): readonly FigureDelta[] {
  return agenciesRegistered === 0 ? [] : [{ regionCode, figures: { agenciesRegistered } }];
}

/** Taken back where it was counted. */
function struckFigures(origin: string | undefined): Readonly<Record<string, number>> {
  return origin === 'HISTORY' ? { pairingsOfHistory: -1 } : { pairingsMatched: -1 };
}

/** What each fact adds to its region and to everything above it. */
export const foldPairingEvent: Fold<'pairing'> = (event) => {
  switch (event.type) {
    case 'qianshou.pairing.agency-registered.v1':
      return counting(event.data.homeRegionCode, counts(event.data.status) ? 1 : 0);
    case 'qianshou.pairing.agency-status-changed.v1': {
      const { status, statusBefore = status } = event.data;
      const change = Number(counts(status)) - Number(counts(statusBefore));
      return counting(event.regioncode as RegionCode, change);
    }
    case 'qianshou.pairing.agency-registration-changed.v1': {
      const { homeRegionCode, homeRegionCodeBefore, status } = event.data;
      if (homeRegionCode === homeRegionCodeBefore || !counts(status)) return [];
      return [...counting(homeRegionCodeBefore, -1), ...counting(homeRegionCode, 1)];
    }
    case 'qianshou.pairing.scheme-opened.v1':
      return [{ regionCode: event.data.recipientProvinceCode, figures: { schemesOpened: 1 } }];
    case 'qianshou.pairing.scheme-struck.v1':
      return [{ regionCode: event.regioncode as RegionCode, figures: { schemesOpened: -1 } }];
    case 'qianshou.pairing.supervision-struck.v1':
      return counted(event.data, event.data.notedOn, { supervisionNotes: -1 });
    case 'qianshou.pairing.application-submitted.v1':
      return [{ regionCode: event.data.countyCode, figures: { applicationsSubmitted: 1 } }];
    case 'qianshou.pairing.matched.v1':
      return counted(event.data, String(event.data.cycleYear), { pairingsMatched: 1 });
    case 'qianshou.pairing.struck.v1':
      return counted(event.data, String(event.data.cycleYear), struckFigures(event.data.origin));
    case 'qianshou.pairing.history-entered.v1':
      return counted(event.data, String(event.data.cycleYear), { pairingsOfHistory: 1 });
    case 'qianshou.pairing.county-listed.v1': {
      const { countyCode, activePairings } = event.data;
      const figures = { keyCountiesLoaded: 1, keyCountiesWithActivePairing: activePairings > 0 ? 1 : 0 };
      return [{ regionCode: countyCode, figures }];
    }
    case 'qianshou.pairing.county-cover-changed.v1': {
      const { countyCode, keyCounty, activePairingsBefore, activePairings } = event.data;
      const gained = Number(activePairings > 0) - Number(activePairingsBefore > 0);
      const figures = {
        pairingsActive: activePairings - activePairingsBefore,
        keyCountiesWithActivePairing: keyCounty ? gained : 0,
      };
      return [{ regionCode: countyCode, figures }];
    }
    case 'qianshou.pairing.county-station-counted.v1': {
      const [regionCode, figures] = [event.data.countyCode, { stationsOpenedByPairings: 1 }];
      return [
        { regionCode, figures },
        { regionCode, period: chinaDay(new Date(event.time)).slice(0, 4), figures },
      ];
    }
    default:
      return foldWorkEvent(event);
  }
};
