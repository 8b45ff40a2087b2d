import { editWindowMinutes } from '@parvis/shared/contracts/comments.ts';
import type { OwnRestriction } from '@parvis/shared/contracts/moderation.ts';
import type { Sql } from '../../platform/database/index.ts';
import { restrictionJoin } from '../contributions/index.ts';
import { ruleWords } from '../legal/index.ts';
import type { CommentJson } from './debate.queries.ts';

/** One's own comment with what restricts it. */
export type OwnCommentJson = CommentJson & { readonly restriction: OwnRestriction | null };

/**
 * A person's own comments on a subject that the public does not read: waiting, refused, hidden, to be corrected or withdrawn; newest first, at
 * most twenty. From the tables, not the views: asked only for the author. With `onlyId`, that comment of theirs whatever its state.
 */
export async function readOwnComments(
  db: Sql,
  municipalityId: string,
  participantId: string,
  language: string,
  which: { subjectId: string } | { onlyId: string },
): Promise<OwnCommentJson[]> {
  const onlyId = 'onlyId' in which ? which.onlyId : null;
  const rows = await db.rows<{ view: CommentJson; restriction: OwnRestriction | null }>(
    `
    SELECT jsonb_build_object('id', c.id, 'parentId', m.parent_id, 'stance', m.stance, 'text', m.body, 'channel', c.channel, 'publication', c.publication, 'moderation', c.moderation,
      'revision', c.revision, 'isPlaceOnly', c.moderation IN ('hidden', 'correction-asked') OR c.publication IN ('withdrawn', 'erased'), 'publishedAt', c.published_at,
      'authorId', p.id, 'author', jsonb_build_object('name', p.display_name, 'level', p.level, 'source', p.source),
      'isSubjectAuthor', s.participant_id = c.participant_id,
      'officialTitle', (SELECT r.title FROM account_roles r WHERE r.municipality_id = p.municipality_id AND r.account_id = p.account_id AND r.role = 'official'),
      'editedAt', CASE WHEN c.revision > 1 THEN c.updated_at END,
      'place', (SELECT jsonb_build_object('ruleVersion', d.rule_version, 'ruleNumber', d.rule_number, 'ruleTitle', ${ruleWords('u', '$5').title}, 'reason', d.reason, 'decidedAt', d.decided_at)
        FROM decisions d JOIN moderation_rules u ON u.municipality_id = d.municipality_id AND u.version = d.rule_version AND u.number = d.rule_number
        WHERE c.moderation IN ('hidden', 'correction-asked') AND d.municipality_id = c.municipality_id AND d.contribution_id = c.id AND d.act IN ('hide', 'ask-correction', 'refuse')
        ORDER BY d.id DESC LIMIT 1),
      'mistake', NULL, -- paper has no account that could read its own
      'isYoung', coalesce(c.published_at > statement_timestamp() - interval '${editWindowMinutes} minutes', false)) AS view,
      CASE WHEN x.decision IS NOT NULL THEN jsonb_build_object('decision', x.decision, 'appeal', x.appeal, 'mayAppeal', x.may_appeal) END AS restriction
    FROM contributions c
    JOIN comments m ON m.municipality_id = c.municipality_id AND m.id = c.id
    JOIN contributions s ON s.municipality_id = m.municipality_id AND s.id = m.subject_id
    JOIN participants p ON p.municipality_id = c.municipality_id AND p.id = c.participant_id
    ${restrictionJoin('$5')}
    WHERE c.municipality_id = $1 AND c.participant_id = $2
      AND CASE WHEN $4::uuid IS NOT NULL THEN c.id = $4 ELSE m.subject_id = $3 AND (c.publication IN ('pending', 'withdrawn') OR (c.publication = 'published' AND c.moderation IN ('hidden', 'correction-asked'))) END
    ORDER BY c.id DESC LIMIT 20`,
    [municipalityId, participantId, 'subjectId' in which ? which.subjectId : null, onlyId, language],
  );
  return rows.map(({ view, restriction }) => ({ ...view, restriction }));
}
