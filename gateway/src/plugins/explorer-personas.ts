import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

/** Written by `npm start`: tokens of the personas of the demonstration. Of a real issuer there is no such file. */
const personasSchema = z.array(z.object({ name: z.string(), about: z.string(), token: z.string() }));

/** The variable that each tab's header names. */
const VARIABLE = 'authorization';

export const PERSONA_HEADERS = { Authorization: `{{${VARIABLE}}}` };

/** The explorer's environments: whom it asks as is chosen there. The first is everybody, without a token. */
export function personaEnvironments(file: string | undefined) {
  const personas = file !== undefined && existsSync(file) ? readPersonas(file) : [];
  return {
    base: { title: '公众 · everybody', variables: { [VARIABLE]: '' } },
    subEnvironments: personas.map(({ name, about, token }) => ({
      id: name,
      title: `${name} · ${about}`,
      variables: { [VARIABLE]: `Bearer ${token}` },
    })),
  };
}

function readPersonas(file: string): z.infer<typeof personasSchema> {
  return personasSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
}
