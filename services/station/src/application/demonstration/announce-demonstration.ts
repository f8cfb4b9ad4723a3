import type { Actor, CalendarDate } from '@qianshou/kernel';
import { announceDemonstration as announce } from '../../domain/demonstration/demonstration-process.ts';
import { mayLeadConstruction } from '../../domain/policy.ts';
import type { OperatingStation } from '../../domain/station/station.ts';
import { decideOnStation, type DecisionPorts, type StationTarget } from '../station/decide-on-station.ts';

export interface AnnounceDemonstrationInput extends StationTarget {
  /** First day of the notice; null: today. */
  readonly from: CalendarDate | null;
}

export const announceDemonstration =
  (ports: DecisionPorts) =>
  (input: AnnounceDemonstrationInput, actor: Actor): Promise<OperatingStation> =>
    decideOnStation(ports)(input, actor, {
      may: (who, { countyCode }) => mayLeadConstruction(who, countyCode),
      decide: (station, { today, rulesOn }) => {
        const from = input.from ?? today;
        return announce(station, from, { noticeDays: rulesOn(from).noticeDays, today });
      },
    });
