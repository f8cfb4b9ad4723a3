export * from './identity.ts';
export * from './key-ring.ts';
export * from './language.ts';
export * from './nonce-memory.ts';
export * from './sign-identity.ts';
export * from './signature.ts';
export * from './verify-gateway-request.ts';
