import { readConfig, serviceConfigSchema } from '@qianshou/service-kit/config';
import { type KeyRing, loadKeyRing } from '@qianshou/service-kit/identity';
import { z } from 'zod';

export const configSchema = serviceConfigSchema.extend({
  PARTNER_KEYS_FILE: z.string({
    error: 'the file with the keys of positions and webhook secrets; `npm start` makes one locally',
  }),
  /** Whether a receiver on this machine may be called, by http too. */
  WEBHOOK_LOOPBACK: z.enum(['true', 'false'], { error: 'expected true or false' }).default('false'),
});

/** What of the configuration the service itself is built from; the rest is its process's. */
export interface PartnersSettings {
  readonly partnerKeys: KeyRing;
  readonly allowsLoopback: boolean;
}

export type PartnersConfig = z.output<typeof configSchema> & PartnersSettings;

/** The only reader of the environment. */
export function partnersConfig(): PartnersConfig {
  const config = readConfig(configSchema, process.env);
  const { NODE_ENV, PARTNER_KEYS_FILE, WEBHOOK_LOOPBACK } = config;
  const allowsLoopback = WEBHOOK_LOOPBACK === 'true';
  if (allowsLoopback && NODE_ENV === 'production')
    throw new Error('WEBHOOK_LOOPBACK is for development alone: in production partners are called outside');
  return { ...config, allowsLoopback, partnerKeys: loadKeyRing(PARTNER_KEYS_FILE, NODE_ENV) };
}
