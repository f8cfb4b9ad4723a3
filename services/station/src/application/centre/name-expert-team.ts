import { type Actor, expectVersion, type PublicText } from '@qianshou/kernel';
import { type GuidanceCentre, nameExpertTeam as name } from '../../domain/centre/guidance-centre.ts';
import type { CentreId } from '../../domain/ids.ts';
import { mayRunCentre } from '../../domain/policy.ts';
import type { Ports } from '../ports.ts';

export interface NameExpertTeamInput {
  readonly centreId: CentreId;
  readonly expectedVersion: number | null;
  readonly expertTeam: PublicText;
}

export const nameExpertTeam =
  ({ centres }: Pick<Ports, 'centres'>) =>
  async (input: NameExpertTeamInput, actor: Actor): Promise<GuidanceCentre> => {
    const centre = await centres.get(input.centreId);
    mayRunCentre(actor, centre);
    expectVersion(centre, input.expectedVersion);
    return centres.save(name(centre, input.expertTeam));
  };
