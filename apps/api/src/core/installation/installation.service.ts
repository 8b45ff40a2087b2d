import { isDeepStrictEqual } from 'node:util';
import { Inject, Injectable } from '@nestjs/common';
import {
  setupSteps,
  type Installation,
  type SetupStep,
  type setUpAdministrator,
  type setUpLegal,
  type setUpTown,
} from '@parvis/shared/contracts/installation.ts';
import type { RulesInput } from '@parvis/shared/contracts/legal.ts';
import type { ParsedRequestOf } from '@parvis/shared/contracts/route.ts';
import { missingFields } from '@parvis/shared/rules/legal-pages.ts';
import { legalPages, type Language } from '@parvis/shared/rules/words.ts';
import { CONFIG, type Config } from '../../platform/config/index.ts';
import { Database, type Tx } from '../../platform/database/index.ts';
import { InvalidInput, type Town } from '../../platform/http/index.ts';
import { say } from '../../platform/messages/index.ts';
import { hashPassword, hashToken, makeFirstAdministrator, newToken } from '../accounts/index.ts';
import { LegalService, missingForOpening, type LegalAuthor } from '../legal/index.ts';
import { queueMail, readMailOutcome } from '../mails/index.ts';
import { TownDirectory, officialCommune, originOf, updateMunicipality } from '../municipalities/index.ts';
import { SetupClosed, SetupLinkNotValid, SetupTownFirst } from './installation.errors.ts';
import { makeTown } from './make-town.ts';
import { addressOfTown } from './new-setup-link.ts';
import {
  bindSetup,
  deleteSetupLinks,
  lockSetup,
  markDone,
  noteTestMail,
  openSetupLink,
  readSetup,
  readSetupAgain,
  type SetupRow,
} from './setup-links.queries.ts';
import { hasTowns, lockTowns, readTownBasics } from './towns.queries.ts';

const firstAccent = '#0c5a54';

