import type { ImportView } from '@parvis/shared/contracts/imports.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { Count } from '../../../ui/Count.tsx';
import { Row } from '../../../ui/Stack.tsx';
import fr from '../messages/fr.json';

const t = messagesOf(fr);

const kinds = ['proposals', 'comments', 'totals', 'participants', 'faults', 'notices', 'repeats'] as const;

/** What an import brings, kind by kind; what is zero is left out, but that a checked file has no fault; one row may have several. */
export function Figures({ shown }: { shown: ImportView }) {
  const figures = kinds.filter((kind) => shown[kind] > 0 || (kind === 'faults' && shown.state === 'checked'));
  return (
    <Row gap={5}>
      {figures.map((kind) => (
        <Count key={kind} value={shown[kind]} unit={t(`figure.${kind}`, { count: shown[kind] })} />
      ))}
    </Row>
  );
}
