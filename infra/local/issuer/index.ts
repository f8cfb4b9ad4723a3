export { AUDIENCE, ISSUER, openIssuer, type Issuer } from './issuer.ts';
export { EXPLORER_PERSONAS, tellExplorer } from './explorer.ts';
export { readMemory, rememberAgency, rememberWorker } from './memory.ts';
export { findPersona, listPersonas, YIDU_TOWNSHIPS, type Persona, type PersonaMemory } from './personas.ts';
