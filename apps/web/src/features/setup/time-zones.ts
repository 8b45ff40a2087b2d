import { messagesOf } from '../../platform/messages.ts';
import type { SelectOption } from '../../ui/form/SelectField.tsx';
import fr from './messages/fr.json';

const t = messagesOf(fr);

/** The zones in which French communes lie, named after their places. */
export const townTimeZones: readonly SelectOption[] = (
  [
    ['Europe/Paris', 'paris'],
    ['America/Guadeloupe', 'guadeloupe'],
    ['America/Martinique', 'martinique'],
    ['America/Cayenne', 'cayenne'],
    ['Indian/Reunion', 'reunion'],
    ['Indian/Mayotte', 'mayotte'],
    ['America/Miquelon', 'miquelon'],
    ['Pacific/Noumea', 'noumea'],
    ['Pacific/Tahiti', 'tahiti'],
    ['Pacific/Wallis', 'wallis'],
  ] as const
).map(([value, key]) => ({ value, label: t(`zone.${key}`) }));
