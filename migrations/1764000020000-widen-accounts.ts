import type { MigrationInterface, QueryRunner } from 'typeorm';

export class WidenAccounts1764000020000 implements MigrationInterface {
  name = 'WidenAccounts1764000020000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE registrations (
        municipality_id uuid NOT NULL REFERENCES municipalities ON DELETE CASCADE, id uuid NOT NULL,
        email text NOT NULL, display_name text NOT NULL, language text NOT NULL, password_hash text NOT NULL,
        token_hash bytea NOT NULL, code_hash bytea NOT NULL, wrong_codes integer NOT NULL DEFAULT 0,
        expires_at timestamptz NOT NULL, used_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT statement_timestamp(),
        PRIMARY KEY (municipality_id, id),
        CONSTRAINT registrations_token UNIQUE (municipality_id, token_hash)
      );
      CREATE INDEX registrations_by_age ON registrations (created_at);
      CREATE TABLE sign_in_failures (
        municipality_id uuid NOT NULL REFERENCES municipalities ON DELETE CASCADE, address_hash bytea NOT NULL,
        failures integer NOT NULL, blocked_until timestamptz NOT NULL, at timestamptz NOT NULL DEFAULT statement_timestamp(),
        PRIMARY KEY (municipality_id, address_hash)
      );
      ALTER TABLE accounts DROP COLUMN locked_until;
      ALTER TABLE accounts ADD COLUMN totp_pending bytea;
      CREATE INDEX sessions_by_expiry ON sessions (expires_at);
      CREATE FUNCTION keep_one_administrator() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        -- Two administrators who leave at once meet here: the second sees what the first has done.
        PERFORM pg_advisory_xact_lock(hashtextextended('administrators:' || OLD.municipality_id, 0));
        IF EXISTS (SELECT FROM municipalities WHERE id = OLD.municipality_id)
          AND NOT EXISTS (SELECT FROM account_roles WHERE municipality_id = OLD.municipality_id AND role = 'administrator') THEN
          RAISE EXCEPTION 'the town would have no administrator' USING ERRCODE = '23514', CONSTRAINT = 'account_roles_one_administrator', TABLE = 'account_roles';
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER account_roles_one_administrator AFTER DELETE OR UPDATE OF role ON account_roles
        FOR EACH ROW WHEN (OLD.role = 'administrator') EXECUTE FUNCTION keep_one_administrator();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER account_roles_one_administrator ON account_roles;
      DROP FUNCTION keep_one_administrator();
      DROP INDEX sessions_by_expiry;
      ALTER TABLE accounts DROP COLUMN totp_pending;
      ALTER TABLE accounts ADD COLUMN locked_until timestamptz;
      DROP TABLE sign_in_failures, registrations;
    `);
  }
}
