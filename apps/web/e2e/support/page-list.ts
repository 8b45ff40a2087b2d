import type { Page } from 'playwright-core';
import { roles, type EveryState, type Looker } from './every-state.ts';

/** One look at a page: its pattern in the router, its address, who looks, and what brings it into the state that `state` names. */
export interface Look {
  readonly page: string;
  readonly at: string;
  readonly as: readonly Looker[];
  readonly state?: string;
  readonly status?: number;
  /** In the town in which nothing is yet. */
  readonly isEmpty?: boolean;
  readonly act?: (page: Page) => Promise<void>;
}

const anyone = roles;
const signedIn: readonly Looker[] = ['citizen', 'facilitator', 'moderator', 'official', 'administrator'];
const moderators: readonly Looker[] = ['moderator', 'administrator'];
const officials: readonly Looker[] = ['official', 'administrator'];
const agents: readonly Looker[] = ['facilitator', 'administrator'];
const [visitor, citizen, administrator]: readonly (readonly Looker[])[] = [['visitor'], ['citizen'], ['administrator']];

/** Sends a form as it is, which is refused with 422, and waits until that is told. */
const refused =
  (button: string | RegExp) =>
  async (page: Page): Promise<void> => {
    await page.getByRole('main').getByRole('button', { name: button }).first().click();
    await page.getByRole('alert').first().waitFor();
  };
const unfolded = async (page: Page): Promise<void> => {
  for (const summary of await page.locator('main summary').all()) if (await summary.isVisible()) await summary.click();
};

