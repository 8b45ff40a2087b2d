import { demoAccounts, demoPassword } from './demo-accounts.ts';

/** What a demonstration prints once it listens: where it is, and who can sign in. */
export function demoGreeting(origin: string): string {
  const width = Math.max(...demoAccounts.map(({ email }) => email.length));
  return [
    '',
    `Parvis is at ${origin}/`,
    '',
    `  mailbox of the demonstration   ${origin}/t/saint-aubin/fr/dev/mail`,
    `  pieces of the interface        ${origin}/t/saint-aubin/fr/dev/ui`,
    `  description of the API         ${origin}/api/openapi.json`,
    '',
    `Accounts (password of each: ${demoPassword})`,
    ...demoAccounts.map(({ role, name, email }) => `  ${email.padEnd(width)}  ${role}, ${name}`),
    '',
    'Ctrl-C stops it; the data stay. `npm run demo:reset` starts over.',
    '',
  ].join('\n');
}

/** What a demonstration without its town prints below the link of the wizard. */
export function emptyGreeting(origin: string): string {
  return [
    '',
    `Parvis is at ${origin}/, without the demo town.`,
    '',
    `  Open the link above: the wizard of a first start. Its mails arrive at ${origin}/dev/mail once the town is made.`,
    '',
    'Ctrl-C stops it; the data stay, apart from the demonstration’s. `npm run demo:reset -- --empty` starts over.',
    '',
  ].join('\n');
}
