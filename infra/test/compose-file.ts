import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { REPOSITORY } from '../local/places.ts';

/** The part of the format that the product uses; anything else in the file fails the parse. */
const mountedSecret = z.union([
  z.string().transform((source) => ({ source, target: source })),
  z.strictObject({ source: z.string(), target: z.string() }),
]);

const container = z.strictObject({
  image: z.string(),
  build: z.strictObject({ context: z.string(), dockerfile: z.string() }).optional(),
  command: z.array(z.string()).optional(),
  entrypoint: z.array(z.string()).optional(),
  environment: z.record(z.string(), z.string()).default({}),
  secrets: z.array(mountedSecret).default([]),
  ports: z.array(z.string()).default([]),
  volumes: z.array(z.string()).default([]),
  networks: z.array(z.string()).default([]),
  network_mode: z.string().optional(),
  healthcheck: z
    .strictObject({
      test: z.array(z.string()).min(2),
      interval: z.string(),
      timeout: z.string(),
      retries: z.number(),
      start_period: z.string(),
    })
    .optional(),
  depends_on: z.record(z.string(), z.strictObject({ condition: z.string() })).default({}),
  user: z.string().optional(),
  read_only: z.boolean().default(false),
  tmpfs: z.array(z.string()).default([]),
  cap_drop: z.array(z.string()).default([]),
  cap_add: z.array(z.string()).default([]),
  mem_limit: z.string(),
  pids_limit: z.number(),
  security_opt: z.array(z.string()).default([]),
  init: z.boolean().default(false),
  restart: z.string(),
  stop_grace_period: z.string().optional(),
});

const composeFile = z.looseObject({
  name: z.literal('qianshou'),
  services: z.record(z.string(), container),
  secrets: z.record(z.string(), z.strictObject({ file: z.string() })),
  volumes: z.record(z.string(), z.null()),
});

export type Container = z.output<typeof container>;
export type ComposeFile = z.output<typeof composeFile>;

/** With every `${NAME:-default}` as the settings say, else at its default. */
export function readComposeFile(settings: Readonly<Record<string, string>> = {}): ComposeFile {
  const text = readFileSync(join(REPOSITORY, 'docker-compose.yml'), 'utf8');
  const filled = text.replace(
    /\$\{(\w+):-([^}]*)\}/g,
    (_whole, name: string, byDefault: string) => settings[name] ?? byDefault,
  );
  return composeFile.parse(parse(filled, { merge: true }));
}

export function containerNamed(file: ComposeFile, name: string): Container {
  const found = file.services[name];
  if (found === undefined) throw new Error(`docker-compose.yml has no service ${name}`);
  return found;
}