/** Every page of the site in the states that it has: what the browser journey looks at. A page that is not here fails it. */
export function pageList({ at }: EveryState): Look[] {
  const p = (name: string, rest = ''): string => `/p/${at[name]}${rest}`;
  const admin = `/admin/consultations/${at['open']}`;
  return [
    { page: '/', at: '/', as: anyone },
    { page: '/', at: '/', as: visitor!, state: 'before any consultation', isEmpty: true },
    { page: '/consultations', at: '/consultations', as: anyone },
    ...['a-venir', 'closes'].map((state) => ({ page: '/consultations', at: `/consultations?etat=${state}`, as: visitor!, state })),
    { page: '/consultations', at: '/consultations', as: visitor!, state: 'none', isEmpty: true },
    { page: '/consultations/:slug', at: '/consultations/ouverte', as: anyone },
    ...['close', 'archivee', 'a-venir', 'relue'].map((slug) => ({
      page: '/consultations/:slug',
      at: `/consultations/${slug}`,
      as: visitor!,
      state: slug,
    })),
    { page: '/consultations/:slug', at: '/consultations/invitee', as: citizen!, state: 'invited' },
    { page: '/consultations/:slug', at: '/consultations/brouillon', as: administrator!, state: 'draft' },
    { page: '/consultations/:slug', at: '/consultations/invitee', as: visitor!, state: 'not invited', status: 404 },
    { page: '/consultations/:slug/historique', at: '/consultations/ouverte/historique', as: anyone },
    { page: '/consultations/:slug/resultats', at: '/consultations/ouverte/resultats', as: anyone, act: unfolded },
    { page: '/consultations/:slug/resultats', at: '/consultations/a-venir/resultats', as: visitor!, state: 'nothing yet' },
    { page: '/consultations/:slug/donnees', at: '/consultations/ouverte/donnees', as: anyone, act: unfolded },
    { page: '/consultations/:slug/reponses', at: '/consultations/ouverte/reponses', as: anyone },
    { page: '/consultations/:slug/reponses', at: '/consultations/close/reponses', as: visitor!, state: 'none' },
    { page: '/consultations/:slug/reponses/attendues', at: '/consultations/ouverte/reponses/attendues', as: anyone, state: 'one late' },
    { page: '/consultations/:slug/papier', at: '/consultations/ouverte/papier', as: anyone },
    { page: '/consultations/:slug/:activity', at: '/consultations/ouverte/propositions', as: anyone, act: unfolded },
    ...(
      [
        ['close', 'closed'],
        ['ouverte/propositions?q=zzz', 'nothing found'],
        ['ouverte/propositions?vue=carte', 'map'],
        ['se-ferme', 'empty'],
      ] as const
    ).map(([slug, state]) => ({
      page: '/consultations/:slug/:activity',
      at: `/consultations/${slug.includes('/') ? slug : `${slug}/propositions`}`,
      as: visitor!,
      state,
    })),
    { page: '/consultations/:slug/:activity/proposer', at: '/consultations/ouverte/propositions/proposer', as: anyone },
    {
      page: '/consultations/:slug/:activity/proposer',
      at: '/consultations/relue/propositions/proposer',
      as: citizen!,
      state: '422',
      act: refused(/^Déposer/),
    },
    { page: '/consultations/:slug/:activity/proposer', at: '/consultations/close/propositions/proposer', as: citizen!, state: 'closed' },
    { page: '/p/:key', at: p('trees'), as: anyone, state: 'answered, with a debate' },
    ...['hidden', 'asked', 'locked', 'withdrawn', 'merged', 'late', 'mine', 'pending'].map((state) => ({
      page: '/p/:key',
      at: p(state),
      as: citizen!,
      state,
    })),
    ...['hidden', 'withdrawn', 'merged', 'late'].map((state) => ({ page: '/p/:key', at: p(state), as: visitor!, state })),
    { page: '/p/:key', at: p('trees'), as: citizen!, state: 'comment 422', act: refused('Publier mon argument') },
    { page: '/p/:key', at: p('pending'), as: visitor!, state: 'not published', status: 404 },
    { page: '/p/:key/modifier', at: p('mine', '/modifier'), as: citizen! },
    { page: '/p/:key/versions', at: p('mine', '/versions'), as: anyone },
    { page: '/p/:key/signaler', at: p('trees', '/signaler'), as: anyone },
    { page: '/p/:key/signaler', at: p('trees', '/signaler'), as: visitor!, state: '422', act: refused('Envoyer le signalement') },
    { page: '/engagements', at: '/engagements', as: anyone },
    { page: '/engagements', at: '/engagements', as: visitor!, state: 'none', isEmpty: true },
    { page: '/donnees', at: '/donnees', as: anyone, act: unfolded },
    ...['/mentions-legales', '/donnees-personnelles', '/accessibilite', '/conditions', '/regles-de-moderation'].flatMap((path) => [
      { page: path, at: path, as: anyone },
      { page: path, at: path, as: visitor!, state: 'not written yet', isEmpty: true, status: 404 },
    ]),
    { page: '/moderation/registre', at: '/moderation/registre', as: anyone },
    { page: '/desinscription/:token', at: `/desinscription/${at['unsubscribe']}`, as: visitor! },
    { page: '/desinscription/:token', at: '/desinscription/x.y.z0123456789012345678', as: visitor!, state: 'broken link', status: 404 },
    { page: '/invitation/:token', at: `/invitation/${at['invitation']}`, as: visitor! },
    { page: '/invitation/:token', at: `/invitation/${'A'.repeat(43)}`, as: visitor!, state: 'used', status: 404 },
    { page: '/compte/inscription', at: '/compte/inscription', as: visitor! },
    { page: '/compte/inscription', at: '/compte/inscription', as: visitor!, state: '422', act: refused('Créer mon compte') },
    { page: '/compte/confirmer', at: `/compte/confirmer?jeton=${'A'.repeat(43)}`, as: visitor! },
    { page: '/compte/connexion', at: '/compte/connexion', as: visitor! },
    { page: '/compte/connexion', at: '/compte/connexion', as: visitor!, state: 'refused', act: refused('Se connecter') },
    { page: '/compte/deconnexion', at: '/compte/deconnexion', as: signedIn },
    { page: '/compte/mot-de-passe-oublie', at: '/compte/mot-de-passe-oublie', as: visitor! },
    { page: '/compte/reinitialiser', at: `/compte/reinitialiser?jeton=${'A'.repeat(43)}`, as: visitor! },
    { page: '/compte', at: '/compte', as: signedIn, act: unfolded },
    { page: '/compte', at: '/compte', as: visitor!, state: '401', status: 401 },
    { page: '/compte/second-facteur', at: '/compte/second-facteur', as: signedIn },
    { page: '/compte/contributions', at: '/compte/contributions', as: signedIn },
    { page: '/compte/notifications', at: '/compte/notifications', as: signedIn },
    { page: '/compte/decisions/:decisionId', at: `/compte/decisions/${at['hideDecision']}`, as: citizen! },
    { page: '/compte/decisions/:decisionId', at: `/compte/decisions/${at['insultDecision']}`, as: citizen!, state: 'appealed' },
    { page: '/moderation', at: '/moderation', as: moderators },
    { page: '/moderation', at: `/moderation?contribution=${at['advert']}`, as: moderators, state: 'a flagged comment' },
    { page: '/moderation', at: `/moderation?contribution=${at['advert']}`, as: ['moderator'], state: '422', act: refused(/^Décider/) },
    { page: '/moderation', at: `/moderation?file=appeal&contribution=${at['appealed']}`, as: administrator!, state: 'an appeal' },
    { page: '/moderation', at: '/moderation', as: administrator!, state: 'nothing waits', isEmpty: true },
    { page: '/moderation', at: '/moderation', as: citizen!, state: '403', status: 403 },
    { page: '/reponses', at: '/reponses', as: officials },
    { page: '/reponses', at: '/reponses', as: administrator!, state: 'none', isEmpty: true },
    { page: '/reponses/:slug', at: '/reponses/ouverte', as: officials },
    { page: '/reponses/:slug/nouvelle', at: `/reponses/ouverte/nouvelle?pour=${at['treesId']}`, as: officials },
    {
      page: '/reponses/:slug/nouvelle',
      at: `/reponses/ouverte/nouvelle?pour=${at['treesId']}`,
      as: ['official'],
      state: '422',
      act: refused('Enregistrer et marquer prête'),
    },
    { page: '/reponses/:slug/nouvelle', at: '/reponses/ouverte/nouvelle', as: ['official'], state: 'nothing chosen' },
    { page: '/reponses/:slug/preparees', at: '/reponses/ouverte/preparees', as: officials },
    { page: '/reponses/:slug/preparees', at: '/reponses/close/preparees', as: ['official'], state: 'none' },
    { page: '/reponses/:slug/preparees/:responseId', at: `/reponses/ouverte/preparees/${at['prepared']}`, as: officials },
    { page: '/reponses/:slug/engagements', at: '/reponses/ouverte/engagements', as: officials },
    { page: '/guichet', at: '/guichet', as: agents },
    { page: '/guichet', at: '/guichet', as: ['facilitator'], state: '422', act: refused('Ouvrir le lot') },
    ...['', '?saisie=soutiens', '?saisie=commentaires'].map((query) => ({
      page: '/guichet/lots/:batchId',
      at: `/guichet/lots/${at['batch']}${query}`,
      as: agents,
      state: query,
    })),
    { page: '/admin', at: '/admin', as: administrator! },
    { page: '/admin', at: '/admin', as: administrator!, state: 'nothing yet', isEmpty: true },
    { page: '/admin', at: '/admin', as: citizen!, state: '403', status: 403 },
    { page: '/admin/journal', at: '/admin/journal', as: administrator! },
    { page: '/admin/commune', at: '/admin/commune', as: administrator!, act: unfolded },
    { page: '/admin/personnes', at: '/admin/personnes', as: administrator! },
    { page: '/admin/consultations', at: '/admin/consultations', as: administrator! },
    { page: '/admin/consultations', at: '/admin/consultations', as: administrator!, state: 'none', isEmpty: true },
    { page: '/admin/consultations/nouvelle', at: '/admin/consultations/nouvelle', as: administrator! },
    { page: '/admin/consultations/:id', at: admin, as: administrator! },
    ...['demarches', 'calendrier', 'public', 'publication'].map((part) => ({
      page: `/admin/consultations/:id/${part}`,
      at: `${admin}/${part}`,
      as: administrator!,
      act: unfolded,
    })),
    { page: '/admin/imports', at: '/admin/imports', as: administrator! },
    { page: '/admin/imports/:importId', at: `/admin/imports/${at['import']}`, as: administrator!, state: 'one faulty row' },
    { page: '/admin/pages-legales', at: '/admin/pages-legales', as: administrator! },
    { page: '/admin/pages-legales/:page', at: '/admin/pages-legales/privacy', as: administrator! },
    { page: '/admin/regles', at: '/admin/regles', as: administrator! },
    { page: '/admin/courriels', at: '/admin/courriels', as: administrator! },
    { page: '/installation', at: '/installation', as: visitor!, state: 'closed' },
    { page: '/dev/ui', at: '/dev/ui', as: visitor! },
    { page: '/dev/mail', at: '/dev/mail', as: visitor! },
    { page: '/dev/mail/:mailId', at: `/dev/mail/${at['mail']}`, as: visitor! },
  ];
}
