import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Node runs the TypeScript itself, as in production. Vite's own loader would bring a second copy of graphql (its
    // ES module beside the CommonJS one that Apollo requires), and the two refuse each other's schemas.
    experimental: { viteModuleRunner: false },
  },
});
