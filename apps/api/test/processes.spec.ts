import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { maxUploadBytes } from '@parvis/shared/rules/file-rules.ts';
import { build } from '../../../tools/build.ts';
import { projectRoot, readConfig } from '../src/platform/config/index.ts';
import { newId } from '../src/platform/ids/index.ts';
import { emptyDatabaseUrl } from './support/database.ts';
import { startMailServer, type MailServer } from './support/mail-server.ts';
import { ask, startProcess, type TestProcess } from './support/processes.ts';
import { serverFlags } from '../../../tools/server-flags.ts';
import { until } from './support/until.ts';

// Web and worker as docker-compose.yml runs them: the compiled program, production settings, one database, processes of their own.
const host = 'participer.saint-aubin.example';
const secret = 'q8Wv0Jd2kLxT7mZr4nYb1cHs6fGp3uEa';
let mails: MailServer;
let settings: Record<string, string>;
let client: pg.Client;
let web: TestProcess;
let worker: TestProcess | null = null;

beforeAll(async () => {
  await build();
  mails = await startMailServer();
  const url = await emptyDatabaseUrl();
  settings = {
    DATABASE_URL: url,
    PARVIS_MODE: 'production',
    PARVIS_SECRET: secret,
    PUBLIC_URL: 'https://participer.example',
    LOG: 'info',
    SMTP_URL: mails.url,
    TRUSTED_PROXIES: '127.0.0.1',
    HOST: '127.0.0.1',
  };
  web = await startProcess({ ...settings, PARVIS_ROLE: 'web' });
  await until(async () => (await ask(web.port, '/ready')).status === 200, 120);
  client = new pg.Client({ connectionString: url });
  await client.connect();
  const id = newId();
  await client.query(
    `INSERT INTO municipalities (id, slug, host, origin, name, mail_from) VALUES ($1, 'saint-aubin', $2, $3, 'Saint-Aubin-sur-Lisse', 'participer@saint-aubin.example')`,
    [id, host, `https://${host}`],
  );
  await client.query(
    `INSERT INTO participants (municipality_id, id, source, level, display_name) VALUES ($1, $2, 'town', 4, 'Saint-Aubin-sur-Lisse')`,
    [id, newId()],
  );
}, 300_000);
afterAll(async () => {
  await Promise.allSettled([client.end(), web.stop(), worker?.stop()]);
  await mails.stop();
});

const mailsSent = async (): Promise<number> => Number((await client.query(`SELECT FROM mails WHERE state = 'sent'`)).rowCount);

test('a town answers on its own host behind the proxy; a host that leads to no town gets no certificate', async () => {
  const page = await ask(web.port, '/fr/', { host, headers: { 'x-forwarded-for': '203.0.113.9', 'x-forwarded-proto': 'https' } });
  expect(page.status).toBe(200);
  expect(page.text).toContain('Saint-Aubin-sur-Lisse');
  expect((await ask(web.port, `/known-host?domain=${host}`)).status).toBe(200);
  expect((await ask(web.port, '/known-host?domain=participer.example')).status).toBe(200);
  expect((await ask(web.port, '/known-host?domain=somebody.else')).status).toBe(404);
  expect((await ask(web.port, '/dev/mail', { host })).status).toBe(404);
});

test('health and readiness speak in words, in the language of whoever asks', async () => {
  const health = await ask(web.port, '/health', { headers: { 'accept-language': 'fr' } });
  expect(health.status).toBe(200);
  for (const words of ['Parvis est prêt.', 'La base de données répond en', 'Le schéma de la base est à jour.', 'Mo sur le disque'])
    expect(health.text).toContain(words);
  const json = JSON.parse((await ask(web.port, '/ready', { headers: { accept: 'application/json', 'accept-language': 'en' } })).text) as {
    ready: boolean;
    role: string;
    checks: { name: string; words: string }[];
  };
  expect(json).toMatchObject({ ready: true, role: 'web' });
  expect(json.checks.map((one) => one.name)).toEqual(['database', 'migrations', 'jobs', 'outbox', 'recount', 'mail', 'disk']);
});

