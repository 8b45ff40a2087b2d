const rule = (name, comment, from, to, severity = 'error') => ({ name, comment, severity, from, to });
const api = '^apps/api/src';

/** The directions of docs/architecture.md, a sentence for each; `npm run check` reads them, tools/architecture.ts proves that each bites. */
export default {
  forbidden: [
    rule('no-circles', 'Files import each other in a circle: move the shared fact down, or send an event.', {}, { circular: true }),
    rule(
      'rules-import-rules',
      'packages/shared/src/rules is pure: it imports other rules and small libraries only.',
      { path: '^packages/shared/src/rules/', pathNot: '\\.spec\\.ts$' },
      { path: '^(packages/shared/src/(contracts|activities)/|apps/|migrations/|tools/)' },
    ),
    rule(
      'contracts-import-rules',
      'Contracts import contracts and rules.',
      { path: '^packages/shared/src/contracts/', pathNot: '\\.spec\\.ts$' },
      { path: '^(packages/shared/src/activities/|apps/|migrations/|tools/)' },
    ),
    rule(
      'only-the-registry-imports-kinds',
      'In packages/shared a kind is imported by the registry and by itself.',
      { path: '^packages/shared/src/', pathNot: '^packages/shared/src/activities/(registry\\.ts|[^/]+/)' },
      { path: '^packages/shared/src/activities/[^/]+/' },
    ),
    rule(
      'shared-kinds-apart',
      'Kinds never import each other.',
      { path: '^packages/shared/src/activities/([^/]+)/' },
      { path: '^packages/shared/src/activities/[^/]+/', pathNot: '^packages/shared/src/activities/$1/' },
    ),
    rule(
      'shared-knows-no-application',
      'packages/shared imports no application.',
      { path: '^packages/' },
      { path: '^(apps|migrations|tools)/' },
    ),
    rule('api-and-web-apart', 'The API never imports the web.', { path: '^apps/api/(src|test)/' }, { path: '^apps/web/' }),
    rule(
      'web-and-api-apart',
      'The web never imports the API; it calls contracts.',
      { path: '^apps/web/(src|build)/' },
      { path: '^apps/api/' },
    ),
    rule(
      'platform-knows-nothing-above',
      'The ground floor imports no room of core or activities.',
      { path: `${api}/platform/` },
      { path: `${api}/(core|activities)/` },
    ),
    rule(
      'core-knows-no-kind',
      'The middle floor knows kinds through core/activities only.',
      { path: `${api}/core/` },
      { path: `${api}/activities/` },
    ),
    rule(
      'api-kinds-apart',
      'Kinds never import each other.',
      { path: `${api}/activities/([^/]+)/` },
      { path: `${api}/activities/[^/]+/`, pathNot: `${api}/activities/$1/` },
    ),
    rule(
      'rooms-have-a-door',
      'A room of another folder is entered by its index.ts.',
      { path: `${api}/(platform|core|activities)/([^/]+)/` },
      {
        path: `${api}/(platform|core|activities)/[^/]+/`,
        pathNot: `(${api}/$1/$2/|${api}/(platform|core|activities)/[^/]+/index\\.ts$|\\.json$)`,
      },
    ),
    rule(
      'web-features-below-app',
      'ui, platform, features and activities never import app.',
      { path: '^apps/web/src/(ui|platform|features|activities)/' },
      { path: '^apps/web/src/app/' },
    ),
    rule(
      'ui-knows-no-domain',
      'ui imports ui and platform; it knows no domain word.',
      { path: '^apps/web/src/ui/' },
      { path: '^apps/web/src/(features|activities)/' },
    ),
    rule(
      'web-kinds-apart',
      'Kinds never import each other.',
      { path: '^apps/web/src/activities/([^/]+)/' },
      { path: '^apps/web/src/activities/[^/]+/', pathNot: '^apps/web/src/activities/$1/' },
    ),
    rule(
      'features-know-no-kind',
      'Features know kinds through activities/{site-kind,pages,screens}.ts.',
      { path: '^apps/web/src/features/' },
      { path: '^apps/web/src/activities/[^/]+/' },
    ),
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(node_modules|dist)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
    },
  },
};
