import { parseArgs } from 'node:util';
import { hostName, readableColour, timeZoneName, townLanguages, type Commune } from '@parvis/shared/contracts/municipalities.ts';
import { slug as slugField } from '@parvis/shared/contracts/fields.ts';
import { slugOf } from '@parvis/shared/rules/slug.ts';
import { readableAccent } from '@parvis/shared/rules/theme.ts';
import { CommandRefused, runCommand } from '../../platform/commands/index.ts';
import { constraintOf, type Database } from '../../platform/database/index.ts';
import { officialCommune, originOf, searchOfficialList, setSuspended } from '../municipalities/index.ts';
import { makeTown } from './make-town.ts';
import { addressOfTown, newSetupLink } from './new-setup-link.ts';
import { deleteSetupLinks } from './setup-links.queries.ts';
import { lockTowns, readTowns } from './towns.queries.ts';

const help = `npm run municipality -- create <INSEE code or name> [options]   make a town and print the link for its first administrator
                       list                                    every town with its address
                       suspend <slug> | resume <slug>          close a town's site (503), or open it again
                       link <slug>                             print a new link, while the town has no administrator
Options of create:
  --slug <word>        part of its address; made of the name when left out
  --host <host>        its own host name; without one it lives under /t/<slug>
  --origin <origin>    scheme, host and port by which people reach it, where it differs from the installation's
  --name <name>        another name than the official one; with --custom, a town of no official list
  --tagline <words>    --languages fr,en   --time-zone Europe/Paris   --accent #0c5a54
`;

interface Surroundings {
  readonly db: Database;
  /** The installation's origin, PUBLIC_URL. */
  readonly publicUrl: string;
  readonly write: (text: string) => void;
}

/** The operator's command for towns; gives the process's exit code. */
export function municipalityCommand(args: readonly string[], around: Surroundings): Promise<number> {
  return runCommand(around.write, async () => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        slug: { type: 'string' },
        host: { type: 'string' },
        origin: { type: 'string' },
        name: { type: 'string' },
        tagline: { type: 'string', default: '' },
        custom: { type: 'boolean', default: false },
        languages: { type: 'string', default: 'fr,en' },
        'time-zone': { type: 'string', default: 'Europe/Paris' },
        accent: { type: 'string', default: '#0c5a54' },
        help: { type: 'boolean', default: false },
      },
    });
    const [act = '', which = ''] = positionals;
    if (values.help || act === '') around.write(help);
    else if (act === 'create') await create(around, which, values);
    else if (act === 'list') await list(around);
    else if (act === 'suspend' || act === 'resume') await suspend(around, which, act === 'suspend');
    else if (act === 'link') await link(around, which);
    else throw new CommandRefused(`Unknown command "${act}".\n\n${help}`);
    return 0;
  });
}

interface CreateOptions {
  readonly slug?: string;
  readonly host?: string;
  readonly origin?: string;
  readonly name?: string;
  readonly tagline: string;
  readonly custom: boolean;
  readonly languages: string;
  readonly 'time-zone': string;
  readonly accent: string;
}

async function create({ db, publicUrl, write }: Surroundings, which: string, options: CreateOptions): Promise<void> {
  const commune = options.custom ? null : await chooseCommune(which || options.name || '');
  const name = options.name ?? commune?.name ?? which;
  if (name === '') throw new CommandRefused('Give the INSEE code or the name of the commune, or --custom --name.');
  const host = options.host === undefined ? null : checked('--host', hostName, options.host);
  const slug = checked('--slug', slugField, options.slug ?? slugOf(name));
  const town = {
    slug,
    name,
    host,
    tagline: options.tagline,
    origin: options.origin ? originFrom(options.origin) : hostOrigin(publicUrl, host),
    inseeCode: commune?.code ?? null,
    population: commune?.population ?? null,
    postalCodes: commune?.postalCodes ?? [],
    languages: checked('--languages', townLanguages, options.languages.split(',')),
    timeZone: checked('--time-zone', timeZoneName, options['time-zone']),
    accent: accentFrom(options.accent),
  };
  try {
    const id = await db.transaction(async (tx) => {
      await lockTowns(tx);
      await deleteSetupLinks(tx, null); // the installation is no longer empty: its own link would make a second town
      return makeTown(tx, town);
    });
    write(
      `Made ${name}${commune ? ` (${commune.code}, ${commune.department}, ${commune.population} people)` : ''} at ${addressOfTown(town)}\n`,
    );
    write(
      `Its first administrator opens this link, good once and for seven days:\n  ${await newSetupLink(db, publicUrl, { id, ...town })}\n`,
    );
  } catch (error) {
    const constraint = constraintOf(error);
    if (constraint === 'municipalities_slug')
      throw new CommandRefused(`A town with the slug "${slug}" exists already. Choose another by --slug.`);
    if (constraint === 'municipalities_host') throw new CommandRefused(`Another town has the host ${host}.`);
    throw error;
  }
}

