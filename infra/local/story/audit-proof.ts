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

/** At the end an auditor asks who did what to the budget, and proves that it is what was written then. */
export async function proveBudget(
  { graph, report }: Story,
  { budgetPlanId: objectId, kept }: { readonly budgetPlanId: string; readonly kept: KeptHead },
): Promise<void> {
  const seen = await eventually({
    what: 'an entry about the budget that a signed head covers',
    look: () => graph.ask('yidu-finance', AUDITED, { objectId }),
    until: ({ fundingAuditLog }) => covered(fundingAuditLog?.nodes ?? []).length > 0,
  });
  const [entry] = covered(seen.fundingAuditLog?.nodes ?? []);
  const head = seen.fundingAuditHead;
  if (head === null || entry === undefined) throw new Error('an entry and a head were waited for');
  if (!holds(entry, [head, kept]))
    throw new Error('The audit log does not hold what its head says: somebody changed it.');
  report(proved(entry, head, kept));
}

/** Of the heads, those that speak of the tree in which the entry was proved. */
function holds({ body, proof }: Covered, heads: readonly KeptHead[]): boolean {
  const root = provenRoot(body, { ...proof, size: proof.treeSize });
  const ofThisTree = heads.filter(({ size }) => size === proof.treeSize);
  return ofThisTree.length > 0 && ofThisTree.every((head) => head.root === root);
}

function proved({ operation: what, actor, proof }: Covered, head: KeptHead, kept: KeptHead): string {
  const who = actor.role ?? 'the platform';
  const under = head.size === kept.size ? 'the head kept before' : 'a later head than the one kept';
  return `     audit: ${what} by ${who} is entry ${proof.index + 1} of ${proof.treeSize}, proved by ${proof.path.length} hashes under ${under}: ${head.root.slice(0, 12)}…`;
}

type Covered = ProvenEntry & { readonly body: string; readonly proof: NonNullable<ProvenEntry['proof']> };

function covered(entries: readonly ProvenEntry[]): readonly Covered[] {
  return entries.filter((entry): entry is Covered => entry.body !== null && entry.proof !== null);
}
