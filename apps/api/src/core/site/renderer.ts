import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Injectable } from '@nestjs/common';
import type { Site } from '@parvis/shared/contracts/site.ts';
import { projectRoot } from '../../platform/config/index.ts';
import type { ProblemDocument } from '../../platform/http/index.ts';
import type { Language } from '../../platform/messages/index.ts';

/** Carries a call of a page that is being rendered; throws a problem document. */
export type PageTransport = (
  route: { readonly method: string; readonly path: string },
  call: { readonly params?: object; readonly query?: object },
) => Promise<unknown>;

/** What the site's server build takes; the same shape as RenderInput in apps/web/src/app/entry-server.tsx. */
export interface PageInput {
  readonly path: string;
  readonly search: string;
  readonly site: Site;
  readonly call: PageTransport;
  readonly report: (thrown: unknown) => void;
  readonly assets: unknown;
  readonly themeVersion: string;
  readonly problem: ProblemDocument | null;
}

export interface PageOutput {
  readonly status: number;
  readonly html: string;
  readonly movedTo: string | null;
  readonly sharedSeconds: number;
}

interface Built {
  readonly renderPage: (input: PageInput) => Promise<PageOutput>;
  readonly assets: unknown;
}

/** The folder of the built site. */
export const siteFolder = join(projectRoot, 'dist/web');

/** Renders pages with the site's server build, one per language, loaded at the first page. */
@Injectable()
export class Renderer {
  private readonly built = new Map<Language, Promise<Built>>();

  async render(language: Language, input: Omit<PageInput, 'assets'>): Promise<PageOutput> {
    const { renderPage, assets } = await this.load(language);
    return renderPage({ ...input, assets });
  }

  private load(language: Language): Promise<Built> {
    const known = this.built.get(language);
    if (known) return known;
    const loading = loadBuild(language);
    this.built.set(language, loading);
    return loading;
  }
}

async function loadBuild(language: Language): Promise<Built> {
  const entry = join(siteFolder, `server-${language}`, 'entry-server.js');
  if (!existsSync(entry)) throw new Error('The site is not built: run `node apps/web/build.mjs`.');
  const { renderPage } = (await import(pathToFileURL(entry).href)) as Pick<Built, 'renderPage'>;
  return { renderPage, assets: JSON.parse(readFileSync(join(siteFolder, `client-${language}`, '.vite/manifest.json'), 'utf8')) as unknown };
}
