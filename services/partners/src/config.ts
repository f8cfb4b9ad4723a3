import { readConfig, serviceConfigSchema } from '@qianshou/service-kit/config';
import { type KeyRing, loadKeyRing } from '@qianshou/service-kit/identity';
import { z } from 'zod';

export const configSchema = serviceConfigSchema.extend({
  PARTNER_KEYS_FILE: z.string({
    error: 'the file with the keys of positions and webhook secrets; `npm start` makes one locally',
  }),
});

/** What of the configuration the service itself is built from; the rest is its process's. */
export interface PartnersSettings {
  readonly partnerKeys: KeyRing;
}

export type PartnersConfig = z.output<typeof configSchema> & PartnersSettings;

/** The only reader of the environment. */
export function partnersConfig(): PartnersConfig {
  const config = readConfig(configSchema, process.env);
  return { ...config, partnerKeys: loadKeyRing(config.PARTNER_KEYS_FILE, config.NODE_ENV) };
}
