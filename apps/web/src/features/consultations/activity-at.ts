import type { readConsultation } from '@parvis/shared/contracts/consultations.ts';
import type { ResponseOf } from '@parvis/shared/contracts/route.ts';
import { pageNotFound } from '../../platform/not-found.ts';
import { Moved } from '../../platform/page.ts';

type Consultation = ResponseOf<typeof readConsultation>;

/**
 * The activity that an address names. `rest` follows the activity in the address, query included.
 * @throws Moved where consultation or activity had this address before; a problem 404 where they never had
 */
export function activityAt(
  consultation: Consultation,
  { slug = '', activity: wanted = '' }: Readonly<Record<string, string | undefined>>,
  rest: string,
): Consultation['activities'][number] {
  const { activities } = consultation;
  const activity = activities.find((one) => one.slug === wanted) ?? activities.find((one) => one.formerSlugs.includes(wanted));
  if (!activity) throw pageNotFound();
  if (consultation.slug !== slug || activity.slug !== wanted)
    throw new Moved(`/consultations/${consultation.slug}/${activity.slug}${rest}`);
  return activity;
}
