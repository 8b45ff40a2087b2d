import { Node } from '@tiptap/core';
import type { Blanks } from './blanks.ts';
import styles from './RichEditor.module.css';

/** A blank in the editor: one piece that is kept or taken out as a whole, shown by its words. */
export const BlankNode = Node.create<{ blanks: Blanks }>({
  name: 'blank',
  group: 'inline',
  inline: true,
  atom: true,
  addOptions: () => ({ blanks: {} }),
  addAttributes: () => ({
    name: {
      default: '',
      parseHTML: (element: HTMLElement) => element.dataset['blank'] ?? '',
      renderHTML: ({ name }: { name?: string }) => ({ 'data-blank': name }),
    },
  }),
  parseHTML: () => [{ tag: 'span[data-blank]' }],
  renderHTML({ node, HTMLAttributes }) {
    return [
      'span',
      { ...HTMLAttributes, class: styles.blank },
      this.options.blanks[String(node.attrs['name'])] ?? String(node.attrs['name']),
    ];
  },
});
