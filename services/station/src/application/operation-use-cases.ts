import { announceDemonstration } from './announce-demonstration.ts';
import { applyForDemonstration } from './apply-for-demonstration.ts';
import { assessForDemonstration } from './assess-for-demonstration.ts';
import { chooseDemonstrationStation } from './choose-demonstration-station.ts';
import { assignVillageRoom } from './assign-village-room.ts';
import { closeGuidanceCentre } from './close-guidance-centre.ts';
import { closeStation } from './close-station.ts';
import { closeVillageRoom } from './close-village-room.ts';
import { confirmDemonstration } from './confirm-demonstration.ts';
import { confirmRectification } from './confirm-rectification.ts';
import { correctStationEvaluation } from './correct-station-evaluation.ts';
import { declineDemonstration } from './decline-demonstration.ts';
import { evaluateStation } from './evaluate-station.ts';
import { fileComplaint } from './file-complaint.ts';
import { handleComplaint } from './handle-complaint.ts';
import { orderRectification } from './order-rectification.ts';
import { planRectification } from './plan-rectification.ts';
import type { Ports } from './ports.ts';
import { publishServiceGuide } from './publish-service-guide.ts';
import { recommendForDemonstration } from './recommend-for-demonstration.ts';
import { recordServices } from './record-services.ts';
import { restoreDemonstration } from './restore-demonstration.ts';
import { resumeStation } from './resume-station.ts';
import { strikeComplaint } from './strike-complaint.ts';
import { strikeServiceRecord } from './strike-service-record.ts';
import { strikeStationEvaluation } from './strike-station-evaluation.ts';
import { suspendStation } from './suspend-station.ts';
import { withdrawDemonstration } from './withdraw-demonstration.ts';

/** What a station does and goes through once it is open. */
export function operationUseCases(ports: Ports) {
  return {
    announceDemonstration: announceDemonstration(ports),
    applyForDemonstration: applyForDemonstration(ports),
    assessForDemonstration: assessForDemonstration(ports),
    assignVillageRoom: assignVillageRoom(ports),
    chooseDemonstrationStation: chooseDemonstrationStation(ports),
    closeGuidanceCentre: closeGuidanceCentre(ports),
    closeStation: closeStation(ports),
    closeVillageRoom: closeVillageRoom(ports),
    confirmDemonstration: confirmDemonstration(ports),
    confirmRectification: confirmRectification(ports),
    correctStationEvaluation: correctStationEvaluation(ports),
    declineDemonstration: declineDemonstration(ports),
    evaluateStation: evaluateStation(ports),
    fileComplaint: fileComplaint(ports),
    handleComplaint: handleComplaint(ports),
    orderRectification: orderRectification(ports),
    planRectification: planRectification(ports),
    publishServiceGuide: publishServiceGuide(ports),
    recommendForDemonstration: recommendForDemonstration(ports),
    recordServices: recordServices(ports),
    restoreDemonstration: restoreDemonstration(ports),
    resumeStation: resumeStation(ports),
    strikeComplaint: strikeComplaint(ports),
    strikeServiceRecord: strikeServiceRecord(ports),
    strikeStationEvaluation: strikeStationEvaluation(ports),
    suspendStation: suspendStation(ports),
    withdrawDemonstration: withdrawDemonstration(ports),
  };
}