test('what the web process accepts, the worker does: the mail leaves when a worker starts, and not before', async () => {
  const asked = await ask(web.port, '/api/registrations', {
    host,
    method: 'POST',
    body: { email: 'noe.lambert@courriel.example', displayName: 'Noé Lambertin', password: 'une phrase assez longue pour moi' },
  });
  expect(asked.status).toBe(200);
  expect(await mailsSent()).toBe(0);
  worker = await startProcess({ ...settings, PARVIS_ROLE: 'worker' });
  await until(async () => (await mailsSent()) === 1);
  const [mail] = mails.taken;
  expect(mail!.from!.value[0]).toEqual({ name: 'Saint-Aubin-sur-Lisse', address: 'participer@saint-aubin.example' });
  expect(mail!.text).toContain(`https://${host}/fr/compte/confirmer`);
  expect((await ask(worker.port, '/ready')).status).toBe(200);
  const confirmed = await ask(
    web.port,
    `/api/registrations/${(JSON.parse(asked.text) as { registrationId: string }).registrationId}/confirmation`,
    { host, method: 'POST', body: { code: /(\d{3} \d{3})/.exec(mail!.text!)![1]! } },
  );
  expect(confirmed.status).toBe(200);
  expect(String(confirmed.headers['set-cookie'])).toContain('Secure');
  await ask(web.port, '/api/sessions', {
    host,
    method: 'POST',
    body: { email: 'noe.lambert@courriel.example', password: 'un autre mot de passe' },
  });
});

test('the logs of both processes hold requests and no personal data', () => {
  const lines = `${web.output()}${worker!.output()}`;
  expect(lines).toContain('/api/registrations');
  expect(lines).toContain('"ms":');
  for (const found of [/[\w.+-]+@[\w-]+\.\w+/, /No[ée] ?Lambertin/i, /203\.0\.113\.9/, /phrase assez longue/, /q8Wv0Jd2k/, /\d{3} \d{3}/])
    expect(lines).not.toMatch(found);
});

test('without its database Parvis says so and is not ready; it recovers by itself', async () => {
  const name = new URL(settings['DATABASE_URL']!).pathname.slice(1);
  const admin = new pg.Client({ connectionString: process.env['PARVIS_TEST_ADMIN_URL'] });
  await admin.connect();
  await client.end();
  await admin.query(`ALTER DATABASE "${name}" ALLOW_CONNECTIONS false`);
  await admin.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name]);
  const lost = await until(async () => {
    const answer = await ask(web.port, '/ready');
    return answer.status === 503 && answer;
  });
  expect(lost.text).toContain('La base de données ne répond pas.');
  expect(lost.headers['retry-after']).toBe('5');
  const page = await ask(web.port, '/fr/', { host });
  expect([page.status, page.headers['retry-after']]).toEqual([503, '5']);
  expect((await ask(web.port, '/health')).status).toBe(200);
  await admin.query(`ALTER DATABASE "${name}" ALLOW_CONNECTIONS true`);
  await admin.end();
  await until(async () => (await ask(web.port, '/ready')).status === 200);
  expect((await ask(web.port, '/fr/', { host })).status).toBe(200);
  client = new pg.Client({ connectionString: settings['DATABASE_URL'] });
  await client.connect();
});

test('told to stop, both processes end well, even while a browser keeps its connection', async () => {
  const started = performance.now();
  const held = fetch(`http://127.0.0.1:${web.port}/health`).catch(() => undefined); // answered or cut off: either is an end
  expect(await Promise.all([web.stop(), worker!.stop()])).toEqual([0, 0]);
  expect(performance.now() - started).toBeLessThan(25_000);
  await held;
});

