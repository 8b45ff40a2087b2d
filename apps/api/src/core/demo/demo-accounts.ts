/** The accounts of the demo town, one or two for each role. Their password is printed: demo mode listens on the loopback only. */
export const demoAccounts = [
  { role: 'administrator', name: 'Hélène Vasseur', title: 'Secrétaire générale', email: 'administratrice@saint-aubin.example' },
  { role: 'moderator', name: 'Claire Vidal', title: 'Modératrice', email: 'moderatrice@saint-aubin.example' },
  { role: 'moderator', name: 'Antoine Morel', title: 'Modérateur', email: 'moderateur@saint-aubin.example' },
  { role: 'official', name: 'Sylvie Arnoux', title: 'Adjointe aux mobilités', email: 'elue@saint-aubin.example' },
  { role: 'facilitator', name: 'Malik Benali', title: 'Agent d’accueil', email: 'accueil@saint-aubin.example' },
  { role: 'citizen', name: 'Inès B.', title: '', email: 'ines@saint-aubin.example' },
  { role: 'citizen', name: 'Amine K.', title: '', email: 'amine@saint-aubin.example' },
] as const;

/** The demo town, in addresses. */
export const demoSlug = 'saint-aubin';

/** The same for all of them. */
export const demoPassword = 'place-du-marche-2026';
