import { addresses } from '../../../platform/addresses.ts';
import { TownWords } from '../../../platform/town-words.tsx';
import type { Crumb } from '../../../ui/Crumbs.tsx';
import { listAddress } from '../addresses.ts';

interface NamedPlace {
  readonly consultation: { readonly slug: string; readonly title: string };
  readonly activity: { readonly slug: string; readonly title: string };
}

/** The consultation and the list that stand above a page of the activity. */
export function placeCrumbs(place: NamedPlace): Crumb[] {
  const { consultation, activity } = place;
  return [
    { label: <TownWords>{consultation.title}</TownWords>, to: `${addresses.consultations}/${consultation.slug}`, kept: true },
    { label: <TownWords>{activity.title}</TownWords>, to: listAddress(place) },
  ];
}
