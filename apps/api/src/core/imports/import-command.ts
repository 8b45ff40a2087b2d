import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { ImportMapping } from '@parvis/shared/contracts/imports.ts';
import { readyMappings } from '@parvis/shared/rules/imports/ready-mappings.ts';
import { CommandRefused, runCommand } from '../../platform/commands/index.ts';
import type { Database } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids/index.ts';
import { faultView, importView } from './import-view.ts';
import type { ImportRunner } from './import-runner.ts';
import { findImportActivity, insertImport, moveImport, readFaults, readImport } from './imports.queries.ts';
import { maxKeptFaults } from './staged-rows.queries.ts';

const help = `Reads a file of another platform, tells every faulty row, and publishes the rest in one switch.

  npm run import -- --town saint-aubin --consultation <slug> --activity <slug> --mapping <name or file.json> --file <path>

  --source <name>        what the source is called for ever (default: the mapping's); rows of one source are never imported twice
  --dry-run              reads, checks and tells; publishes nothing
  --leave-out-faulty     publishes the sound rows although others are faulty
  --mapping              one of: ${Object.keys(readyMappings).join(', ')}
                         or a JSON file of that form (docs/imports.md)

Files are CSV (any delimiter, UTF-8, UTF-16 or Windows-1252), JSON lines or a JSON list, also compressed with gzip.
`;

interface Surroundings {
  readonly db: Database;
  readonly runner: ImportRunner;
  readonly write: (text: string) => void;
}

/** `npm run import`. Gives the exit code: 0 done, 1 faults or nothing to publish, 2 the command itself is wrong. */
export function importCommand(args: readonly string[], { db, runner, write }: Surroundings): Promise<number> {
  return runCommand(
    write,
    async () => {
      const asked = readArguments(args);
      if (asked) return run(asked, { db, runner, write });
      write(help);
      return 0;
    },
    2,
  );
}

async function run(asked: Asked, { db, runner, write }: Surroundings): Promise<number> {
  const bytes = readFileSync(asked.file);
  const place = await findImportActivity(db, asked.town, asked.consultation, asked.activity);
  if (!place) throw new CommandRefused(`No activity "${asked.activity}" in the consultation "${asked.consultation}" of "${asked.town}".`);
  const importId = newId();
  const { municipality_id: municipalityId, consultation_id: consultationId, activity_id: activityId } = place;
  const { mapping } = asked;
  await insertImport(db, {
    municipalityId,
    importId,
    source: mapping.source,
    mapping,
    consultationId,
    activityId,
    fileId: null,
    fileName: basename(asked.file),
    startedBy: null,
  });
  const started = performance.now();
  const row = async () => (await readImport(db, municipalityId, importId))!;
  await runner.stage(municipalityId, await row(), bytes);
  const checked = importView(await row());
  for (const fault of await readFaults(db, municipalityId, importId, null, maxKeptFaults)) {
    const { line, column, reason, shown, isNotice } = faultView('en', fault);
    write(`${isNotice ? 'notice' : 'FAULT '} line ${line}${column ? `, ${column}` : ''}: ${reason}${shown ? ` «${shown}»` : ''}\n`);
  }
  write(
    `${checked.rowsRead} records read: ${checked.proposals} proposals, ${checked.comments} comments, ${checked.totals} totals to publish; ${checked.repeats} imported before, ${checked.faults} faults, ${checked.notices} notices.\n`,
  );
  const isReady = (checked.faults === 0 || asked.leavesOutFaulty) && checked.proposals + checked.comments + checked.totals > 0;
  if (asked.isDryRun || !isReady) {
    await moveImport(db, municipalityId, importId, ['checked'], 'discarded');
    if (!asked.isDryRun)
      write(
        checked.faults > 0 ? 'Nothing was published: correct the file, or add --leave-out-faulty.\n' : 'There is nothing to publish.\n',
      );
    return checked.faults > 0 ? 1 : 0;
  }
  await moveImport(db, municipalityId, importId, ['checked'], 'publishing');
  await runner.publish({ municipalityId, importId });
  const done = importView(await row());
  write(
    `Published in ${((performance.now() - started) / 1000).toFixed(1)} s: ${done.proposals} proposals, ${done.comments} comments, ${done.totals} totals, ${done.participants} new participants.\n`,
  );
  return 0;
}

interface Asked {
  readonly town: string;
  readonly consultation: string;
  readonly activity: string;
  readonly file: string;
  readonly mapping: ImportMapping;
  readonly isDryRun: boolean;
  readonly leavesOutFaulty: boolean;
}

/** What is asked; null for help. @throws CommandRefused */
function readArguments(args: readonly string[]): Asked | null {
  const { values } = parseArgs({
    args: [...args],
    options: {
      help: { type: 'boolean', default: false },
      town: { type: 'string' },
      consultation: { type: 'string' },
      activity: { type: 'string' },
      mapping: { type: 'string' },
      file: { type: 'string' },
      source: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      'leave-out-faulty': { type: 'boolean', default: false },
    },
  });
  if (values.help || args.length === 0) return null;
  const { town, consultation, activity, mapping, file, source } = values;
  if (!town || !consultation || !activity || !mapping || !file)
    throw new CommandRefused(`--town, --consultation, --activity, --mapping and --file are needed.\n\n${help}`);
  const written: unknown = Object.hasOwn(readyMappings, mapping)
    ? readyMappings[mapping as keyof typeof readyMappings]
    : parseJson(readFileSync(mapping, 'utf8'));
  const read = ImportMapping.safeParse({ ...(written as object), ...(source && { source }) });
  if (!read.success)
    throw new CommandRefused(
      `The mapping is wrong: ${read.error.issues
        .slice(0, 5)
        .map((one) => `${one.path.join('.')}: ${one.message}`)
        .join('; ')}`,
    );
  return {
    town,
    consultation,
    activity,
    file,
    mapping: read.data,
    isDryRun: values['dry-run'],
    leavesOutFaulty: values['leave-out-faulty'],
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new CommandRefused('The mapping is no JSON.');
  }
}
