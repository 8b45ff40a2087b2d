import type { Page } from 'playwright-core';
import type { EveryState, Looker } from './every-state.ts';

/** One form of the product: where it is written, where it stands, who fills it in. */
export interface FormLook {
  /** The end of the path of its source. */
  readonly from: string;
  readonly at: string;
  readonly as: Looker;
  /** The name of a field that only this form of the page has; or a selector. */
  readonly has: string;
  /** Brings it into sight; the words are French. Forms without it are filled in in both languages by turns. */
  readonly open?: (page: Page) => Promise<void>;
  /** What is typed into a field that takes not everything. */
  readonly type?: Readonly<Record<string, string>>;
  /** Files to choose. */
  readonly files?: readonly { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }[];
}

const press =
  (name: string | RegExp) =>
  async (page: Page): Promise<void> => {
    await page.getByRole('main').getByRole('button', { name }).first().click();
  };
const code = 'A'.repeat(43);
const pixel = {
  name: 'place.png',
  mimeType: 'image/png',
  buffer: Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'),
};
const outline = { name: 'contour.geojson', mimeType: 'application/geo+json', buffer: Buffer.from('{"type":"Point","coordinates":[6,47]}') };
const rows = { name: 'export.csv', mimeType: 'text/csv', buffer: Buffer.from('id;titre\n1;Un banc\n') };

/** Answers the next act at an address as if all had gone well, to come to the form behind it. */
const passing = async (page: Page, path: string, answer: unknown, go: () => Promise<void>): Promise<void> => {
  await page.route(path, (route) => route.fulfill({ json: answer }), { times: 1 });
  await go();
};