async function chooseCommune(which: string): Promise<Commune> {
  const byCode = /^\d[\dAB]\d{3}$/.test(which) ? await officialCommune(which) : null;
  if (byCode) return byCode;
  const found = await searchOfficialList(which, 20);
  const exact = found.filter((one) => slugOf(one.name) === slugOf(which));
  if (exact.length === 1) return exact[0]!;
  const candidates = exact.length > 1 ? exact : found;
  if (candidates.length === 0)
    throw new CommandRefused(`No commune of the official list is called "${which}". With --custom --name a town of no list is made.`);
  throw new CommandRefused(
    `Which "${which}"? Repeat with the code:\n${candidates.map((one) => `  ${one.code}  ${one.name}, ${one.department} (${one.postalCodes.join(', ')}), ${one.population} people`).join('\n')}`,
  );
}

async function list({ db, write }: Surroundings): Promise<void> {
  const towns = await readTowns(db);
  if (towns.length === 0) write('No town yet.\n');
  for (const town of towns)
    write(
      `${town.slug}  ${town.name}  ${addressOfTown(town)}${town.is_suspended ? '  suspended' : ''}${town.has_administrator ? '' : '  without administrator'}\n`,
    );
}

async function suspend({ db, write }: Surroundings, slug: string, isSuspended: boolean): Promise<void> {
  if (!(await setSuspended(db, slug, isSuspended))) throw new CommandRefused(`No town has the slug "${slug}".`);
  write(isSuspended ? `${slug} is suspended: its site answers 503 within two seconds. Nothing is lost.\n` : `${slug} is open again.\n`);
}

async function link({ db, publicUrl, write }: Surroundings, slug: string): Promise<void> {
  const [town] = await readTowns(db, slug);
  if (!town) throw new CommandRefused(`No town has the slug "${slug}".`);
  if (town.has_administrator) throw new CommandRefused(`${slug} has an administrator, who invites others under Administration, People.`);
  write(`${await newSetupLink(db, publicUrl, town)}\n`);
}

interface Checker<T> {
  safeParse(value: unknown): { success: true; data: T } | { success: false };
}

function checked<T>(option: string, schema: Checker<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new CommandRefused(`${option} is not possible: ${String(value)}`);
  return parsed.data;
}

/** Says, of a colour in which words could not be read, which near one would do. */
function accentFrom(colour: string): string {
  const parsed = readableColour.safeParse(colour);
  if (!parsed.success && /^#[0-9a-f]{6}$/i.test(colour))
    throw new CommandRefused(`--accent ${colour} is too light to be read; the nearest that can is ${readableAccent(colour.toLowerCase())}`);
  return checked('--accent', readableColour, colour);
}

function originFrom(text: string): string {
  if (!/^https?:\/\//.test(text) || !URL.canParse(text)) throw new CommandRefused(`--origin is not a web address: ${text}`);
  return new URL(text).origin;
}

function hostOrigin(publicUrl: string, host: string | null): string {
  if (host !== null && host === new URL(publicUrl).hostname)
    throw new CommandRefused(`${host} is the installation's own host (PUBLIC_URL).`);
  return originOf(publicUrl, host);
}
