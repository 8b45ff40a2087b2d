import type { FooterPage } from '@parvis/shared/contracts/site.ts';

const footer: Record<FooterPage, string> = {
  'moderation-rules': '/regles-de-moderation',
  'legal-notice': '/mentions-legales',
  privacy: '/donnees-personnelles',
  accessibility: '/accessibilite',
  terms: '/conditions',
};

/**
 * Addresses that several features link to, below `/<base>/<language>`: what a `Link`'s `to` takes. They are for ever, and the same
 * words in every language.
 */
export const addresses = {
  home: '/',
  consultations: '/consultations',
  commitments: '/engagements',
  openData: '/donnees',
  account: '/compte',
  myContributions: '/compte/contributions',
  notifications: '/compte/notifications',
  register: '/compte/inscription',
  signOut: '/compte/deconnexion',
  /** The sign-in page, which comes back to `back` (a path below the language) afterwards. */
  signIn: (back?: string) => (back && back !== '/' ? `/compte/connexion?retour=${encodeURIComponent(back)}` : '/compte/connexion'),
  /** Where an authenticator is set up; comes back to `back` afterwards. */
  secondFactor: (back: string) => `/compte/second-facteur?retour=${encodeURIComponent(back)}`,
  administration: '/admin',
  moderation: '/moderation',
  /** The desk of moderation with one content open. */
  moderationOf: (contributionId: string) => `/moderation?contribution=${contributionId}`,
  /** Public figures and decisions of moderation. */
  moderationRegister: '/moderation/registre',
  /** The form that flags a contribution of any kind, comments included. */
  flag: (contributionId: string) => `/p/${contributionId}/signaler`,
  /** The statement of reasons of a decision, for the author, with the appeal. */
  decision: (decisionId: string) => `/compte/decisions/${decisionId}`,
  responses: '/reponses',
  counter: '/guichet',
  footer: (page: FooterPage) => footer[page],
  /** One rule of moderation, in the version that was cited. */
  rule: (version: number, number: number) => `${footer['moderation-rules']}?version=${version}#regle-${number}`,
} as const;
