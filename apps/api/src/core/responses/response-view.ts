import type { ContributionCard } from '@parvis/shared/contracts/contributions.ts';
import type { CommitmentView, DeskResponse, ResponseView } from '@parvis/shared/contracts/responses.ts';
import type { Town } from '../../platform/http/index.ts';
import { fileView } from '../files/index.ts';
import type { CommitmentRow, ResponseRow } from './response-rows.queries.ts';

/** A row of JSON as answers show it: already in its shape. */
export function commitmentView(row: CommitmentRow): CommitmentView {
  return { ...row, milestones: row.milestones.map((one) => ({ ...one })) };
}

/** What everybody reads of an answer; its documents' addresses are below the town's base. */
export function responseView(town: Town, row: Omit<ResponseRow, 'state' | 'updated_at'>): ResponseView {
  return {
    id: row.id,
    status: row.status,
    bodyHtml: row.body_html,
    signedAs: row.signed_as,
    publishedAt: row.published_at,
    activityTitle: row.activity_title,
    documents: row.documents.map((file) => ({ ...fileView(town, file), title: file.title })),
    commitments: row.commitments.map(commitmentView),
  };
}

/** `subjects` holds only what `cards` has; `subjectCount` is the whole number. */
export function deskResponse(town: Town, row: ResponseRow, cards: ReadonlyMap<string, ContributionCard>): DeskResponse {
  return {
    ...responseView(town, row),
    state: row.state,
    activityId: row.activity_id,
    updatedAt: row.updated_at,
    subjectCount: row.subject_count,
    subjects: row.subject_ids.flatMap((id) => cards.get(id) ?? []),
  };
}
