import { messagesOf } from './messages.ts';
import { Problem } from './problem.ts';
import fr from './messages/fr.json';

const t = messagesOf(fr);

/** No page has this address, or its object is not for everybody's eyes. A loader throws it where an address names nothing. */
export function pageNotFound(): Problem {
  return new Problem({ status: 404, code: 'page-not-found', title: t('problem.404.title'), detail: t('problem.404.detail') });
}
