import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateAccounts1764000001000 implements MigrationInterface {
  name = 'CreateAccounts1764000001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE accounts (
        municipality_id uuid NOT NULL REFERENCES municipalities ON DELETE CASCADE,
        id uuid NOT NULL,
        email text NOT NULL,
        password_hash text,
        display_name text NOT NULL,
        language text NOT NULL DEFAULT 'fr',
        confirmed_at timestamptz,
        totp_secret bytea,
        totp_confirmed_at timestamptz,
        totp_last_step bigint,
        locked_until timestamptz,
        created_at timestamptz NOT NULL DEFAULT statement_timestamp(),
        PRIMARY KEY (municipality_id, id)
      );
      CREATE UNIQUE INDEX accounts_email ON accounts (municipality_id, lower(email));
      CREATE TABLE account_roles (
        municipality_id uuid NOT NULL, account_id uuid NOT NULL,
        role text NOT NULL CHECK (role IN ('facilitator', 'moderator', 'official', 'administrator', 'operator')),
        title text NOT NULL DEFAULT '',
        granted_at timestamptz NOT NULL DEFAULT statement_timestamp(),
        PRIMARY KEY (municipality_id, account_id, role),
        CONSTRAINT account_roles_account FOREIGN KEY (municipality_id, account_id) REFERENCES accounts ON DELETE CASCADE
      );
      CREATE TABLE sessions (
        municipality_id uuid NOT NULL, token_hash bytea NOT NULL, id uuid NOT NULL, account_id uuid NOT NULL,
        device text NOT NULL DEFAULT '',
        second_factor_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT statement_timestamp(),
        seen_at timestamptz NOT NULL DEFAULT statement_timestamp(),
        expires_at timestamptz NOT NULL,
        PRIMARY KEY (municipality_id, token_hash),
        CONSTRAINT sessions_id UNIQUE (municipality_id, id),
        CONSTRAINT sessions_account FOREIGN KEY (municipality_id, account_id) REFERENCES accounts ON DELETE CASCADE
      );
      CREATE INDEX sessions_by_account ON sessions (municipality_id, account_id);
      CREATE TABLE account_tokens (
        municipality_id uuid NOT NULL, token_hash bytea NOT NULL, account_id uuid NOT NULL,
        purpose text NOT NULL CHECK (purpose IN ('confirm', 'reset', 'change-email')),
        code_hash bytea,
        new_email text,
        wrong_codes integer NOT NULL DEFAULT 0,
        expires_at timestamptz NOT NULL,
        used_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT statement_timestamp(),
        PRIMARY KEY (municipality_id, token_hash),
        CONSTRAINT account_tokens_account FOREIGN KEY (municipality_id, account_id) REFERENCES accounts ON DELETE CASCADE
      );
      CREATE INDEX account_tokens_by_account ON account_tokens (municipality_id, account_id, purpose);
      CREATE TABLE recovery_codes (
        municipality_id uuid NOT NULL, account_id uuid NOT NULL, code_hash bytea NOT NULL, used_at timestamptz,
        PRIMARY KEY (municipality_id, account_id, code_hash),
        CONSTRAINT recovery_codes_account FOREIGN KEY (municipality_id, account_id) REFERENCES accounts ON DELETE CASCADE
      );
      CREATE TABLE staff_invitations (
        municipality_id uuid NOT NULL REFERENCES municipalities ON DELETE CASCADE, id uuid NOT NULL,
        token_hash bytea NOT NULL, email text NOT NULL, roles text[] NOT NULL, title text NOT NULL DEFAULT '',
        invited_by uuid, expires_at timestamptz NOT NULL, used_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT statement_timestamp(),
        PRIMARY KEY (municipality_id, id),
        CONSTRAINT staff_invitations_token UNIQUE (municipality_id, token_hash)
      );
      CREATE TABLE participants (
        municipality_id uuid NOT NULL REFERENCES municipalities ON DELETE CASCADE,
        id uuid NOT NULL,
        source text NOT NULL CHECK (source IN ('account', 'mail', 'paper', 'import', 'group', 'town')),
        level smallint NOT NULL CHECK (level BETWEEN 0 AND 4),
        display_name text NOT NULL,
        account_id uuid,
        erased_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT statement_timestamp(),
        PRIMARY KEY (municipality_id, id),
        CONSTRAINT participants_account_once UNIQUE (municipality_id, account_id),
        CONSTRAINT participants_account FOREIGN KEY (municipality_id, account_id) REFERENCES accounts ON DELETE SET NULL (account_id)
      );
      CREATE UNIQUE INDEX participants_one_town ON participants (municipality_id) WHERE source = 'town';
      CREATE TABLE contact_points (
        municipality_id uuid NOT NULL, id uuid NOT NULL, participant_id uuid NOT NULL,
        name text NOT NULL, email text NOT NULL, created_at timestamptz NOT NULL DEFAULT statement_timestamp(),
        PRIMARY KEY (municipality_id, id),
        CONSTRAINT contact_points_participant FOREIGN KEY (municipality_id, participant_id) REFERENCES participants ON DELETE CASCADE
      );
      CREATE UNIQUE INDEX contact_points_email ON contact_points (municipality_id, lower(email));
      CREATE TABLE erasures (
        municipality_id uuid NOT NULL, subject text NOT NULL CHECK (subject IN ('participant', 'contribution')), id uuid NOT NULL,
        erased_at timestamptz NOT NULL DEFAULT statement_timestamp(),
        PRIMARY KEY (municipality_id, subject, id)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP TABLE erasures, contact_points, participants, staff_invitations, recovery_codes, account_tokens, sessions, account_roles, accounts;
    `);
  }
}