test.each([
  [
    'the demonstration’s secret',
    { PARVIS_SECRET: 'demo-secret-never-for-production' },
    'PARVIS_SECRET must be at least 32 random characters',
  ],
  ['a secret that was never changed', { PARVIS_SECRET: 'changeme' }, 'PARVIS_SECRET'],
  ['no secret', { PARVIS_SECRET: '' }, 'PARVIS_SECRET'],
  ['an origin without TLS', { PUBLIC_URL: 'http://participer.example' }, 'https://'],
  ['no mail server', { SMTP_URL: '' }, 'SMTP_URL is missing'],
])('production refuses to start with %s, in words', async (_what, change, words) => {
  const refused = await startProcess({ ...settings, ...change });
  expect(await refused.ended).toBe(1);
  expect(refused.output()).toContain(words);
});

test('a port that is taken is said in words', async () => {
  const first = await startProcess(settings);
  await until(async () => (await ask(first.port, '/health')).status === 200);
  const second = await startProcess({ ...settings, PORT: String(first.port) });
  expect(await second.ended).toBe(1);
  expect(second.output()).toContain(`Port ${first.port}`);
  expect(second.output()).toContain('set PORT to another one');
  await first.stop();
});

describe('The files for Docker', () => {
  const text = (name: string): string => readFileSync(join(projectRoot, name), 'utf8');
  const example = Object.fromEntries(
    text('.env.example')
      .split('\n')
      .filter((line) => /^[A-Z_]+=/.test(line))
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );
  const compose = text('docker-compose.yml');
  const service = (name: string): string => new RegExp(`^  ${name}:\\n((?:    .*\\n|\\n)*)`, 'm').exec(compose)![1]!;
  const inContainer = (env: Readonly<Record<string, string>>) =>
    readConfig({
      ...env,
      PARVIS_MODE: 'production',
      HOST: '0.0.0.0',
      DATABASE_URL: `postgres://parvis:${env['POSTGRES_PASSWORD']}@db:5432/parvis`,
      PARVIS_DATA: join(projectRoot, 'node_modules/.cache/parvis-compose'),
    });

  test('the example of settings is refused until every secret is the operator’s own', () => {
    expect(() => inContainer(example)).toThrow('PARVIS_SECRET');
    expect(() => inContainer({ ...example, PARVIS_SECRET: secret })).toThrow('changeme');
    expect(
      inContainer({ ...example, PARVIS_SECRET: secret, POSTGRES_PASSWORD: 'b1e2', SMTP_URL: 'smtps://a:b@mail.example.fr:465' }),
    ).toMatchObject({ mode: 'production', publicUrl: 'https://participer.example.fr' });
  });

  test('compose runs PostgreSQL 18, web, worker, proxy and backups; only the proxy is open to the outside', () => {
    expect([...compose.matchAll(/^ {2}([a-z-]+):$/gm)].map((found) => found[1])).toEqual(
      expect.arrayContaining(['db', 'web', 'worker', 'proxy', 'backups']),
    );
    expect(service('db')).toContain('image: postgres:18');
    expect(service('web')).toContain('PARVIS_ROLE: web');
    expect(service('worker')).toContain('PARVIS_ROLE: worker');
    expect(compose.match(/ports:/g)).toHaveLength(1);
    expect(service('proxy')).toContain("ports: ['80:80', '443:443', '443:443/udp']");
    expect(service('db')).toContain('networks: [inside]');
    expect(compose).toMatch(/inside:\n\s+internal: true/);
    for (const name of compose.matchAll(/\$\{([A-Z_]+):\?/g)) expect(Object.keys(example)).toContain(name[1]);
  });

  test('the proxy speaks TLS, sends the rest there, orders certificates for known hosts and lets uploads and live counts through', () => {
    const caddy = text('Caddyfile');
    expect(caddy).toContain('ask http://web:3000/known-host');
    expect(caddy).toMatch(/http:\/\/ \{\n\tredir https:\/\/\{host\}\{uri\} permanent/);
    expect(caddy).toContain('Strict-Transport-Security');
    expect(caddy).toContain('flush_interval -1');
    const subnet = /TRUSTED_PROXIES: (\S+)/.exec(compose)![1]!;
    expect(compose).toContain(`subnet: ${subnet}`);
    expect(service('proxy')).toContain('networks: [outside]');
  });

  test('each service has its image, says whether it is well, restarts by itself and keeps what must last in a volume', () => {
    const parvis = /^x-parvis: &parvis\n((?: {2}.*\n)*)/m.exec(compose)![1]!;
    for (const line of [
      'restart: unless-stopped',
      'read_only: true',
      'cap_drop: [ALL]',
      'no-new-privileges:true',
      '- data:/var/lib/parvis',
      'db: { condition: service_healthy }',
      'PARVIS_MODE: production',
      'env_file: .env',
    ])
      expect(parvis).toContain(line);
    for (const name of ['web', 'worker', 'backups']) expect(service(name)).toContain('<<: *parvis');
    for (const name of ['db', 'proxy']) expect(service(name)).toContain('restart: unless-stopped');
    expect(service('db')).toContain('pg_isready -U parvis -d parvis');
    expect(service('db')).toContain('- database:/var/lib/postgresql');
    expect(service('proxy')).toContain('image: caddy:2');
    expect(service('proxy')).toContain('web: { condition: service_healthy }');
    for (const mount of ['- ./Caddyfile:/etc/caddy/Caddyfile:ro', '- certificates:/data']) expect(service('proxy')).toContain(mount);
    const kept = /^volumes:\n((?: {2}.*\n)*)/m.exec(compose)![1]!;
    for (const name of ['database', 'data', 'certificates', 'proxy-state']) expect(kept).toContain(`  ${name}:\n`);
    expect(compose).not.toMatch(/password: (?!\$)|PASSWORD: (?!\$\{)/);
  });

  test('backups are made daily by the command that is tested, read the data only, and lie outside the volumes', () => {
    const backups = service('backups');
    expect(backups).toMatch(/while true; do node tools\/backup\.ts \/backups --keep 14 .*; sleep 86400; done/);
    expect(backups).toContain('- data:/var/lib/parvis:ro');
    expect(backups).toContain('- ./backups:/backups');
    expect(() => text('tools/backup.ts')).not.toThrow();
  });

  test('the proxy takes every upload that Parvis takes, orders certificates by itself and shows nobody its own questions', () => {
    const caddy = text('Caddyfile');
    expect(Number(/max_size (\d+)MB/.exec(caddy)![1]) * 1_000_000).toBeGreaterThanOrEqual(maxUploadBytes);
    expect(caddy).toMatch(/https:\/\/ \{\n\ttls \{\n\t\ton_demand\n\t\}/);
    expect(caddy).toContain('email {$ACME_EMAIL}');
    expect(caddy).toMatch(/@inside path \/known-host \/ready\n\trespond @inside 404/);
    expect(caddy).toMatch(/reverse_proxy web:3000 \{\n\t\thealth_uri \/ready/);
    expect(caddy.split('{').length).toBe(caddy.split('}').length);
    expect(Number(/max-age=(\d+)/.exec(caddy)![1])).toBeGreaterThanOrEqual(31_536_000);
    expect(service('proxy')).toContain('ACME_EMAIL: ${ACME_EMAIL:?');
  });

  test('the image runs the compiled program as an ordinary user, and knows whether it is ready', () => {
    const image = text('Dockerfile');
    expect(image).toContain('CMD ["node", "dist/server/apps/api/src/main.js"]');
    expect(image.indexOf('USER node')).toBeGreaterThan(image.lastIndexOf('FROM'));
    expect(image).toContain(`NODE_OPTIONS="${serverFlags.join(' ')}"`);
    expect(image).toContain('http://127.0.0.1:3000/ready');
    for (const [, path] of image.matchAll(/COPY (apps\/\w+\/package\.json|packages\/\w+\/package\.json)/g))
      expect(() => text(path!)).not.toThrow();
    expect(text('.dockerignore')).toContain('.env');
  });
});
