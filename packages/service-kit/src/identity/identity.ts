import { hash } from 'node:crypto';
import { isRegionCode, ROLES, type Actor, type Grant, type RegionCode } from '@qianshou/kernel';
import { z } from 'zod';
import type { Language } from './language.ts';

/** Who asks and in which language they are answered, as the gateway verified it. */
export interface Identity {
  readonly actor: Actor;
  readonly language: Language;
}

/** The header and its hash: made once a request, sent to every subgraph that the request needs. */
export interface EncodedIdentity {
  readonly header: string;
  readonly hash: string;
}

/** One scoped role, the same in an access token, in the identity header and in the kernel. */
export const grantSchema: z.ZodType<Grant> = z
  .object({
    role: z.enum(ROLES),
    region: z.string().refine(isRegionCode).optional(),
    agencyId: z.string().min(1).max(100).optional(),
    workerId: z.string().min(1).max(100).optional(),
  })
  .transform(({ role, region, agencyId, workerId }) => ({
    role,
    ...(region === undefined ? {} : { region: region as RegionCode }),
    ...(agencyId === undefined ? {} : { agencyId }),
    ...(workerId === undefined ? {} : { workerId }),
  }));

const identitySchema = z.object({
  actor: z
    .object({
      subject: z.string().nullable(),
      grants: z.array(grantSchema),
      token: z.object({ issuedAt: z.int(), expiresAt: z.int() }).optional(),
      origin: z.string().max(64).optional(),
    })
    .transform(({ token, origin, ...actor }): Actor => ({
      ...actor,
      ...(token === undefined ? {} : { token }),
      ...(origin === undefined ? {} : { origin }),
    })),
  language: z.enum(['en', 'zh']),
});

export function encodeIdentity({ actor, language }: Identity): EncodedIdentity {
  const header = Buffer.from(JSON.stringify({ actor, language })).toString('base64url');
  return { header, hash: digest(header) };
}

/** `null` when it is not an identity at all; callers have verified the signature over it before. */
export function decodeIdentity(header: string): Identity | null {
  try {
    const parsed = identitySchema.safeParse(JSON.parse(Buffer.from(header, 'base64url').toString()));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

export function digest(content: string | Uint8Array): string {
  return hash('sha256', content, 'base64url');
}
