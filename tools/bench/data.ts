import { createHash, randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';

/** How much of everything; the figures that are held to goals are measured with 100,000 proposals, 1,000,000 supports and 500,000 comments. */
export interface Size {
  readonly proposals: number;
  readonly supports: number;
  readonly comments: number;
  readonly people: number;
}

/** What the measuring parts need to know of the loaded town. */
export interface BenchTown {
  readonly url: string;
  readonly slug: string;
  readonly municipalityId: string;
  readonly activityId: string;
  /** A second activity with 1,000 proposals. */
  readonly smallActivityId: string;
  /** Cookies of people who can support. */
  readonly cookies: readonly string[];
  readonly proposalIds: readonly string[];
  readonly smallProposalIds: readonly string[];
}

const vocabulary = [
  'rue',
  'place',
  'arbre',
  'banc',
  'vélo',
  'école',
  'marché',
  'bus',
  'trottoir',
  'éclairage',
  'fontaine',
  'quartier',
  'piste',
  'passage',
  'jardin',
  'parking',
  'pont',
  'gare',
  'livraison',
  'ombre',
  'cantine',
  'stade',
  'piscine',
  'bibliothèque',
  'halle',
];

/** Fills a migrated database by set-based statements, the way rooms would have: contributions, own rows, revisions, tallies, supports. Takes some minutes at full size. */
export async function loadTown(url: string, size: Size, say: (line: string) => void): Promise<BenchTown> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const [m, k, a, small, phase] = [randomUUID(), randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  const slug = 'mesure';
  await client.query('SET synchronous_commit = off');
  await client.query(`INSERT INTO municipalities (id, slug, origin, name) VALUES ($1, $2, 'http://127.0.0.1', 'Mesure')`, [m, slug]);
  await client.query(
    `INSERT INTO consultations (municipality_id, id, slug, title, state, published_at, decided_by, what_then) VALUES ($1, $2, 'mesure', 'Mesure', 'published', now(), 'Le conseil', 'Une réponse')`,
    [m, k],
  );
  await client.query(`INSERT INTO consultation_slugs (municipality_id, slug, consultation_id) VALUES ($1, 'mesure', $2)`, [m, k]);
  await client.query(
    `INSERT INTO phases (municipality_id, id, consultation_id, kind, title, starts_at) VALUES ($1, $2, $3, 'contributions', 'Ouvert', now() - interval '1 day')`,
    [m, phase, k],
  );
  for (const [activity, name] of [
    [a, 'propositions'],
    [small, 'petite'],
  ] as const) {
    await client.query(
      `INSERT INTO activities (municipality_id, id, consultation_id, kind, slug, title, settings) VALUES ($1, $2, $3, 'proposals', $4, 'Mesure', '{"word":"proposal","categories":[{"id":"a","name":"A"},{"id":"b","name":"B"},{"id":"c","name":"C"}],"maxLength":4000,"place":"optional","pictures":3,"supports":true,"comments":true,"moderation":"after"}')`,
      [m, activity, k, name],
    );
    await client.query(
      `INSERT INTO openings (municipality_id, activity_id, action, phase_id, opens_at, min_level) SELECT $1, $2, action, $3, now() - interval '1 day', 1 FROM unnest('{propose,support,comment}'::text[]) action`,
      [m, activity, phase],
    );
  }
  const tokens = Array.from({ length: size.people * 0.4 }, () => randomBytes(32).toString('base64url'));
  const accounts = tokens.map(() => randomUUID());
  await client.query(
    `INSERT INTO accounts (municipality_id, id, email, display_name, confirmed_at) SELECT $1, id, 'p' || n || '@exemple.fr', 'Personne ' || n, now() FROM unnest($2::uuid[]) WITH ORDINALITY AS x (id, n)`,
    [m, accounts],
  );
  await client.query(
    `INSERT INTO sessions (municipality_id, token_hash, id, account_id, expires_at) SELECT $1, hash, gen_random_uuid(), id, now() + interval '1 day' FROM unnest($2::bytea[], $3::uuid[]) AS x (hash, id)`,
    [m, tokens.map((token) => createHash('sha256').update(token).digest()), accounts],
  );
  await client.query(
    `INSERT INTO participants (municipality_id, id, source, level, display_name, account_id) SELECT $1, gen_random_uuid(), 'account', 1, 'Personne ' || n, id FROM unnest($2::uuid[]) WITH ORDINALITY AS x (id, n)`,
    [m, accounts],
  );
  await client.query(
    `INSERT INTO participants (municipality_id, id, source, level, display_name) SELECT $1, gen_random_uuid(), 'account', 1, 'Personne ' || n FROM generate_series($2::int + 1, $3::int) n`,
    [m, accounts.length, size.people],
  );
  await client.query(
    'CREATE TEMP TABLE people AS SELECT id, (row_number() OVER (ORDER BY account_id IS NULL, id))::int - 1 AS n FROM participants WHERE municipality_id = $1',
    [m],
  ); // who has an account first
  await client.query('CREATE INDEX ON people (n); ANALYZE people');
  say('people');
  const loadProposals = async (activity: string, count: number, first: number): Promise<void> => {
    await client.query(
      `
      CREATE TEMP TABLE made AS SELECT gen_random_uuid() AS id, n, (n * 7919) % $2 AS writer,
        (SELECT string_agg(($3::text[])[1 + ((n * 31 + w * 17 + (n / 7) * w) % 25)], ' ') FROM generate_series(1, 6) w) || ' ' || ('x' || (n / 60)) AS title,
        (SELECT string_agg(($3::text[])[1 + ((n * 13 + w * 29 + (n / 3) * w) % 25)], ' ') FROM generate_series(1, 40) w) AS text
      FROM generate_series(1, $1) n`,
      [count, size.people, vocabulary],
    );
    await client.query(
      `INSERT INTO contributions (municipality_id, id, kind, consultation_id, activity_id, number, participant_id, publication, published_at)
      SELECT $1, d.id, 'proposal', $2, $3, $4 + d.n, p.id, 'published', now() - make_interval(secs => d.n) FROM made d JOIN people p ON p.n = d.writer`,
      [m, k, activity, first],
    );
    await client.query(
      `INSERT INTO proposals (municipality_id, id, activity_id, title, body_html, body_text, title_plain, body_plain, category_id) SELECT $1, id, $2, title, '<p>' || text || '</p>', text, unaccent(title), unaccent(text), (ARRAY['a', 'b', 'c'])[1 + n % 3] FROM made`,
      [m, activity],
    );
    await client.query(
      `INSERT INTO revisions (municipality_id, contribution_id, revision, content) SELECT $1, id, 1, jsonb_build_object('title', title, 'text', text) FROM made`,
      [m],
    );
    await client.query(
      `INSERT INTO tallies (municipality_id, contribution_id, consultation_id, activity_id, kind, category_id, status, shuffle, published_at)
      SELECT $1, id, $2, $3, 'proposal', (ARRAY['a', 'b', 'c'])[1 + n % 3], 'submitted', ('x' || substr(md5(id::text), 1, 15))::bit(60)::bigint % 2147483648, now() - make_interval(secs => n) FROM made`,
      [m, k, activity],
    );
    await client.query('DROP TABLE made');
  };
  await loadProposals(a, size.proposals, 0);
  await loadProposals(small, Math.min(1_000, size.proposals), size.proposals);
  say('proposals');
  await client.query(
    'CREATE TEMP TABLE subjects AS SELECT contribution_id AS id, (row_number() OVER (ORDER BY contribution_id))::int - 1 AS n FROM tallies WHERE municipality_id = $1 AND activity_id = $2',
    [m, a],
  );
  await client.query('CREATE INDEX ON subjects (n); ANALYZE subjects');
  await client.query(
    `INSERT INTO supports (municipality_id, contribution_id, participant_id, level, revision)
    SELECT $1, s.id, p.id, 1, 1 FROM generate_series(0, $2 - 1) g JOIN subjects s ON s.n = g % $3 JOIN people p ON p.n = $5::int + ((g / $3) * 997 + (g % $3) * 13) % ($4::int - $5::int) ON CONFLICT DO NOTHING`,
    [m, size.supports, size.proposals, size.people, accounts.length],
  ); // who casts in the measurement has given none
  say('supports');
  await client.query(
    `CREATE TEMP TABLE said AS SELECT gen_random_uuid() AS id, g AS n, (g * 31) % $2 AS writer, g % $3 AS subject FROM generate_series(1, $1) g`,
    [size.comments, size.people, size.proposals],
  );
  await client.query(
    `INSERT INTO contributions (municipality_id, id, kind, consultation_id, activity_id, participant_id, publication, published_at)
    SELECT $1, d.id, 'comment', $2, $3, p.id, 'published', now() FROM said d JOIN people p ON p.n = d.writer`,
    [m, k, a],
  );
  await client.query(
    `INSERT INTO comments (municipality_id, id, subject_id, stance, body) SELECT $1, d.id, s.id, (ARRAY['for', 'against', 'neutral'])[1 + d.n % 3], 'Un argument, le ' || d.n || 'e.' FROM said d JOIN subjects s ON s.n = d.subject`,
    [m],
  );
  await client.query(
    `UPDATE tallies t SET supports = x.n, supports_order = x.n, supports_by_level = ARRAY[0, x.n, 0, 0, 0, 0] FROM (SELECT contribution_id, count(*)::int AS n FROM supports WHERE municipality_id = $1 GROUP BY 1) x WHERE t.municipality_id = $1 AND t.contribution_id = x.contribution_id`,
    [m],
  );
  await client.query(
    `UPDATE tallies t SET comments = x.n FROM (SELECT subject_id, count(*)::int AS n FROM comments WHERE municipality_id = $1 GROUP BY 1) x WHERE t.municipality_id = $1 AND t.contribution_id = x.subject_id`,
    [m],
  );
  say('comments');
  await client.query('VACUUM ANALYZE');
  const idsOf = async (activity: string): Promise<string[]> =>
    (
      await client.query<{ id: string }>(
        'SELECT contribution_id AS id FROM tallies WHERE municipality_id = $1 AND activity_id = $2 ORDER BY 1 LIMIT 5000',
        [m, activity],
      )
    ).rows.map((row) => row.id);
  const town = {
    url,
    slug,
    municipalityId: m,
    activityId: a,
    smallActivityId: small,
    cookies: tokens.map((token) => `parvis_session=${token}`),
    proposalIds: await idsOf(a),
    smallProposalIds: await idsOf(small),
  };
  await client.end();
  return town;
}
