import { Inject, Injectable } from '@nestjs/common';
import type { StaffMember, changeRoles, listStaff, resetSecondFactor } from '@parvis/shared/contracts/staff.ts';
import { Database } from '../../platform/database/index.ts';
import type { Actor, ActorCall } from '../../platform/http/index.ts';
import { NotOnOneself, PersonNotFound } from './accounts.errors.ts';
import { mailRolesChanged, mailSecondFactor } from './accounts.mails.ts';
import { readCredentials } from './accounts.queries.ts';
import { deleteRolesBut, insertRole } from './roles.queries.ts';
import { switchSecondFactorOff } from './second-factor.queries.ts';
import { deleteSessionsBut } from './sessions.queries.ts';
import { readStaff, readStaffMember, type StaffRow } from './staff.queries.ts';

const pageSize = 50;

/** The people who work here, and their roles. */
@Injectable()
export class StaffService {
  constructor(@Inject(Database) private readonly db: Database) {}

  async list({ actor, query }: ActorCall<typeof listStaff>): Promise<{ items: StaffMember[]; nextCursor: string | null }> {
    const rows = await readStaff(this.db, actor.municipalityId, query.cursor ?? null, pageSize);
    const page = rows.slice(0, pageSize);
    return { items: page.map((row) => toMember(row, actor)), nextCursor: rows.length > pageSize ? page.at(-1)!.account_id : null };
  }

  /** @throws PersonNotFound; LastAdministrator by the database, also when two administrators leave at once */
  async changeRoles({ actor, town, params, body }: ActorCall<typeof changeRoles>): Promise<{ member: StaffMember | null }> {
    const row = await this.db.transaction(async (tx) => {
      const account = await readCredentials(tx, town.id, params.accountId);
      if (!account) throw new PersonNotFound();
      for (const role of body.roles) await insertRole(tx, town.id, params.accountId, role, body.title);
      await deleteRolesBut(tx, town.id, params.accountId, body.roles);
      const isChanged = body.roles.join() !== account.roles.filter((role) => role !== 'operator').join();
      if (isChanged)
        await mailRolesChanged(
          tx,
          town,
          { address: account.email, language: account.language, participantId: account.participant_id },
          body.roles,
        );
      return readStaffMember(tx, town.id, params.accountId);
    });
    return { member: row && toMember(row, actor) };
  }

  /** The colleague is signed out everywhere, and told. */
  async resetSecondFactor({ actor, town, params }: ActorCall<typeof resetSecondFactor>): Promise<void> {
    if (params.accountId === actor.accountId) throw new NotOnOneself();
    await this.db.transaction(async (tx) => {
      const account = await readCredentials(tx, town.id, params.accountId);
      if (!account || account.roles.length === 0) throw new PersonNotFound();
      if (!(await switchSecondFactorOff(tx, town.id, params.accountId))) return;
      await deleteSessionsBut(tx, town.id, params.accountId, null);
      await mailSecondFactor(
        tx,
        town,
        { address: account.email, language: account.language, participantId: account.participant_id },
        'off',
      );
    });
  }
}

function toMember(row: StaffRow, actor: Actor): StaffMember {
  return {
    accountId: row.account_id,
    displayName: row.display_name,
    email: row.email,
    roles: [...row.roles],
    title: row.title,
    hasSecondFactor: row.has_second_factor,
    since: row.since,
    isMe: row.account_id === actor.accountId,
  };
}
