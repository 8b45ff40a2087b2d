import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tallies counted replies among the stances, mostly as undecided; who replies to an argument takes no side. The job counts so from now on. */
export class CountNoReplyAsAStance1764000050000 implements MigrationInterface {
  name = 'CountNoReplyAsAStance1764000050000';

  up(runner: QueryRunner): Promise<void> {
    return recount(runner, 'AND m.parent_id IS NULL');
  }

  down(runner: QueryRunner): Promise<void> {
    return recount(runner, '');
  }
}

async function recount(runner: QueryRunner, which: string): Promise<void> {
  await runner.query(`
    UPDATE tallies t SET comments_for = n.pro, comments_against = n.con, comments_neutral = n.neutral
    FROM (
      SELECT m.municipality_id, m.subject_id, count(*) FILTER (WHERE m.stance = 'for' ${which})::int AS pro, count(*) FILTER (WHERE m.stance = 'against' ${which})::int AS con,
        count(*) FILTER (WHERE m.stance = 'neutral' ${which})::int AS neutral
      FROM comments m JOIN contributions c ON c.municipality_id = m.municipality_id AND c.id = m.id AND c.publication = 'published' AND c.moderation IN ('none', 'locked')
      GROUP BY m.municipality_id, m.subject_id HAVING bool_or(m.parent_id IS NOT NULL)) AS n
    WHERE t.municipality_id = n.municipality_id AND t.contribution_id = n.subject_id
  `);
}
