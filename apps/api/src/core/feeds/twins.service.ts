import { Inject, Injectable } from '@nestjs/common';
import type { ConsultationPage } from '@parvis/shared/contracts/consultations.ts';
import { listConsultations, readConsultation, readConsultationHistory, readFrontPage } from '@parvis/shared/contracts/consultations.ts';
import { locateContribution, type ContributionPlace } from '@parvis/shared/contracts/contributions.ts';
import { readRegister } from '@parvis/shared/contracts/moderation-register.ts';
import { readConsultationData, readTownData } from '@parvis/shared/contracts/open-data.ts';
import { listAnswers, listAwaited, listCommitments } from '@parvis/shared/contracts/responses.ts';
import { readResults } from '@parvis/shared/contracts/results.ts';
import type { RouteRecord } from '@parvis/shared/contracts/route.ts';
import { Pipeline, RouteNotFound, type RequestContext } from '../../platform/http/index.ts';
import { ActivityRegistry } from '../activities/index.ts';

type Query = Readonly<Record<string, unknown>>;
type Ask = (route: RouteRecord, params?: object, query?: Query) => Promise<unknown>;
type Twin = (ask: Ask, parts: readonly string[], query: Query) => Promise<unknown>;

const consultation = async (ask: Ask, slug: string): Promise<ConsultationPage> =>
  (await ask(readConsultation, { slug })) as ConsultationPage;

/** Pages with their twins: the path below the language, and what the page is made of. The first that fits counts. */
const twins: readonly (readonly [RegExp, Twin])[] = [
  [/^\/accueil$/, (ask) => ask(readFrontPage)],
  [/^\/consultations$/, (ask, _, query) => ask(listConsultations, {}, { stage: 'open', ...query })],
  [/^\/engagements$/, (ask, _, query) => ask(listCommitments, {}, query)],
  [/^\/donnees$/, (ask) => ask(readTownData)],
  [/^\/moderation\/registre$/, (ask, _, query) => ask(readRegister, {}, query)],
  [/^\/consultations\/([^/]+)$/, (ask, [slug = '']) => ask(readConsultation, { slug })],
  [/^\/consultations\/([^/]+)\/historique$/, (ask, [slug = ''], query) => ask(readConsultationHistory, { slug }, query)],
  [/^\/consultations\/([^/]+)\/resultats$/, (ask, [slug = '']) => ask(readResults, { slug })],
  [/^\/consultations\/([^/]+)\/donnees$/, (ask, [slug = '']) => ask(readConsultationData, { slug })],
  [
    /^\/consultations\/([^/]+)\/reponses$/,
    async (ask, [slug = ''], query) => ask(listAnswers, { consultationId: (await consultation(ask, slug)).id }, query),
  ],
  [
    /^\/consultations\/([^/]+)\/reponses\/attendues$/,
    async (ask, [slug = ''], query) => ask(listAwaited, { consultationId: (await consultation(ask, slug)).id }, query),
  ],
];

/**
 * What a public page shows, as JSON: the answers of the API routes of which the page is made, asked for as a visitor who is not signed
 * in, so that no twin ever holds what only some may read.
 */
@Injectable()
export class TwinsService {
  constructor(
    @Inject(Pipeline) private readonly pipeline: Pipeline,
    @Inject(ActivityRegistry) private readonly registry: ActivityRegistry,
  ) {}

  /** @param path below the language, without `.json`. @throws RouteNotFound for a page without a twin, and every refusal of its routes */
  async read(context: RequestContext, path: string, query: Query): Promise<unknown> {
    const ask: Ask = (route, params = {}, asked = {}) =>
      this.pipeline.invoke(route.method, route.path, {
        params: { ...params },
        query: asked,
        actor: null,
        context: { ...context, sessionToken: null, previewToken: null },
      });
    for (const [pattern, twin] of twins) {
      const found = pattern.exec(path);
      if (found) return twin(ask, found.slice(1), query);
    }
    const [, number, slug, activity] = /^(?:\/p\/(\d+)(?:-[^/]*)?|\/consultations\/([^/]+)\/([^/]+))$/.exec(path) ?? [];
    return number ? this.contribution(ask, number) : this.activity(ask, slug ?? '', activity ?? '', query);
  }

  private async contribution(ask: Ask, number: string): Promise<unknown> {
    const place = (await ask(locateContribution, { number })) as ContributionPlace;
    const route = this.registry.ownerOf(place.kind)?.twins?.contribution;
    if (!route) throw new RouteNotFound();
    return ask(route, { number });
  }

  private async activity(ask: Ask, slug: string, activitySlug: string, query: Query): Promise<unknown> {
    if (!slug) throw new RouteNotFound();
    const activity = (await consultation(ask, slug)).activities.find(
      (one) => one.slug === activitySlug || one.formerSlugs.includes(activitySlug),
    );
    const route = activity && this.registry.roomOf(activity.kind).twins?.activity;
    if (!activity || !route) throw new RouteNotFound();
    return ask(route, { activityId: activity.id }, query);
  }
}
