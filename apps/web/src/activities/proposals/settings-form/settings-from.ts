import { slugOf } from '@parvis/shared/rules/slug.ts';

/** Reads the fields of `SettingsFields` as the settings document. A theme keeps its id when it is renamed: proposals refer to it. */
export function settingsFrom(form: FormData): Readonly<Record<string, unknown>> {
  const text = (name: string): string => String(form.get(`settings/${name}`) ?? '').trim();
  const number = (name: string): number => Number(text(name).replace(/\s/g, '').replace(',', '.'));
  const categories: { id: string; name: string }[] = [];
  for (let at = 0; form.has(`settings/categories/${at}/name`); at += 1) {
    const name = text(`categories/${at}/name`);
    if (name === '') continue;
    const wanted = text(`categories/${at}/id`) || slugOf(name, { fallback: 'theme' });
    categories.push({ id: categories.some((one) => one.id === wanted) ? `${wanted}-${at + 1}` : wanted, name });
  }
  return {
    word: text('word'),
    categories,
    maxLength: number('maxLength'),
    place: text('place'),
    pictures: number('pictures'),
    supports: form.has('settings/supports'),
    comments: form.has('settings/comments'),
    moderation: text('moderation'),
  };
}
