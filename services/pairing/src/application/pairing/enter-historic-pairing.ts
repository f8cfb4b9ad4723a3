import { type Actor, chinaDay, type DocumentReference, onceRequest, type RegionCode } from '@qianshou/kernel';
import type { TaskGroup } from '../../domain/application/pairing-application.ts';
import type { AgencyId, SchemeId } from '../../domain/ids.ts';
import { enterHistory } from '../../domain/pairing/history.ts';
import type { Agreement } from '../../domain/pairing/pairing-life-cycle.ts';
import type { CompletedPairing } from '../../domain/pairing/pairing.ts';
import { mayTakeOver } from '../../domain/pairing/policy.ts';
import type { Span } from '../../domain/scheme/programme-phase.ts';
import { heldGround } from '../application/held-ground.ts';
import type { Ports } from '../ports.ts';

export interface EnterHistoricPairingInput extends Agreement, Span {
  readonly schemeId: SchemeId;
  readonly dispatchingAgencyId: AgencyId;
  readonly recipientAgencyId: AgencyId;
  readonly countyCode: RegionCode;
  readonly taskGroups: readonly TaskGroup[];
  readonly source: DocumentReference;
  readonly idempotencyKey: string;
}

/** The province that decided it enters it: into a phase that is closed, marked, and beside all figures of what is done here. */
export const enterHistoricPairing =
  (ports: Ports) =>
  (input: EnterHistoricPairingInput, actor: Actor): Promise<CompletedPairing> =>
    ports.unitOfWork.once(onceRequest('enterHistoricPairing', actor, input), async () => {
      mayTakeOver(actor, input.countyCode);
      const { open: _open, ...ground } = await heldGround(ports, input);
      const { taskGroups, agreementNo, signedOn, startsOn, endsOn, source } = input;
      const sides = [ground.dispatching.id, ground.recipient.id];
      const others = await ports.pairings.ofAgencies(sides);
      const at = ports.clock.now();
      const past = {
        pairingId: ports.newId('par'),
        taskGroups,
        agreement: { agreementNo, signedOn },
        span: { startsOn, endsOn },
        source,
      };
      return ports.pairings.save(enterHistory(past, { ...ground, others, at, today: chinaDay(at) }));
    });
