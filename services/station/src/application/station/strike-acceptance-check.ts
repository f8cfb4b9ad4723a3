import type { Actor, Grounds } from '@qianshou/kernel';
import { strikeCheck } from '../../domain/station/acceptance-correction.ts';
import { type CheckedAnew, type CheckTarget, putCheckRight } from './put-check-right.ts';
import type { SavingPorts } from './save-station.ts';

export const strikeAcceptanceCheck =
  (ports: SavingPorts) =>
  (input: CheckTarget & Grounds, actor: Actor): Promise<CheckedAnew> =>
    putCheckRight(ports)(input, actor, (station, facts) => strikeCheck(station, { ...input, ...facts }));
