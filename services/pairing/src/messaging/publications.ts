import type { Publication } from '@qianshou/events';
import type { Agency } from '../domain/agency/agency.ts';
import type { AgencyEvent } from '../domain/agency/agency-events.ts';
import type { CooperationScheme, SchemeEvent } from '../domain/scheme/cooperation-scheme.ts';
import type { ApplicationEvent, PairingApplication } from '../domain/application/pairing-application.ts';
import type { PhaseEvent } from '../domain/scheme/programme-phase.ts';
import type { CountyEvent } from '../domain/county/recipient-county.ts';

/** Domain event -> published event: ids, codes and counts, nothing that names a person. */
export function publishAgencyEvent(event: AgencyEvent, agency: Agency): Publication {
  const regionCode = agency.homeRegionCode;
  switch (event.type) {
    case 'agency.registered': {
      const { agencyId, name, homeRegionCode, canDispatch, canReceive, canOperate } = event;
      const capabilities = { canDispatch, canReceive, canOperate };
      const { unifiedSocialCreditCode } = agency;
      const known = { agencyId, name, unifiedSocialCreditCode, homeRegionCode };
      const data = { ...known, ...capabilities, status: agency.status };
      return { type: 'qianshou.pairing.agency-registered.v1', data, regionCode };
    }
    case 'agency.revised': {
      const { agencyId, canDispatch, canReceive, canOperate, evaluationGrade } = event;
      const data = { agencyId, canDispatch, canReceive, canOperate, evaluationGrade };
      return { type: 'qianshou.pairing.agency-revised.v1', data, regionCode };
    }
    case 'agency.registration-changed': {
      const { agencyId, homeRegionCodeBefore, on: changedOn } = event;
      const { name, unifiedSocialCreditCode, homeRegionCode, status } = agency;
      const known = { agencyId, name, unifiedSocialCreditCode, homeRegionCode, status };
      const data = { ...known, homeRegionCodeBefore, changedOn };
      return { type: 'qianshou.pairing.agency-registration-changed.v1', data, regionCode };
    }
    case 'agency.merged': {
      const { agencyId, droppedAgencyId } = event;
      return { type: 'qianshou.pairing.agency-merged.v1', data: { agencyId, droppedAgencyId }, regionCode };
    }
    case 'agency.barred-for-year': {
      const { agencyId, year } = event;
      return { type: 'qianshou.pairing.agency-barred-for-year.v1', data: { agencyId, year }, regionCode };
    }
    case 'agency.bar-lifted': {
      const { agencyId, year, stillBarred } = event;
      return {
        type: 'qianshou.pairing.agency-bar-lifted.v1',
        data: { agencyId, year, stillBarred },
        regionCode,
      };
    }
    case 'agency.status-changed': {
      const { agencyId, status, statusBefore, reason } = event;
      const data = { agencyId, status, statusBefore, reason };
      return { type: 'qianshou.pairing.agency-status-changed.v1', data, regionCode };
    }
  }
}

/** A phase is the nation's. */
export function publishPhaseEvent(event: PhaseEvent): Publication {
  switch (event.type) {
    case 'phase.opened': {
      const { phaseId, name, startsOn, endsOn, source } = event;
      const data = { phaseId, name, startsOn, endsOn, source };
      return { type: 'qianshou.pairing.phase-opened.v1', data, regionCode: null };
    }
    case 'phase.closed': {
      const data = { phaseId: event.phaseId };
      return { type: 'qianshou.pairing.phase-closed.v1', data, regionCode: null };
    }
    case 'phase.reopened': {
      const data = { phaseId: event.phaseId };
      return { type: 'qianshou.pairing.phase-reopened.v1', data, regionCode: null };
    }
    case 'phase.corrected': {
      const data = { phaseId: event.phaseId };
      return { type: 'qianshou.pairing.phase-corrected.v1', data, regionCode: null };
    }
  }
}

