import { provenRoot } from '@qianshou/service-kit/audit';
import { eventually } from './eventually.ts';
import { operation, PUBLIC } from './graph-client.ts';
import type { Story } from './story.ts';

/** What the service said of its audit log: whoever keeps it can hold the log against it for ever. */
export interface KeptHead {
  readonly size: number;
  readonly root: string;
}

export const AUDIT_HEAD = operation<{ fundingAuditHead: KeptHead | null }>(/* GraphQL */ `
  query AuditHead {
    fundingAuditHead {
      size
      root
    }
  }
`);

interface ProvenEntry {
  readonly operation: string;
  readonly actor: { readonly role: string | null };
  readonly body: string | null;
  readonly proof: {
    readonly index: number;
    readonly treeSize: number;
    readonly path: readonly string[];
  } | null;
}

export const AUDITED = operation<{
  fundingAuditHead: KeptHead | null;
  fundingAuditLog: { readonly nodes: readonly ProvenEntry[] } | null;
}>(/* GraphQL */ `
  query Audited($objectId: ID!) {
    fundingAuditHead {
      size
      root
    }
    fundingAuditLog(where: { objectId: $objectId, outcome: DONE }, first: 20) {
      nodes {
        operation
        actor {
          role
        }
        body
        proof {
          index
          treeSize
          path
        }
      }
    }
  }
`);

/** Somebody without an account keeps the signed head of the money's audit log. */
export async function keepHead({ graph }: Story): Promise<KeptHead> {
  const { fundingAuditHead } = await eventually({
    what: 'the first signed head of the audit log of funding',
    look: () => graph.ask(PUBLIC, AUDIT_HEAD),
    until: (seen) => seen.fundingAuditHead !== null,
  });
  if (fundingAuditHead === null) throw new Error('a head was waited for');
  return fundingAuditHead;
}

/** At the end an auditor asks who did what to the budget, and proves by the kept head that it is what was written then. */
export async function proveBudget(
  { graph, report }: Story,
  { budgetPlanId: objectId, kept }: { readonly budgetPlanId: string; readonly kept: KeptHead },
): Promise<void> {
  const { fundingAuditHead: head, fundingAuditLog } = await eventually({
    what: 'an entry about the budget that a signed head covers',
    look: () => graph.ask('yidu-finance', AUDITED, { objectId }),
    until: (seen) => covered(seen.fundingAuditLog?.nodes ?? []).length > 0,
  });
  const [entry] = covered(fundingAuditLog?.nodes ?? []);
  if (head === null || entry === undefined) throw new Error('an entry and a head were waited for');
  const { body, proof } = entry;
  const root = provenRoot(body, { ...proof, size: proof.treeSize });
  const isKept = head.size === kept.size;
  if (proof.treeSize !== head.size || root !== head.root || (isKept && root !== kept.root))
    throw new Error('The audit log does not hold what its head says: somebody changed it.');
  report(
    `     audit: ${entry.operation} by ${entry.actor.role ?? 'the platform'} is entry ${proof.index + 1} of ${proof.treeSize}, proved by ${proof.path.length} hashes under ${isKept ? 'the head kept before' : 'a later head than the one kept'}: ${head.root.slice(0, 12)}…`,
  );
}

type Covered = ProvenEntry & { readonly body: string; readonly proof: NonNullable<ProvenEntry['proof']> };

function covered(entries: readonly ProvenEntry[]): readonly Covered[] {
  return entries.filter((entry): entry is Covered => entry.body !== null && entry.proof !== null);
}
