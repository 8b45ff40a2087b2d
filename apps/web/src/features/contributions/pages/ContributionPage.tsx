import { siteKinds } from '../../../activities/pages.ts';
import { pageNotFound } from '../../../platform/not-found.ts';
import { Moved, definePage } from '../../../platform/page.ts';
import { numberOf, placeQuery } from '../queries.ts';

/** The one address of a contribution, for ever: the page of its kind is shown there; older titles in it lead on. */
export default definePage({
  delegate: async ({ params, query, fetch }) => {
    const number = numberOf(params['key'] ?? '');
    if (number === null) throw pageNotFound();
    const place = await fetch(placeQuery(number));
    if (params['key'] !== place.canonicalKey) throw new Moved(`/p/${place.canonicalKey}${query.size > 0 ? `?${query}` : ''}`);
    const show = siteKinds[place.activity.kind]?.pages.contributions[place.kind];
    if (!show) throw pageNotFound();
    return show();
  },
  head: () => ({ title: '', unlisted: true }),
  Page: () => null,
});
