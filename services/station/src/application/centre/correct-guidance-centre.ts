import type { Actor, Grounds } from '@qianshou/kernel';
import { correctCentre, type CorrectedCentre } from '../../domain/centre/centre-correction.ts';
import type { GuidanceCentre } from '../../domain/centre/guidance-centre.ts';
import { type CentreTarget, putCentreRight, type PutCentreRightPorts } from './put-centre-right.ts';

export interface CorrectGuidanceCentreInput extends CentreTarget, Grounds {
  readonly corrected: CorrectedCentre;
}

export const correctGuidanceCentre =
  (ports: PutCentreRightPorts) =>
  ({ corrected, ...input }: CorrectGuidanceCentreInput, actor: Actor): Promise<GuidanceCentre> =>
    putCentreRight(ports)(input, actor, (centre, today) =>
      correctCentre(centre, corrected, { ...input, today }),
    );
