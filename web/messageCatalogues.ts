// Compiles the page's messages before everything else, and again when a catalogue changes during development.
import type { Plugin } from 'vite';
import { source, writeMessages } from './catalogues/write.js';

export function messageCatalogues(): Plugin {
  return {
    name: 'inkling:message-catalogues',
    config: writeMessages,
    configureServer({ watcher, config }) {
      watcher.add(source).on('change', (path) => {
        if (!path.startsWith(source)) return;
        try {
          writeMessages();
        } catch (error) {
          config.logger.error(String(error)); // the previous messages stay in use
        }
      });
    },
  };
}
