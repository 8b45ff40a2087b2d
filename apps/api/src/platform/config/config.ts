import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { projectRoot } from './project-root.ts';

/** What an operator sets by environment variables; see docs/for-operators.md. Read once, at boot. */
export interface Config {
  readonly mode: 'demo' | 'production';
  /** Which half runs in this process: pages and API, jobs, or both. */
  readonly role: 'all' | 'web' | 'worker';
  readonly host: string;
  readonly port: number;
  readonly databaseUrl: string;
  /** Absolute path: uploads, keys, and the embedded database. */
  readonly dataFolder: string;
  /** The folder of uploads (FILES_URL). */
  readonly filesFolder: string;
  /** smtp:// or smtps:// URL; null in demo mode, where mail stays in the mailbox on screen. */
  readonly smtpUrl: string | null;
  /** The operator's origin, without a path: links in mails of towns that have no host of their own. */
  readonly publicUrl: string;
  /** Addresses or ranges whose X-Forwarded-For is believed. */
  readonly trustedProxies: readonly string[];
  /** 32 bytes or more: signs unsubscribe links and bounce addresses, derives the key that encrypts TOTP secrets. */
  readonly secret: string;
  readonly logLevel: string;
  /** False where a demonstration begins without its town, as a new installation does (PARVIS_DEMO_TOWN=no, or `npm start -- --empty`). */
  readonly hasDemoTown: boolean;
}

/** The environment holds something with which Parvis must not start; the message says what to do. */
export class BadConfiguration extends Error {}

/** Only demo and tests may run with this value: production refuses it. */
const demoSecret = 'demo-secret-never-for-production';

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || host.startsWith('127.');
}

/** Reads and checks the environment. @throws BadConfiguration in words for the operator */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const mode = oneOf(env, 'PARVIS_MODE', ['demo', 'production'], 'demo');
  const role = oneOf(env, 'PARVIS_ROLE', ['all', 'web', 'worker'], 'all');
  const host = env['HOST'] || '127.0.0.1';
  const port = Number(env['PORT'] || 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new BadConfiguration('PORT must be a number from 0 to 65535.');
  const databaseUrl = env['DATABASE_URL'];
  if (!databaseUrl) throw new BadConfiguration('DATABASE_URL is missing. `npm start` sets it for the embedded database.');
  const dataFolder = resolve(env['PARVIS_DATA'] || resolve(projectRoot, '.data'));
  mkdirSync(dataFolder, { recursive: true });
  const publicUrl = originOf(env['PUBLIC_URL'] || `http://${host.includes(':') ? `[${host}]` : host}:${port}`);
  const secret = env['PARVIS_SECRET'] || (mode === 'demo' ? demoSecret : '');
  if (mode === 'demo' && !isLoopback(host)) {
    throw new BadConfiguration(
      'Demo mode listens on the loopback only (HOST=127.0.0.1): its passwords are printed. Set PARVIS_MODE=production.',
    );
  }
  if (mode === 'production') {
    if (secret.length < 32 || secret === demoSecret || /^(.)\1*$/.test(secret) || /changeme|change-me/i.test(secret)) {
      throw new BadConfiguration('PARVIS_SECRET must be at least 32 random characters, for instance from `openssl rand -base64 48`.');
    }
    if (env['LOG'] === 'sql') throw new BadConfiguration('LOG=sql shows what people wrote: it is for development only.');
    const untouched = ['DATABASE_URL', 'SMTP_URL'].find((name) => /changeme|change-me/i.test(env[name] ?? ''));
    if (untouched) throw new BadConfiguration(`${untouched} still says "changeme": set your own password.`);
    const { protocol, hostname } = new URL(publicUrl);
    if (protocol !== 'https:' && !isLoopback(hostname)) throw new BadConfiguration('PUBLIC_URL must start with https:// in production.');
    if (!env['PUBLIC_URL']) throw new BadConfiguration('PUBLIC_URL is missing: the https origin under which people reach Parvis.');
    if (!env['SMTP_URL']) throw new BadConfiguration('SMTP_URL is missing: without mail nobody can confirm an account.');
  }
  return {
    mode,
    role,
    host,
    port,
    databaseUrl,
    dataFolder,
    publicUrl,
    secret,
    filesFolder: env['FILES_URL'] || resolve(dataFolder, 'files'),
    smtpUrl: env['SMTP_URL'] || null,
    trustedProxies: (env['TRUSTED_PROXIES'] || '')
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean),
    logLevel: env['LOG'] || 'info',
    hasDemoTown: mode === 'demo' && oneOf(env, 'PARVIS_DEMO_TOWN', ['yes', 'no'], 'yes') === 'yes',
  };
}

function oneOf<const T extends string>(
  env: Readonly<Record<string, string | undefined>>,
  name: string,
  allowed: readonly T[],
  fallback: T,
): T {
  const value = env[name] || fallback;
  const found = allowed.find((word) => word === value);
  if (!found) throw new BadConfiguration(`${name} must be one of ${allowed.join(', ')}.`);
  return found;
}

function originOf(text: string): string {
  try {
    return new URL(text).origin;
  } catch {
    throw new BadConfiguration(`PUBLIC_URL is not a web address: ${text}`);
  }
}
