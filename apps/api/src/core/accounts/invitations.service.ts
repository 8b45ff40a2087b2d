import { Inject, Injectable } from '@nestjs/common';
import type { InvitationView, SignedIn, acceptInvitation, readInvitation } from '@parvis/shared/contracts/accounts.ts';
import type { StaffInvitation, inviteColleague, listInvitations, withdrawInvitation } from '@parvis/shared/contracts/staff.ts';
import { CONFIG, type Config } from '../../platform/config/index.ts';
import { Database, type Tx } from '../../platform/database/index.ts';
import { InvalidInput, type ActorCall, type Call, type FieldError, type Town } from '../../platform/http/index.ts';
import { newId } from '../../platform/ids/index.ts';
import { InvitationNotFound, LinkNotValid, OtherAccount } from './accounts.errors.ts';
import { mailInvitation } from './accounts.mails.ts';
import { readCredentialsByEmail } from './accounts.queries.ts';
import { makeAccount } from './make-account.ts';
import { hashPassword } from './passwords.ts';
import { insertRole } from './roles.queries.ts';
import { hashToken, newToken } from './secrets.ts';
import { giveCookie, nextStep, openSession } from './sessions.ts';
import {
  deleteInvitation,
  insertInvitation,
  readInvitationById,
  readInvitationByToken,
  readInvitations,
  useInvitation,
  type InvitationRow,
} from './staff.queries.ts';

const pageSize = 50;
/** Days for which an invitation is good. */
const invitationDays = 7;

/** Inviting colleagues by a link that works once, and taking such an invitation. */
@Injectable()
export class InvitationsService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async list({ actor, query }: ActorCall<typeof listInvitations>): Promise<{ items: StaffInvitation[]; nextCursor: string | null }> {
    const rows = await readInvitations(this.db, actor.municipalityId, query.cursor ?? null, pageSize);
    const page = rows.slice(0, pageSize);
    return { items: page.map(toInvitation), nextCursor: rows.length > pageSize ? page.at(-1)!.id : null };
  }

  async invite({ actor, town, body, context }: ActorCall<typeof inviteColleague>): Promise<StaffInvitation> {
    const id = newId();
    const { token, hash } = newToken();
    const row = await this.db.transaction(async (tx) => {
      await insertInvitation(tx, {
        municipalityId: town.id,
        id,
        tokenHash: hash,
        email: body.email,
        roles: body.roles,
        title: body.title,
        invitedBy: actor.participantId,
        days: invitationDays,
      });
      await mailInvitation(
        tx,
        town,
        { address: body.email, language: context.language },
        { token, by: actor.displayName, roles: body.roles },
      );
      return readInvitationById(tx, town.id, id);
    });
    return toInvitation(row!);
  }

  /** @throws InvitationNotFound, also when it was taken meanwhile */
  async withdraw({ actor, params }: ActorCall<typeof withdrawInvitation>): Promise<void> {
    if (!(await deleteInvitation(this.db, actor.municipalityId, params.invitationId))) throw new InvitationNotFound();
  }

  /** For whoever holds the link. @throws LinkNotValid */
  async read({ town, params, actor }: Call<typeof readInvitation>): Promise<InvitationView> {
    const row = await readInvitationByToken(this.db, town.id, hashToken(params.token));
    if (!row) throw new LinkNotValid();
    const account = await readCredentialsByEmail(this.db, town.id, row.email);
    return {
      email: row.email,
      roles: [...row.roles],
      title: row.title,
      invitedBy: row.invited_by_name,
      expiresAt: row.expires_at,
      account: account === null ? 'none' : account.account_id === actor?.accountId ? 'mine' : 'other',
    };
  }

  /** @throws LinkNotValid when it was taken; OtherAccount when the address's own account is not signed in; InvalidInput without name or password */
  async accept(call: Call<typeof acceptInvitation>): Promise<SignedIn> {
    const { town, params, actor, reply, headers } = call;
    const tokenHash = hashToken(params.token);
    const known = await this.ownerOf(town, tokenHash);
    if (known) {
      if (known.account_id !== actor?.accountId) throw new OtherAccount();
      const row = await this.db.transaction((tx) => this.take(tx, town, tokenHash, async () => known.account_id));
      return nextStep(
        { accountId: known.account_id, roles: row.roles, hasSecondFactor: false },
        this.config.mode === 'production' && !actor.secondFactorPassed,
      );
    }
    const { displayName, passwordHash } = await newPersonOf(call);
    const { opened, signingIn } = await this.db.transaction(async (tx) => {
      let accountId = '';
      const row = await this.take(tx, town, tokenHash, async ({ email }) => {
        const made = await makeAccount(tx, town, { email, displayName, language: call.context.language, passwordHash });
        if (!made) throw new LinkNotValid();
        return (accountId = made);
      });
      const account = { accountId, roles: row.roles, hasSecondFactor: false };
      return { signingIn: account, opened: await openSession(tx, town, account, headers['user-agent']) };
    });
    giveCookie(reply, town, opened);
    return nextStep(signingIn, this.config.mode === 'production');
  }

  private async ownerOf(town: Town, tokenHash: Buffer): ReturnType<typeof readCredentialsByEmail> {
    const row = await readInvitationByToken(this.db, town.id, tokenHash);
    if (!row) throw new LinkNotValid();
    return readCredentialsByEmail(this.db, town.id, row.email);
  }

  private async take(tx: Tx, town: Town, tokenHash: Buffer, accountOf: (row: InvitationRow) => Promise<string>): Promise<InvitationRow> {
    const row = await readInvitationByToken(tx, town.id, tokenHash);
    if (!row || !(await useInvitation(tx, town.id, row.id))) throw new LinkNotValid();
    const accountId = await accountOf(row);
    for (const role of row.roles) await insertRole(tx, town.id, accountId, role, row.title);
    return row;
  }
}

async function newPersonOf({ body }: Call<typeof acceptInvitation>): Promise<{ displayName: string; passwordHash: string }> {
  const { displayName, password } = body;
  const missing: FieldError[] = [];
  if (!displayName) missing.push({ pointer: '#/displayName', code: 'required' });
  if (!password) missing.push({ pointer: '#/password', code: 'required' });
  if (!displayName || !password) throw new InvalidInput(missing);
  return { displayName, passwordHash: await hashPassword(password) };
}

function toInvitation(row: InvitationRow): StaffInvitation {
  return {
    id: row.id,
    email: row.email,
    roles: [...row.roles],
    title: row.title,
    invitedBy: row.invited_by_name,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    isExpired: row.is_expired,
  };
}