/** Every form that sends something; one that is not here fails the journey. */
export function formList({ at }: EveryState): FormLook[] {
  const admin = `/admin/consultations/${at['open']}`;
  const trees = `/p/${at['trees']}`;
  const mine = `/p/${at['mine']}`;
  const batch = `/guichet/lots/${at['batch']}`;
  const write = 'activities/proposals/';
  return [
    { from: 'account/pages/RegisterPage', at: '/compte/inscription', as: 'visitor', has: 'displayName' },
    { from: 'account/pages/SignInPage', at: '/compte/connexion', as: 'visitor', has: 'email' },
    {
      from: 'account/components/SecondFactorStep',
      at: '/compte/connexion',
      as: 'visitor',
      has: 'code',
      open: async (page) =>
        passing(page, '**/api/sessions', { next: 'second-factor' }, async () => {
          await page.locator('main [name=email]').fill('ines@exemple.fr');
          await page.locator('main [name=password]').fill('place du marché');
          await page.keyboard.press('Enter');
        }),
    },
    { from: 'account/pages/ForgottenPage', at: '/compte/mot-de-passe-oublie', as: 'visitor', has: 'email' },
    { from: 'account/pages/ResetPage', at: `/compte/reinitialiser?jeton=${code}`, as: 'visitor', has: 'password' },
    {
      from: 'account/pages/ConfirmPage',
      at: '/compte/confirmer?inscription=0199d3a0-0000-7000-8000-000000000000',
      as: 'visitor',
      has: 'code',
    },
    { from: 'account/pages/InvitationPage', at: `/invitation/${at['invitation']}`, as: 'visitor', has: 'displayName' },
    { from: 'account/components/ProfileSection', at: '/compte', as: 'citizen', has: 'displayName' },
    { from: 'account/components/EmailSection', at: '/compte', as: 'citizen', has: 'email' },
    { from: 'account/components/PasswordSection', at: '/compte', as: 'citizen', has: 'password' },
    { from: 'account/components/DataSection', at: '/compte', as: 'citizen', has: 'texts' },
    {
      from: 'account/components/FactorSection',
      at: '/compte',
      as: 'moderator',
      has: 'form:not(:has([name=email], [name=password], [name=texts])):has([name=currentPassword])',
    },
    { from: 'account/pages/SecondFactorPage', at: '/compte/second-facteur', as: 'citizen', has: 'currentPassword' },
    {
      from: 'account/pages/SecondFactorPage',
      at: '/compte/second-facteur',
      as: 'citizen',
      has: 'code',
      open: (page) =>
        passing(page, '**/api/account/second-factor', { secret: 'ABCDEFGH', qr: { size: 21, path: 'M0 0h1v1H0z' } }, async () => {
          await page.locator('main [name=currentPassword]').fill('place du marché');
          await page.keyboard.press('Enter');
        }),
    },
    { from: 'notifications/pages/PreferencesPage', at: '/compte/notifications', as: 'citizen', has: 'rhythm' },

    { from: `${write}writing/WriteForm`, at: '/consultations/ouverte/propositions/proposer', as: 'citizen', has: 'title', files: [pixel] },
    { from: `${write}pages/EditPage`, at: `${mine}/modifier`, as: 'citizen', has: 'title', files: [pixel] },
    { from: `${write}acts/AuthorActs`, at: mine, as: 'citizen', has: 'reason', open: press('Retirer') },
    { from: `${write}acts/MergePanel`, at: trees, as: 'moderator', has: 'into' },
    { from: 'comments/components/CommentForm', at: trees, as: 'citizen', has: 'stance' },
    {
      from: 'comments/components/ReplyForm',
      at: trees,
      as: 'moderator',
      has: 'text',
      open: async (page) => {
        await press(/^Répondre/)(page);
      },
    },
    {
      from: 'comments/components/EditForm',
      at: trees,
      as: 'citizen',
      has: 'text',
      open: async (page) => {
        await page
          .locator('article, li')
          .getByRole('button', { name: /^Modifier/ })
          .first()
          .click();
      },
    },
    { from: 'moderation/pages/FlagPage', at: `${trees}/signaler`, as: 'visitor', has: 'ground' },
    { from: 'moderation/pages/FlagPage', at: `${trees}/signaler`, as: 'citizen', has: 'ground' },
    { from: 'moderation/pages/StatementPage', at: `/compte/decisions/${at['hideDecision']}`, as: 'citizen', has: 'text' },

    { from: 'moderation/components/DecisionForm', at: `/moderation?contribution=${at['advert']}`, as: 'moderator', has: 'act' },
    { from: 'moderation/components/Notes', at: `/moderation?contribution=${at['advert']}`, as: 'moderator', has: 'asksOpinion' },
    {
      from: 'moderation/components/AppealPart',
      at: `/moderation?file=appeal&contribution=${at['appealed']}`,
      as: 'administrator',
      has: 'outcome',
    },

    { from: 'response-desk/pages/ComposePage', at: `/reponses/ouverte/nouvelle?pour=${at['treesId']}`, as: 'official', has: 'signedAs' },
    {
      from: 'response-desk/components/CommitmentUpdate',
      at: '/reponses/ouverte/engagements',
      as: 'official',
      has: 'note',
      open: press('Mettre à jour'),
    },
    {
      from: 'response-desk/components/CommitmentUpdate',
      at: '/reponses/ouverte/engagements',
      as: 'official',
      has: 'title',
      open: press('Mettre à jour'),
    },

    { from: 'paper/pages/CounterPage', at: '/guichet', as: 'facilitator', has: 'receivedOn', files: [pixel] },
    { from: 'paper/components/BatchScan', at: batch, as: 'facilitator', has: 'label', files: [pixel] },
    { from: 'paper/components/ProposalEntry', at: batch, as: 'facilitator', has: 'address' },
    {
      from: 'paper/components/SupportEntry',
      at: `${batch}?saisie=soutiens`,
      as: 'facilitator',
      has: 'numbers',
      type: { numbers: at['trees']! },
    },
    { from: 'paper/components/CommentEntry', at: `${batch}?saisie=commentaires`, as: 'facilitator', has: 'stance' },
    { from: 'paper/components/CancelEntry', at: batch, as: 'facilitator', has: 'reason', open: press(/^Annuler/) },

    { from: 'admin-consultations/pages/NewPage', at: '/admin/consultations/nouvelle', as: 'administrator', has: 'question' },
    { from: 'admin-consultations/pages/PresentationPage', at: admin, as: 'administrator', has: 'whatThen', files: [pixel] },
    { from: 'admin-consultations/components/ActivityForm', at: `${admin}/demarches`, as: 'administrator', has: 'intro' },
    {
      from: 'admin-consultations/components/ActivityForm',
      at: `/admin/consultations/${at['idle']}/demarches`,
      as: 'administrator',
      has: 'dialog[open] form',
      open: press('Supprimer'),
    },
    { from: 'admin-consultations/components/AddActivity', at: `${admin}/demarches`, as: 'administrator', has: 'kind' },
    { from: 'admin-consultations/pages/CalendarPage', at: `${admin}/calendrier`, as: 'administrator', has: 'reason' },
    {
      from: 'admin-consultations/components/InviteForm',
      at: `/admin/consultations/${at['invited']}/public`,
      as: 'administrator',
      has: 'addresses',
    },
    {
      from: 'admin-consultations/components/EndActs',
      at: `${admin}/publication`,
      as: 'administrator',
      has: 'reason',
      open: press('Fermer maintenant'),
    },
    { from: 'admin-consultations/components/DuplicateForm', at: `${admin}/publication`, as: 'administrator', has: 'startsOn' },
    { from: 'account/components/InviteForm', at: '/admin/personnes', as: 'administrator', has: 'email' },
    {
      from: 'account/components/MemberDialog',
      at: '/admin/personnes',
      as: 'administrator',
      has: 'dialog[open] form',
      open: press(/^Modifier/),
    },
    { from: 'town/components/SettingsForm', at: '/admin/commune', as: 'administrator', has: 'tagline' },
    {
      from: 'town/components/ArmsForm',
      at: '/admin/commune',
      as: 'administrator',
      has: 'form:has([accept*=png]):not(:has([name=tagline]))',
      files: [pixel],
    },
    { from: 'town/components/TerritoryForm', at: '/admin/commune', as: 'administrator', has: 'pasted', files: [outline] },
    { from: 'legal/pages/LegalEditPage', at: '/admin/pages-legales/privacy', as: 'administrator', has: 'main form' },
    { from: 'legal/pages/RulesEditPage', at: '/admin/regles', as: 'administrator', has: 'rules/0/title' },
    {
      from: 'imports/components/NewImport',
      at: '/admin/imports',
      as: 'administrator',
      has: 'mapping/source',
      files: [rows],
      type: { mapping: '{"format":"csv"}' },
    },
    { from: 'admin-mails/components/Stops', at: '/admin/courriels', as: 'administrator', has: 'isConfirmed', open: press(/^Relancer/) },
  ];
}

/** The steps of the wizard, by the ends of the paths of their sources. */
export const setupForms = {
  town: 'TownStep',
  legal: 'LegalStep',
  rules: 'RulesStep',
  mail: 'MailStep',
  administrator: 'AdministratorStep',
} as const;
