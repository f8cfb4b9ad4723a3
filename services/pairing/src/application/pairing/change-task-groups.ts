import { chinaDay } from '@qianshou/kernel';
import { mayDirect } from '../../domain/pairing/policy.ts';
import { changeTaskGroups, type TaskGroupOrder } from '../../domain/pairing/task-group-change.ts';
import { pairingDecision, type PairingDecisionInput } from './pairing-decision.ts';
import type { Ports } from '../ports.ts';
import { type PairingTurnDeps, savePairing } from './save-pairing.ts';

export interface ChangeTaskGroupsInput extends PairingDecisionInput, TaskGroupOrder {}

export const changePairingTaskGroups = (ports: PairingTurnDeps & Pick<Ports, 'targets'>) =>
  pairingDecision(ports, {
    operation: 'changePairingTaskGroups',
    may: mayDirect,
    decide: async (pairing, input: ChangeTaskGroupsInput) => {
      const targeted = await ports.targets.standingGroups(pairing.id);
      const facts = { targeted, today: chinaDay(ports.clock.now()) };
      return savePairing(ports, pairing, changeTaskGroups(pairing, input, facts));
    },
  });
