/** The page of a proposal, for ever. */
export function proposalAddress({ number, slug }: { readonly number: number; readonly slug: string }): string {
  return `/p/${number}-${slug}`;
}

/** The list of an activity, below its consultation. */
export function listAddress(place: {
  readonly consultation: { readonly slug: string };
  readonly activity: { readonly slug: string };
}): string {
  return `/consultations/${place.consultation.slug}/${place.activity.slug}`;
}

/** Where a proposal is written. `title` begins it. */
export function writeAddress(place: Parameters<typeof listAddress>[0]): string {
  return `${listAddress(place)}/proposer`;
}

/** The number in `12-planter-des-arbres`; null when the key begins otherwise. */
export function numberOf(key: string | undefined): number | null {
  const found = /^([1-9]\d{0,9})(?:-|$)/.exec(key ?? '');
  return found ? Number(found[1]) : null;
}
