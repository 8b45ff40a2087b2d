import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import type { InlineConfig } from 'vite';
import { contracts, noZod } from './build/contracts-plugin.ts';
import { layersFirst } from './build/layers-plugin.ts';
import { messages } from './build/messages-plugin.ts';
import { pageIds } from './build/page-ids-plugin.ts';

const root = fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '');

/** Where a build goes, below the project's folder. */
export function outDirOf(target: 'client' | 'server', language: string): string {
  return fileURLToPath(new URL(`../../dist/web/${target}-${language}`, import.meta.url));
}

/**
 * Small pieces that many pages share travel together: fifty files of some hundred bytes compress badly and each costs its headers.
 * What one page alone needs stays with it.
 */
const sharedChunks = [
  { name: 'early-input', test: /\/platform\/early-input/, priority: 5 }, // the entry needs it; forms do too, and would keep it among them
  { name: 'query', test: /node_modules\/@tanstack\//, priority: 4 },
  {
    name: 'pieces',
    test: /\/src\/(?:ui\/(?!form\/|map\/|charts\/)|platform\/|features\/contributions\/)|\/packages\/shared\/src\/rules\//,
    minShareCount: 10,
    priority: 2,
  },
  { name: 'form', test: /\/src\/ui\/form\//, minShareCount: 4, priority: 1 },
];

/** One of the four builds: for the browser or for the server, in one language. */
export function configOf(target: 'client' | 'server', language: string): InlineConfig {
  const isServer = target === 'server';
  return {
    root,
    base: '/',
    configFile: false,
    envDir: false,
    publicDir: false,
    logLevel: 'warn',
    mode: 'production',
    define: { __LANG__: JSON.stringify(language), 'process.env.NODE_ENV': '"production"' },
    plugins: [contracts(), messages(language), isServer ? pageIds(root) : noZod(), react(), layersFirst()],
    ssr: { noExternal: true, target: 'node' },
    css: { modules: { generateScopedName: '[name]-[local]-[hash:base64:4]' } },
    build: {
      cssCodeSplit: false, // all of it is 20 kB: one file comes sooner than the many of a page, each a journey on a slow network
      outDir: outDirOf(target, language),
      emptyOutDir: true,
      assetsDir: 'assets',
      assetsInlineLimit: 0,
      reportCompressedSize: false,
      manifest: !isServer,
      ssr: isServer ? 'src/app/entry-server.tsx' : false,
      ssrEmitAssets: false,
      copyPublicDir: false,
      minify: !isServer,
      modulePreload: { polyfill: false },
      rollupOptions: isServer
        ? { output: { entryFileNames: 'entry-server.js' } }
        : { input: 'src/app/entry-client.tsx', output: { codeSplitting: { groups: sharedChunks } } },
    },
  };
}
