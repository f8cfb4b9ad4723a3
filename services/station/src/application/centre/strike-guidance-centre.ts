import type { Actor, Grounds } from '@qianshou/kernel';
import { strikeCentre } from '../../domain/centre/centre-correction.ts';
import type { GuidanceCentre } from '../../domain/centre/guidance-centre.ts';
import { type CentreTarget, putCentreRight, type PutCentreRightPorts } from './put-centre-right.ts';

export const strikeGuidanceCentre =
  (ports: PutCentreRightPorts) =>
  (input: CentreTarget & Grounds, actor: Actor): Promise<GuidanceCentre> =>
    putCentreRight(ports)(input, actor, (centre, today) => strikeCentre(centre, input, today));
