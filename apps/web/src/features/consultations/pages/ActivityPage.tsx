import { siteKinds } from '../../../activities/pages.ts';
import { pageNotFound } from '../../../platform/not-found.ts';
import { definePage } from '../../../platform/page.ts';
import { activityAt } from '../activity-at.ts';
import { consultationQuery } from '../queries.ts';

/** The address of an activity: its kind's own page is shown there. Older addresses lead on. */
export default definePage({
  delegate: async ({ params, query, fetch }) => {
    const consultation = await fetch(consultationQuery(params['slug'] ?? ''));
    const kind = siteKinds[activityAt(consultation, params, query.size > 0 ? `?${query}` : '').kind];
    if (!kind) throw pageNotFound();
    return kind.pages.activity();
  },
  head: () => ({ title: '', unlisted: true }),
  Page: () => null,
});