export function publishSchemeEvent(event: SchemeEvent, scheme: CooperationScheme): Publication {
  const regionCode = scheme.recipientProvinceCode;
  switch (event.type) {
    case 'scheme.opened': {
      const { schemeId, dispatchProvinceCode, recipientProvinceCode, mode, quota, year } = event;
      const data = { schemeId, dispatchProvinceCode, recipientProvinceCode, mode, quota, year };
      return { type: 'qianshou.pairing.scheme-opened.v1', data, regionCode };
    }
    case 'scheme.struck': {
      const { id: schemeId, quota, year } = scheme;
      return { type: 'qianshou.pairing.scheme-struck.v1', data: { schemeId, quota, year }, regionCode };
    }
    case 'scheme.corrected': {
      const { id: schemeId, quota, year } = scheme;
      const data = { schemeId, quota, year, before: event.before };
      return { type: 'qianshou.pairing.scheme-corrected.v1', data, regionCode };
    }
    case 'scheme.quota-changed': {
      const { schemeId, quotaBefore, quota } = event;
      const data = { schemeId, quotaBefore, quota };
      return { type: 'qianshou.pairing.scheme-quota-changed.v1', data, regionCode };
    }
    case 'scheme.policy-adopted': {
      const data = { schemeId: event.schemeId, policy: event.policy };
      return { type: 'qianshou.pairing.scheme-policy-adopted.v1', data, regionCode };
    }
    case 'scheme.authority-changed': {
      const { schemeId, name, since } = event;
      const data = { schemeId, name, since };
      return { type: 'qianshou.pairing.scheme-authority-changed.v1', data, regionCode };
    }
    case 'scheme.place-returned': {
      const { schemeId, accepted, quota } = event;
      const data = { schemeId, accepted, quota };
      return { type: 'qianshou.pairing.scheme-place-returned.v1', data, regionCode };
    }
    case 'scheme.place-taken': {
      const { schemeId, accepted, quota } = event;
      const data = { schemeId, accepted, quota };
      return { type: 'qianshou.pairing.scheme-place-taken.v1', data, regionCode };
    }
  }
}

export function publishApplicationEvent(
  event: ApplicationEvent,
  application: PairingApplication,
): Publication {
  const { id: applicationId, schemeId, dispatchingAgencyId, recipientAgencyId, countyCode } = application;
  const named = { applicationId, schemeId, dispatchingAgencyId, recipientAgencyId, countyCode };
  const regionCode = countyCode;
  switch (event.type) {
    case 'application.drafted': {
      const data = { ...named, proposedBy: event.proposedBy };
      return { type: 'qianshou.pairing.application-drafted.v1', data, regionCode };
    }
    case 'application.submitted':
      return { type: 'qianshou.pairing.application-submitted.v1', data: named, regionCode };
    case 'application.review-begun':
      return { type: 'qianshou.pairing.application-review-begun.v1', data: named, regionCode };
    case 'application.recommended': {
      const data = { ...named, verdict: event.verdict };
      return { type: 'qianshou.pairing.application-recommended.v1', data, regionCode };
    }
    case 'application.withdrawn': {
      const data = { ...named, wasSubmitted: event.wasSubmitted };
      return { type: 'qianshou.pairing.application-withdrawn.v1', data, regionCode };
    }
    case 'application.decided': {
      const { outcome, pairingId } = event;
      const data = { applicationId, schemeId, outcome, pairingId };
      return { type: 'qianshou.pairing.application-decided.v1', data, regionCode };
    }
  }
}

export function publishCountyEvent(event: CountyEvent): Publication {
  const { countyCode } = event;
  const regionCode = countyCode;
  switch (event.type) {
    case 'county.listed': {
      const { sourceUrl, activePairings } = event;
      const data = { countyCode, sourceUrl, activePairings };
      return { type: 'qianshou.pairing.county-listed.v1', data, regionCode };
    }
    case 'county.cover-changed': {
      const { keyCounty, activePairingsBefore, activePairings } = event;
      const data = { countyCode, keyCounty, activePairingsBefore, activePairings };
      return { type: 'qianshou.pairing.county-cover-changed.v1', data, regionCode };
    }
    case 'county.station-counted': {
      const { stationId, stationsOpened } = event;
      const data = { countyCode, stationId, stationsOpened };
      return { type: 'qianshou.pairing.county-station-counted.v1', data, regionCode };
    }
  }
}
