import { type Command, decision, type PublicText } from '@qianshou/kernel';
import { type GuidanceCentre, nameExpertTeam as name } from '../../domain/centre/guidance-centre.ts';
import { mayRunCentre } from '../../domain/policy.ts';
import type { Ports } from '../ports.ts';
import { type CentreTarget, onCentre } from './centre-decision.ts';

export interface NameExpertTeamInput extends CentreTarget {
  readonly expertTeam: PublicText;
}

type Deps = Pick<Ports, 'centres' | 'unitOfWork'>;

export const nameExpertTeam = (ports: Deps): Command<NameExpertTeamInput, GuidanceCentre> =>
  decision(ports.unitOfWork, {
    ...onCentre(ports),
    may: mayRunCentre,
    decide: (centre, { expertTeam }) => name(centre, expertTeam),
    save: ports.centres.save,
  });
