import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Method } from '@parvis/shared/contracts/route.ts';
import { Database } from '../../platform/database/index.ts';
import {
  ACTOR_SOURCE,
  MunicipalitySuspended,
  Pipeline,
  refusalOf,
  toProblem,
  type Actor,
  type ActorSource,
  type ProblemDocument,
  type RequestContext,
} from '../../platform/http/index.ts';
import { LOGGER, type Logger } from '../../platform/log/index.ts';
import { readOpensDraft } from './preview.queries.ts';
import { Renderer, type PageOutput, type PageTransport } from './renderer.ts';
import { SiteService } from './site.service.ts';
import { themeVersion } from './theme.ts';

/** A rendered page and what its answer's headers depend on. */
export interface ServedPage extends PageOutput {
  readonly isSignedIn: boolean;
}

/** Renders a page as its reader: the same routes and policies as over HTTP, called in process. */
@Injectable()
export class PagesService {
  constructor(
    @Inject(Pipeline) private readonly pipeline: Pipeline,
    @Inject(Renderer) private readonly renderer: Renderer,
    @Inject(SiteService) private readonly sites: SiteService,
    @Inject(ACTOR_SOURCE) private readonly actors: ActorSource,
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(Database) private readonly db: Database,
  ) {}

  /** Whether the request brings the secret of a preview link that opens a draft of its town; an invented or ended one is worth nothing. */
  async opensDraft({ town, previewToken }: RequestContext): Promise<boolean> {
    return town !== null && previewToken !== null && readOpensDraft(this.db, town.id, createHash('sha256').update(previewToken).digest());
  }

  /** @param path below the language, beginning with `/`; @param search with its `?`, or '' */
  async render(context: RequestContext, path: string, search: string): Promise<ServedPage> {
    const { town } = context;
    const actor = town && context.sessionToken ? await this.actors.byToken(town, context.sessionToken) : null;
    const site = await this.sites.siteFor(context, actor);
    const problem: ProblemDocument | null = town?.suspended
      ? toProblem(new MunicipalitySuspended(), context.language, context.requestId)
      : null;
    const version = themeVersion(site.town);
    const page = await this.renderer.render(context.language, {
      path,
      search,
      site,
      problem,
      themeVersion: version,
      call: this.transportFor(context, actor),
      report: (thrown) => {
        this.logger.error({ requestId: context.requestId, err: thrown }, 'page failed');
      },
    });
    return { ...page, isSignedIn: actor !== null };
  }

  private transportFor(context: RequestContext, actor: Actor | null): PageTransport {
    return async (route, { params, query }) => {
      try {
        return await this.pipeline.invoke(route.method as Method, route.path, {
          params: asStrings(params),
          query: asStrings(query),
          actor,
          context,
        });
      } catch (error) {
        const refusal = refusalOf(error);
        if (refusal.status >= 500) this.logger.error({ requestId: context.requestId, code: refusal.code, err: error }, 'page failed');
        throw toProblem(refusal, context.language, context.requestId);
      }
    };
  }
}

/** What HTTP would have made of params and query: strings, and nothing of what is undefined or null. */
function asStrings(values: object = {}): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values)
      .filter(([, value]) => value !== undefined && value !== null)
      .map(([name, value]: [string, unknown]) => [name, Array.isArray(value) ? value.map(String) : String(value)]),
  );
}
