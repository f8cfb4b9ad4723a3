import type { z } from 'zod';

/** Settings are wrong. The message lists each with its remedy; the process prints it and stops. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** Reads all settings at once, so that one start names everything that is wrong. */
export function readConfig<Schema extends z.ZodType>(
  schema: Schema,
  environment: Readonly<Record<string, string | undefined>>,
): z.output<Schema> {
  const parsed = schema.safeParse(environment);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new ConfigError(
    `These settings are missing or wrong; set them in the environment:\n${lines.join('\n')}`,
  );
}
