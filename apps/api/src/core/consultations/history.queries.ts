import type { ConsultationContent } from '@parvis/shared/rules/calendar/changes.ts';
import type { Sql } from '../../platform/database/index.ts';
import { publicActorName } from '../contributions/index.ts';

export interface ConsultationHistoryRow {
  readonly id: string;
  readonly act: string;
  readonly role: string;
  readonly actor_name: string | null;
  readonly reason: string;
  readonly at: string;
  readonly version: number | null;
  /** Of a change of the roll. */
  readonly people: number | null;
  readonly content: ConsultationContent | null;
  readonly previous: ConsultationContent | null;
}

/** Public history of a consultation itself, newest first, each version beside the one before it. */
export async function readConsultationHistoryRows(
  db: Sql,
  municipalityId: string,
  consultationId: string,
  beforeId: string | null,
  limit: number,
): Promise<ConsultationHistoryRow[]> {
  return db.rows<ConsultationHistoryRow>(
    `
    SELECT h.id, h.act, h.role, ${publicActorName}, h.reason, h.at, (h.detail->>'people')::int AS people, v.version, v.content, w.content AS previous
    FROM visible_history h
    LEFT JOIN visible_participants p ON p.municipality_id = h.municipality_id AND p.id = h.participant_id
    LEFT JOIN visible_consultation_versions v ON v.municipality_id = h.municipality_id AND v.consultation_id = h.consultation_id AND v.version = (h.detail->>'version')::int
    LEFT JOIN visible_consultation_versions w ON w.municipality_id = v.municipality_id AND w.consultation_id = v.consultation_id AND w.version = v.version - 1
    WHERE h.municipality_id = $1 AND h.consultation_id = $2 AND h.contribution_id IS NULL AND ($3::uuid IS NULL OR h.id < $3)
    ORDER BY h.id DESC LIMIT $4`,
    [municipalityId, consultationId, beforeId, limit],
  );
}
