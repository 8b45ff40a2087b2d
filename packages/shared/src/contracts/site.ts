import { z } from 'zod';
import { languages, legalPages, levels, roles } from '../rules/words.ts';

/** Pages that stand in every footer: the legal pages and the town's moderation rules. */
export const footerPages = ['moderation-rules', ...legalPages] as const;
export type FooterPage = (typeof footerPages)[number];

/** What the accessibility statement declares (French law wants the words in every footer): RGAA met wholly, partly, or not. */
export const conformities = ['whole', 'partial', 'none'] as const;
export type Conformity = (typeof conformities)[number];

/** The town as every page shows it: its name, arms and colour sign the page. `armsUrl` begins at the root of the host. */
export const TownView = z
  .object({
    slug: z.string(),
    name: z.string(),
    tagline: z.string(),
    accent: z.string().regex(/^#[0-9a-f]{6}$/),
    languages: z.array(z.enum(languages)).min(1),
    timeZone: z.string(),
    armsUrl: z.string().nullable(),
    population: z.int().nonnegative().nullable(),
    conformity: z.enum(conformities),
    footer: z.array(z.enum(footerPages)),
  })
  .meta({ id: 'TownView' });
export type TownView = z.infer<typeof TownView>;

/** Who reads the page, as far as a page needs to know: never more than the reader's own name, roles and level. */
export const ViewerView = z
  .object({
    displayName: z.string(),
    roles: z.array(z.enum(roles)),
    level: z.union(levels.map((level) => z.literal(level))),
  })
  .meta({ id: 'ViewerView' });
export type ViewerView = z.infer<typeof ViewerView>;

/**
 * What every page is rendered with; it travels inside the page, so the browser asks for it nowhere. `town` is null while the
 * installation has none. `base` begins every address of the town: '' on its own host, `/t/<slug>` below a shared one.
 * `demo` says that this installation is a demonstration and has /dev pages, `demoAccounts` that this town is the one whose accounts are printed.
 */
export const Site = z
  .object({
    town: TownView.nullable(),
    viewer: ViewerView.nullable(),
    base: z.string(),
    origin: z.string(),
    demo: z.boolean(),
    demoAccounts: z.boolean(),
  })
  .meta({ id: 'Site' });
export type Site = z.infer<typeof Site>;
