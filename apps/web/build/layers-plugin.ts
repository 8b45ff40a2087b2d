import type { Plugin } from 'vite';

const order = '@layer base,ui;';

/**
 * Puts the order of the cascade's layers at the head of the style. In one file the pieces' rules stand before global.css, which names
 * the order: the browser would take `ui` for the lower layer, and a button's colour would lose to what every button inherits.
 */
export function layersFirst(): Plugin {
  return {
    name: 'layers-first',
    enforce: 'post',
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type === 'asset' && file.fileName.endsWith('.css')) file.source = order + String(file.source);
      }
    },
  };
}
