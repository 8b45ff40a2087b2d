import type { LegalAuthor } from '../../apps/api/src/core/legal/index.ts';
import { LegalService } from '../../apps/api/src/core/legal/index.ts';
import { insertMunicipality } from '../../apps/api/src/core/municipalities/index.ts';
import { insertRole, hashPassword, makeAccount } from '../../apps/api/src/core/accounts/index.ts';
import { Database } from '../../apps/api/src/platform/database/index.ts';
import type { Actor, Town } from '../../apps/api/src/platform/http/index.ts';
import type { Level } from '@parvis/shared/rules/words.ts';
import type { INestApplication } from '@nestjs/common';
import { newId } from '../../apps/api/src/platform/ids/index.ts';
import { demoAccounts, demoPassword } from '../../apps/api/src/core/demo/index.ts';
import { citizens } from './content/people.ts';
import { outline, quarters, town as words } from './content/town.ts';
import { rules } from './content/rules.ts';

/** The demo town once its people are there. Actors can act through every service, as if they had signed in. */
export interface DemoTown {
  readonly town: Town;
  readonly staff: ReadonlyMap<string, Actor>;
  /** Everybody who can support and write, the named ones first. */
  readonly citizens: readonly Actor[];
}

const levels: readonly Level[] = [1, 1, 1, 3, 1, 2, 1, 3, 1, 1];

function actor(
  municipalityId: string,
  participantId: string,
  displayName: string,
  level: Level,
  roles: Actor['roles'] = [],
  accountId = newId(),
  email = '',
): Actor {
  return { municipalityId, accountId, participantId, sessionId: newId(), displayName, email, level, roles, secondFactorPassed: true };
}

/** Makes town, outline, quarters, staff, citizens, legal pages and rules. */
export async function seedTown(app: INestApplication, origin: string): Promise<DemoTown> {
  const db = app.get(Database);
  const passwordHash = await hashPassword(demoPassword);
  const made = await db.transaction(async (tx) => {
    const id = await insertMunicipality(tx, {
      ...words,
      host: null,
      origin,
      inseeCode: null,
      languages: ['fr', 'en'],
      timeZone: 'Europe/Paris',
    });
    await tx.run('UPDATE municipalities SET territory = $2 WHERE id = $1', [
      id,
      JSON.stringify({ type: 'MultiPolygon', coordinates: [[outline]] }),
    ]);
    for (const [position, quarter] of quarters.entries()) {
      await tx.run('INSERT INTO areas (municipality_id, id, name, position, shape) VALUES ($1, $2, $3, $4, $5)', [
        id,
        quarter.id,
        quarter.name,
        position,
        JSON.stringify({ type: 'MultiPolygon', coordinates: [[quarter.ring]] }),
      ]);
    }
    const actors = new Map<string, Actor>();
    for (const { email, name, role, title } of demoAccounts) {
      const accountId = (await makeAccount(tx, { id }, { email, displayName: name, language: 'fr', passwordHash }))!;
      if (role !== 'citizen') await insertRole(tx, id, accountId, role, title);
      const participant = await tx.one<{ id: string }>('SELECT id FROM participants WHERE municipality_id = $1 AND account_id = $2', [
        id,
        accountId,
      ]);
      actors.set(email, actor(id, participant!.id, name, 1, role === 'citizen' ? [] : [role], accountId, email));
    }
    const people: Actor[] = [actors.get('ines@saint-aubin.example')!];
    for (let at = 1; at < 360; at += 1) {
      const name = citizens[at] ?? `${citizens[at % 60]!.split(/[ ,]/)[0]} ${'ABCDEFGHJKLMNPRSTV'[at % 18]}.`;
      const isGroup = /^(Association|Les Amis|Parents)/.test(name);
      const participantId = newId();
      const level = levels[at % levels.length]!;
      await tx.run('INSERT INTO participants (municipality_id, id, source, level, display_name) VALUES ($1, $2, $3, $4, $5)', [
        id,
        participantId,
        isGroup ? 'group' : 'account',
        level,
        name,
      ]);
      people.push(actor(id, participantId, name, level));
    }
    return { id, actors, people };
  });
  const town: Town = {
    id: made.id,
    slug: words.slug,
    name: words.name,
    host: null,
    base: `/t/${words.slug}`,
    origin,
    languages: ['fr', 'en'],
    timeZone: 'Europe/Paris',
    accent: words.accent,
    suspended: false,
  };
  await seedLegal(app, town, made.actors.get('administratrice@saint-aubin.example')!);
  return { town, staff: made.actors, citizens: made.people };
}

async function seedLegal(app: INestApplication, town: Town, administrator: Actor): Promise<void> {
  const legal = app.get(LegalService);
  const author: LegalAuthor = {
    municipalityId: town.id,
    languages: town.languages,
    accountId: administrator.accountId,
    participantId: administrator.participantId,
  };
  const save = (page: Parameters<LegalService['savePage']>[1]['page'], values: Readonly<Record<string, string>>): Promise<unknown> =>
    legal.savePage(author, { page, values, texts: [] });
  await save('legal-notice', {
    publisher: `Commune de ${town.name}`,
    publisherAddress: '1, place de la Mairie\n18999 Saint-Aubin-sur-Lisse',
    publisherPhone: '02 00 00 00 00',
    publisherEmail: 'mairie@saint-aubin.example',
    director: 'Le maire',
    host: 'Installation de démonstration',
    hostAddress: '1, place de la Mairie\n18999 Saint-Aubin-sur-Lisse',
    hostPhone: '02 00 00 00 00',
  });
  await save('privacy', {
    controller: `Commune de ${town.name}`,
    dpo: 'Centre de gestion du département\ndpo@saint-aubin.example',
    retention: 'Trois ans après la dernière connexion.',
  });
  await save('accessibility', { conformity: 'partial', accessibilityContact: 'accessibilite@saint-aubin.example' });
  await save('terms', { termsContact: 'mairie@saint-aubin.example', minimumAge: '15' });
  await legal.publishRules(author, rules);
}
