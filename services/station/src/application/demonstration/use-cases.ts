import type { Ports } from '../ports.ts';
import { announceDemonstration } from './announce-demonstration.ts';
import { applyForDemonstration } from './apply-for-demonstration.ts';
import { assessForDemonstration } from './assess-for-demonstration.ts';
import { chooseDemonstrationRoom } from './choose-demonstration-room.ts';
import { chooseDemonstrationStation } from './choose-demonstration-station.ts';
import { confirmDemonstration } from './confirm-demonstration.ts';
import { declineDemonstration } from './decline-demonstration.ts';
import { recommendForDemonstration } from './recommend-for-demonstration.ts';
import { restoreDemonstration } from './restore-demonstration.ts';
import { strikeDemonstrationRoom } from './strike-demonstration-room.ts';
import { strikeDemonstrationStation } from './strike-demonstration-station.ts';
import { withdrawDemonstration } from './withdraw-demonstration.ts';

export function useCasesOfDemonstration(ports: Ports) {
  return {
    announceDemonstration: announceDemonstration(ports),
    applyForDemonstration: applyForDemonstration(ports),
    assessForDemonstration: assessForDemonstration(ports),
    chooseDemonstrationRoom: chooseDemonstrationRoom(ports),
    chooseDemonstrationStation: chooseDemonstrationStation(ports),
    confirmDemonstration: confirmDemonstration(ports),
    declineDemonstration: declineDemonstration(ports),
    recommendForDemonstration: recommendForDemonstration(ports),
    restoreDemonstration: restoreDemonstration(ports),
    strikeDemonstrationRoom: strikeDemonstrationRoom(ports),
    strikeDemonstrationStation: strikeDemonstrationStation(ports),
    withdrawDemonstration: withdrawDemonstration(ports),
  };
}
