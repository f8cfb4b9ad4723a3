import type { Ports } from '../ports.ts';
import { addRooms } from './add-rooms.ts';
import { changeStationOperator } from './change-station-operator.ts';
import { checkStation } from './check-station.ts';
import { closeStation } from './close-station.ts';
import { confirmRectification } from './confirm-rectification.ts';
import { fileDocuments } from './file-documents.ts';
import { findNearestStations } from './find-nearest-stations.ts';
import { correctAcceptanceCheck } from './correct-acceptance-check.ts';
import { correctRooms } from './correct-rooms.ts';
import { strikeAcceptanceCheck } from './strike-acceptance-check.ts';
import { listAcceptanceChecks } from './list-acceptance-checks.ts';
import { listActivities } from './list-activities.ts';
import { listStations } from './list-stations.ts';
import { logActivity } from './log-activity.ts';
import { noteOverdueRectifications } from './note-overdue-rectifications.ts';
import { onPostingEnded } from './on-posting-ended.ts';
import { onPostingStarted } from './on-posting-started.ts';
import { openStation } from './open-station.ts';
import { orderRectification } from './order-rectification.ts';
import { planRectification } from './plan-rectification.ts';
import { planStation } from './plan-station.ts';
import { publishServiceGuide } from './publish-service-guide.ts';
import { recordSite } from './record-site.ts';
import { requestAcceptance } from './request-acceptance.ts';
import { resumeStation } from './resume-station.ts';
import { strikeActivity } from './strike-activity.ts';
import { suspendStation } from './suspend-station.ts';

export function useCasesOfStation(ports: Ports) {
  return {
    correctAcceptanceCheck: correctAcceptanceCheck(ports),
    correctRooms: correctRooms(ports),
    strikeAcceptanceCheck: strikeAcceptanceCheck(ports),
    addRooms: addRooms(ports),
    changeStationOperator: changeStationOperator(ports),
    checkStation: checkStation(ports),
    closeStation: closeStation(ports),
    confirmRectification: confirmRectification(ports),
    fileDocuments: fileDocuments(ports),
    findNearestStations: findNearestStations(ports),
    listAcceptanceChecks: listAcceptanceChecks(ports),
    listActivities: listActivities(ports),
    listStations: listStations(ports),
    logActivity: logActivity(ports),
    noteOverdueRectifications: noteOverdueRectifications(ports),
    onPostingEnded: onPostingEnded(ports),
    onPostingStarted: onPostingStarted(ports),
    openStation: openStation(ports),
    orderRectification: orderRectification(ports),
    planRectification: planRectification(ports),
    planStation: planStation(ports),
    publishServiceGuide: publishServiceGuide(ports),
    recordSite: recordSite(ports),
    requestAcceptance: requestAcceptance(ports),
    resumeStation: resumeStation(ports),
    strikeActivity: strikeActivity(ports),
    suspendStation: suspendStation(ports),
  };
}
