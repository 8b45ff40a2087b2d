import { siteKinds } from '../../../activities/pages.ts';
import { pageNotFound } from '../../../platform/not-found.ts';
import { Moved, definePage } from '../../../platform/page.ts';
import { consultationQuery } from '../queries.ts';

/** The address of an activity: its kind's own page is shown there. Older addresses of the consultation lead on. */
export default definePage({
  delegate: async ({ params, query, fetch }) => {
    const { slug = '', activity: wanted } = params;
    const consultation = await fetch(consultationQuery(slug));
    if (consultation.slug !== slug) throw new Moved(`/consultations/${consultation.slug}/${wanted}${query.size > 0 ? `?${query}` : ''}`);
    const activity = consultation.activities.find((one) => one.slug === wanted);
    const kind = activity && siteKinds[activity.kind];
    if (!kind) throw pageNotFound();
    return kind.pages.activity();
  },
  head: () => ({ title: '', unlisted: true }),
  Page: () => null,
});
