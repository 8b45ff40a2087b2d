import { parseArgs } from 'node:util';
import { CommandRefused, runCommand } from '../../platform/commands/index.ts';
import type { Database } from '../../platform/database/index.ts';
import { readCredentialsByEmail } from './accounts.queries.ts';
import { deleteOperator, insertRole, readOperators, readTownId } from './roles.queries.ts';
import { switchSecondFactorOff } from './second-factor.queries.ts';
import { deleteSessionsBut } from './sessions.queries.ts';

const help = `npm run operator -- grant <e-mail> --town <slug>           make somebody with an account an operator of the installation
                     revoke <e-mail> --town <slug>          take it back
                     list                                   every operator
                     reset-factor <e-mail> --town <slug>    take away a lost authenticator, when no other administrator can
`;

interface Surroundings {
  readonly db: Database;
  readonly write: (text: string) => void;
}

/** The only way to the role `operator`: no page and no endpoint gives it. Gives the process's exit code. */
export function operatorCommand(args: readonly string[], { db, write }: Surroundings): Promise<number> {
  return runCommand(write, async () => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { town: { type: 'string', default: '' }, help: { type: 'boolean', default: false } },
    });
    const [act = '', email = ''] = positionals;
    if (values.help || act === '') write(help);
    else if (act === 'list') for (const one of await readOperators(db)) write(`${one.email}  ${one.slug}\n`);
    else if (act in acts) write(await acts[act as keyof typeof acts](db, await accountOf(db, values.town, email), email));
    else throw new CommandRefused(`Unknown command "${act}".\n\n${help}`);
    return 0;
  });
}

interface Found {
  readonly townId: string;
  readonly accountId: string;
}

const acts = {
  async grant(db: Database, { townId, accountId }: Found, email: string): Promise<string> {
    await insertRole(db, townId, accountId, 'operator', '');
    return `${email} is an operator.\n`;
  },
  async revoke(db: Database, { townId, accountId }: Found, email: string): Promise<string> {
    return (await deleteOperator(db, townId, accountId)) ? `${email} is no operator any more.\n` : `${email} was no operator.\n`;
  },
  async 'reset-factor'(db: Database, { townId, accountId }: Found, email: string): Promise<string> {
    const had = await db.transaction(async (tx) => {
      await deleteSessionsBut(tx, townId, accountId, null);
      return switchSecondFactorOff(tx, townId, accountId);
    });
    return had
      ? `The authenticator of ${email} is taken away; the next sign-in asks to set one up.\n`
      : `${email} had no authenticator. Every session was ended.\n`;
  },
};

async function accountOf(db: Database, slug: string, email: string): Promise<Found> {
  const townId = await readTownId(db, slug);
  if (!townId) throw new CommandRefused(slug ? `No town has the slug "${slug}".` : 'Say in which town the account is: --town <slug>.');
  const account = await readCredentialsByEmail(db, townId, email);
  if (!account) throw new CommandRefused(`${email || 'Nobody'} has a confirmed account in ${slug}. Register on the site first.`);
  return { townId, accountId: account.account_id };
}
