import { addRooms } from './add-rooms.ts';
import { adoptCountyPolicy } from './adopt-county-policy.ts';
import { checkStation } from './check-station.ts';
import { chooseDemonstrationRoom } from './choose-demonstration-room.ts';
import { chooseDemonstrationStation } from './choose-demonstration-station.ts';
import { closeStation } from './close-station.ts';
import { confirmRectification } from './confirm-rectification.ts';
import { fileDocuments } from './file-documents.ts';
import { importReferenceFiles } from './import-reference-files.ts';
import { listChildRegions } from './list-child-regions.ts';
import { listStations } from './list-stations.ts';
import { listVillageRooms } from './list-village-rooms.ts';
import { logActivity } from './log-activity.ts';
import { nameExpertTeam } from './name-expert-team.ts';
import { noteOverdueRectifications } from './note-overdue-rectifications.ts';
import { onAgencyRegistered } from './on-agency-registered.ts';
import { onAgencyStatusChanged } from './on-agency-status-changed.ts';
import { onPostingEnded } from './on-posting-ended.ts';
import { onPostingStarted } from './on-posting-started.ts';
import { openGuidanceCentre } from './open-guidance-centre.ts';
import { openStation } from './open-station.ts';
import { openVillageRoom } from './open-village-room.ts';
import { orderRectification } from './order-rectification.ts';
import { planGuidanceCentre } from './plan-guidance-centre.ts';
import { planRectification } from './plan-rectification.ts';
import { planStation } from './plan-station.ts';
import type { Ports } from './ports.ts';
import { recordSite } from './record-site.ts';
import { requestAcceptance } from './request-acceptance.ts';
import { resumeStation } from './resume-station.ts';
import { suspendStation } from './suspend-station.ts';

/** Everything that this service can do, with its ports filled in. */
export type UseCases = ReturnType<typeof stationUseCases>;

export function stationUseCases(ports: Ports) {
  return {
    addRooms: addRooms(ports),
    adoptCountyPolicy: adoptCountyPolicy(ports),
    checkStation: checkStation(ports),
    chooseDemonstrationRoom: chooseDemonstrationRoom(ports),
    chooseDemonstrationStation: chooseDemonstrationStation(ports),
    closeStation: closeStation(ports),
    confirmRectification: confirmRectification(ports),
    fileDocuments: fileDocuments(ports),
    importReferenceFiles: importReferenceFiles(ports),
    listChildRegions: listChildRegions(ports),
    listStations: listStations(ports),
    listVillageRooms: listVillageRooms(ports),
    logActivity: logActivity(ports),
    nameExpertTeam: nameExpertTeam(ports),
    noteOverdueRectifications: noteOverdueRectifications(ports),
    onAgencyRegistered: onAgencyRegistered(ports),
    onAgencyStatusChanged: onAgencyStatusChanged(ports),
    onPostingEnded: onPostingEnded(ports),
    onPostingStarted: onPostingStarted(ports),
    openGuidanceCentre: openGuidanceCentre(ports),
    openStation: openStation(ports),
    openVillageRoom: openVillageRoom(ports),
    orderRectification: orderRectification(ports),
    planGuidanceCentre: planGuidanceCentre(ports),
    planRectification: planRectification(ports),
    planStation: planStation(ports),
    recordSite: recordSite(ports),
    requestAcceptance: requestAcceptance(ports),
    resumeStation: resumeStation(ports),
    suspendStation: suspendStation(ports),
  };
}
