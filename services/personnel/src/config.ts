import { readConfig, serviceConfigSchema } from '@qianshou/service-kit/config';
import { loadSealingKeys, type SealingKeys } from '@qianshou/service-kit/sealing';
import { z } from 'zod';

export const configSchema = serviceConfigSchema.extend({
  PERSONAL_DATA_KEYS_FILE: z.string({
    error: 'the file with the keys that seal personal data; `npm start` makes one locally',
  }),
  DEADLINE_SWEEP_SECONDS: z.coerce.number().int().min(1).max(86_400).default(60),
});

/** What of the configuration the service itself is built from; the rest is its process's. */
export interface PersonnelSettings {
  readonly personalDataKeys: SealingKeys;
  readonly DEADLINE_SWEEP_SECONDS: number;
}

export type PersonnelConfig = z.output<typeof configSchema> & PersonnelSettings;

/** The only reader of the environment. */
export function personnelConfig(): PersonnelConfig {
  const config = readConfig(configSchema, process.env);
  const { PERSONAL_DATA_KEYS_FILE, NODE_ENV } = config;
  return { ...config, personalDataKeys: loadSealingKeys(PERSONAL_DATA_KEYS_FILE, NODE_ENV) };
}
