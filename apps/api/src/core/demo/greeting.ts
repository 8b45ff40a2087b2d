import { demoAccounts, demoPassword } from './demo-accounts.ts';

/** What a demonstration prints once it listens: where it is, and who can sign in. */
export function demoGreeting(origin: string): string {
  const width = Math.max(...demoAccounts.map(({ email }) => email.length));
  return [
    '', `Parvis is at ${origin}/`, '',
    `  mailbox of the demonstration   ${origin}/t/saint-aubin/fr/dev/mail`,
    `  pieces of the interface        ${origin}/t/saint-aubin/fr/dev/ui`,
    `  description of the API         ${origin}/api/openapi.json`, '',
    `Accounts (password of each: ${demoPassword})`,
    ...demoAccounts.map(({ role, name, email }) => `  ${email.padEnd(width)}  ${role}, ${name}`),
    '', 'Ctrl-C stops it; the data stay. `npm run demo:reset` starts over.', '',
  ].join('\n');
}
