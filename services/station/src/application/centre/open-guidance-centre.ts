import { chinaDay, type Command, decision } from '@qianshou/kernel';
import { openCentre, type OperatingCentre } from '../../domain/centre/guidance-centre.ts';
import { mayLeadConstruction } from '../../domain/policy.ts';
import type { Ports } from '../ports.ts';
import { type CentreTarget, onCentre } from './centre-decision.ts';

type Deps = Pick<Ports, 'centres' | 'agencies' | 'clock' | 'unitOfWork'>;

export const openGuidanceCentre = (ports: Deps): Command<CentreTarget, OperatingCentre> =>
  decision(ports.unitOfWork, {
    ...onCentre(ports),
    may: (actor, { countyCode }) => mayLeadConstruction(actor, countyCode),
    decide: async (centre) => {
      const operator = await ports.agencies.get(centre.operatorAgencyId);
      return openCentre(centre, chinaDay(ports.clock.now()), operator);
    },
    save: ports.centres.save,
  });