/** The wizard of a town that has no administrator: each step saves, and may be done again. */
@Injectable()
export class InstallationService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LegalService) private readonly legal: LegalService,
    @Inject(TownDirectory) private readonly towns: TownDirectory,
  ) {}

  async read(setup: SetupRow | null, language: Language): Promise<Installation> {
    const closed = {
      isEmpty: !(await hasTowns(this.db)),
      isOpen: setup !== null,
      publicUrl: this.config.publicUrl,
      done: [],
      town: null,
      legal: null,
      missing: [],
      rules: null,
      mail: null,
    };
    const town = setup?.municipality_id ? await readTownBasics(this.db, setup.municipality_id) : null;
    if (!setup?.municipality_id || !town) return closed;
    const { municipality_id: id, mail_id: mailId } = setup;
    const [drafts, missing, rules, mail] = await Promise.all([
      Promise.all(legalPages.map((page) => this.legal.readDraft(id, town.languages, page))),
      missingForOpening(this.db, id),
      this.legal.readRulesDraft(id, town.languages),
      mailId ? readMailOutcome(this.db, id, mailId) : null,
    ]);
    return {
      ...closed,
      done: setupSteps.filter((step) => setup.done.includes(step)),
      missing,
      rules,
      town: {
        inseeCode: town.insee_code,
        name: town.name,
        tagline: town.tagline,
        slug: town.slug,
        host: town.host,
        timeZone: town.time_zone,
        languages: [...town.languages],
        address: addressOfTown(town),
      },
      legal: Object.fromEntries(drafts.map((draft) => [draft.page, draft.values])),
      mail: mail && { state: mail.state, address: mail.to_address, attempts: mail.attempts, reply: mail.last_reply },
    };
  }

  /** Uses the link up; gives the token of the session that replaces it. @throws SetupLinkNotValid */
  async open(token: string): Promise<{ token: string; setup: SetupRow }> {
    const session = newToken();
    const isOpened = await this.db.transaction((tx) => openSetupLink(tx, hashToken(token), session.hash));
    const setup = isOpened ? await readSetup(this.db, session.hash) : null;
    if (!setup) throw new SetupLinkNotValid();
    return { token: session.token, setup };
  }

  async saveTown(setup: SetupRow, body: ParsedRequestOf<typeof setUpTown>, language: Language): Promise<Installation> {
    const commune = body.inseeCode === null ? null : await officialCommune(body.inseeCode);
    if (body.inseeCode !== null && !commune) throw new InvalidInput([{ pointer: '#/inseeCode', code: 'not-found' }]);
    const origin = originOf(this.config.publicUrl, body.host);
    const town = { ...body, origin, population: commune?.population ?? null, postalCodes: commune?.postalCodes ?? [], accent: firstAccent };
    await this.step(setup, 'town', async (tx, { id, municipality_id: made }) => {
      if (made) return updateMunicipality(tx, made, town);
      await lockTowns(tx);
      if (await hasTowns(tx)) throw new SetupClosed();
      await bindSetup(tx, id, await makeTown(tx, town));
    });
    this.towns.forget();
    return this.readAgain(setup, language);
  }

  async saveLegal(setup: SetupRow, values: ParsedRequestOf<typeof setUpLegal>, language: Language): Promise<Installation> {
    const author = await this.authorOf(setup);
    const { pages } = await this.legal.readState(author.municipalityId);
    const emptied = pages
      .filter((one) => one.version !== null)
      .flatMap(({ page }) => missingFields(page, values[page]).map((name) => ({ pointer: `#/${page}/${name}`, code: 'required' })));
    if (emptied.length > 0) throw new InvalidInput(emptied);
    // A page that is public already, and is sent as it stands, makes no version: the form sends all four each time.
    const drafts = await Promise.all(legalPages.map((page) => this.legal.readDraft(author.municipalityId, author.languages, page)));
    const changed = drafts.filter((draft) => draft.version === null || !isDeepStrictEqual(draft.values, values[draft.page]));
    for (const { page } of changed) await this.legal.savePage(author, { page, values: values[page], texts: [] });
    await markDone(this.db, setup.id, 'legal');
    return this.readAgain(setup, language);
  }

  async saveRules(setup: SetupRow, rules: RulesInput, language: Language): Promise<Installation> {
    await this.legal.publishRules(await this.authorOf(setup), rules);
    await markDone(this.db, setup.id, 'rules');
    return this.readAgain(setup, language);
  }

  async testMail(setup: SetupRow, address: string, language: Language): Promise<Installation> {
    const town = await this.townOf(setup);
    await this.db.transaction(async (tx) => {
      const mailId = await queueMail(tx, {
        town,
        to: { address, language },
        kind: 'test',
        subject: say(language, 'setup.mail.subject'),
        paragraphs: [say(language, 'setup.mail.text', { town: town.name })],
        reason: say(language, 'setup.mail.reason'),
      });
      await noteTestMail(tx, setup.id, mailId);
    });
    return this.readAgain(setup, language);
  }

  /** Makes the administrator and closes the wizard for good. @throws AdministratorExists, SetupClosed */
  async makeAdministrator(
    setup: SetupRow,
    person: ParsedRequestOf<typeof setUpAdministrator>,
    language: Language,
  ): Promise<{ signInUrl: string }> {
    const town = await this.townOf(setup);
    const { password, ...rest } = person;
    const passwordHash = await hashPassword(password);
    await this.db.transaction(async (tx) => {
      if (!(await lockSetup(tx, setup.id))) throw new SetupClosed();
      await makeFirstAdministrator(tx, town, { ...rest, language, passwordHash });
      await deleteSetupLinks(tx, town.id);
    });
    return { signInUrl: `${addressOfTown(town)}/${language}/compte/connexion?retour=${encodeURIComponent('/admin')}` };
  }

  private async readAgain(setup: SetupRow, language: Language): Promise<Installation> {
    return this.read(await readSetupAgain(this.db, setup.id), language);
  }

  private async step(setup: SetupRow, step: SetupStep, work: (tx: Tx, current: SetupRow) => Promise<void>): Promise<void> {
    await this.db.transaction(async (tx) => {
      const current = await lockSetup(tx, setup.id);
      if (!current) throw new SetupClosed();
      await work(tx, current);
      await markDone(tx, setup.id, step);
    });
  }

  private async townOf(setup: SetupRow): Promise<Town> {
    const town = setup.municipality_id === null ? null : await this.towns.byId(setup.municipality_id); // by id: another tab may just have given it a new address
    if (!town) throw new SetupTownFirst();
    return town;
  }

  private async authorOf(setup: SetupRow): Promise<LegalAuthor> {
    const { id, languages } = await this.townOf(setup);
    return { municipalityId: id, languages, accountId: null, participantId: null };
  }
}
