import { readConfig, serviceConfigSchema } from '@qianshou/service-kit/config';
import { z } from 'zod';

export const configSchema = serviceConfigSchema.extend({
  INSIGHT_FOLDER: z.string({
    error:
      'the folder of the store of insight, on a disk of its own process; what lies there is made of the logs',
  }),
  INSIGHT_MEMORY: z
    .string()
    .regex(/^\d+(MB|GB)$/, { error: 'how much memory questions may take, e.g. 256MB' })
    .default('256MB'),
  INSIGHT_THREADS: z.coerce.number().int().min(1).max(64).default(2),
});

export type InsightConfig = z.output<typeof configSchema>;

/** What of the configuration the service itself is built from. A command that does its work has none of it. */
export type InsightSettings = Partial<
  Pick<InsightConfig, 'INSIGHT_FOLDER' | 'INSIGHT_MEMORY' | 'INSIGHT_THREADS'>
>;

/** The only reader of the environment. */
export const insightConfig = (): InsightConfig => readConfig(configSchema, process.env);
