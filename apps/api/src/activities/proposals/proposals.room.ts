import { listProposals, readProposal } from '@parvis/shared/activities/proposals/contract.ts';
import { proposals } from '@parvis/shared/activities/proposals/index.ts';
import type { ActivityKind } from '@parvis/shared/activities/kind.ts';
import type { ActivityRoom, ExportTable } from '../../core/activities/index.ts';
import { proposalImports } from './import-texts.ts';
import { emptyProposal } from './proposals.queries.ts';
import {
  readActivityCounts,
  readCategoryRows,
  readNextProposal,
  readPlaces,
  readProposalRows,
  readPublished,
  readSupportRows,
} from './proposals-room.queries.ts';

type Column = ExportTable['columns'][number];

function columns(type: Column['type'], ...names: readonly string[]): Column[] {
  return names.map((name) => ({ name, type }));
}

const proposalTable: ExportTable = {
  name: 'proposals',
  columns: [
    ...columns('integer', 'number'),
    ...columns('string', 'id', 'author', 'source', 'title', 'body', 'category', 'area', 'address'),
    ...columns('number', 'longitude', 'latitude'),
    ...columns('string', 'state', 'moderation', 'status', 'channel'),
    ...columns('datetime', 'published_at'),
    ...columns(
      'integer',
      'revision',
      'supports',
      'supports_imported',
      'supports_email',
      'supports_post',
      'supports_register',
      'supports_identity_provider',
      'supports_paper',
      'comments',
      'comments_for',
      'comments_against',
    ),
    ...columns('boolean', 'answered'),
  ],
  page: (db, scope, after, limit) => readProposalRows(db, scope.municipalityId, scope.activityId, after, limit),
  next: (db, scope, after) => readNextProposal(db, scope.municipalityId, scope.activityId, after),
};

const supportTable: ExportTable = {
  name: 'supports-by-week',
  columns: [
    ...columns('integer', 'proposal'),
    ...columns('date', 'week'),
    ...columns('integer', 'level'),
    ...columns('string', 'channel'),
    ...columns('integer', 'supports'),
  ],
  page: (db, scope, after, limit) => readSupportRows(db, scope.municipalityId, scope.activityId, after, limit),
};

const categoryTable: ExportTable = {
  name: 'categories',
  columns: columns('string', 'id', 'name'),
  page: (db, scope, after, limit) => readCategoryRows(db, scope.municipalityId, scope.activityId, after, limit),
};

/** What the middle floor asks of calls for proposals. */
export const proposalsRoom: ActivityRoom = {
  kind: proposals as ActivityKind,
  tables: [proposalTable, supportTable, categoryTable],
  async counts(db, municipalityId, activityIds) {
    const rows = await readActivityCounts(db, municipalityId, activityIds);
    return new Map(rows.map(({ activity_id, ...counts }) => [activity_id, counts]));
  },
  places: (db, municipalityId, activityId, limit) => readPlaces(db, municipalityId, activityId, limit),
  published: (db, municipalityId, activityId) => readPublished(db, municipalityId, activityId),
  erase: (tx, municipalityId, contributionId) => emptyProposal(tx, municipalityId, contributionId),
  twins: { contribution: readProposal, activity: listProposals },
  imports: proposalImports,
};
