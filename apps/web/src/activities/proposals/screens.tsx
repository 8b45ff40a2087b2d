import { lazyPart } from '../../platform/lazy-part.tsx';
import { messagesOf } from '../../platform/messages.ts';
import type { ActivityAct, ActivityScreens } from '../site-kind.ts';
import { listAddress, writeAddress } from './addresses.ts';
import { Preview, previewQuery } from './components/Preview.tsx';
import fr from './screens/messages/fr.json';
import { settingsFrom } from './settings-form/settings-from.ts';
import { settingsOf } from './settings.ts';

const t = messagesOf(fr);

/** What calls for proposals add to the screens of the middle floor. */
export const screens: ActivityScreens = {
  acts: ({ activity, consultation }) => {
    const place = { activity, consultation };
    const { word } = settingsOf(activity);
    const isOpen = (action: string): boolean => activity.openings.some((one) => one.action === action && one.isOpen);
    const list = listAddress(place);
    const acts: ActivityAct[] = [
      { action: 'propose', icon: 'pen', title: t(`write.${word}`), detail: t('act.propose'), to: writeAddress(place) },
      {
        action: 'support',
        icon: 'heart',
        title: t(`act.support.${word}`, { count: activity.counts['proposals'] ?? 0 }),
        detail: t('act.support.detail'),
        to: list,
      },
      { action: 'comment', icon: 'speech', title: t('act.comment'), detail: t('act.comment.detail'), to: `${list}?ordre=debattues` },
    ];
    return acts.filter((one) => isOpen(one.action));
  },
  previewQueries: ({ activity }) => [previewQuery(activity.id)],
  Preview,
  Result: lazyPart(() => import('./ranking/Ranking.tsx').then((one) => one.Ranking)),
  SettingsFields: lazyPart(() => import('./settings-form/SettingsFields.tsx').then((one) => one.SettingsFields)),
  settingsFrom,
  words: {
    name: t('kind.name'),
    explanation: t('kind.explanation'),
    actions: { propose: t('kind.action.propose'), support: t('kind.action.support'), comment: t('kind.action.comment') },
  },
};
