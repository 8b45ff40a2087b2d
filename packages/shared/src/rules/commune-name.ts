/**
 * The French legal person of a name in the official list: Commune de Lyon, Commune d’Arcachon, Commune du Mans, Commune des Ulis,
 * Commune de La Rochelle. Before an h the article is elided, as most names want it.
 */
export function communeOf(name: string): string {
  const rest = (article: string): string => name.slice(article.length);
  if (name.startsWith('Le ')) return `Commune du ${rest('Le ')}`;
  if (name.startsWith('Les ')) return `Commune des ${rest('Les ')}`;
  const first = name.normalize('NFD').charAt(0).toLowerCase();
  return 'aeiouyhœæ'.includes(first) ? `Commune d’${name}` : `Commune de ${name}`;
}
