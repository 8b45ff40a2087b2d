import { Inject, Injectable } from '@nestjs/common';
import type {
  createDraft,
  discardDraft,
  EditableProposal,
  listDrafts,
  ProposalDraft,
  readEditableProposal,
  saveDraft,
} from '@parvis/shared/activities/proposals/contract-writing.ts';
import {
  ContributionNotFound,
  insertContribution,
  updateContribution,
  type ActivityFactsRow,
  type ContributionFactsRow,
} from '../../core/contributions/index.ts';
import { assertOwnFiles } from '../../core/files/index.ts';
import { Database, type Tx } from '../../platform/database/index.ts';
import type { Actor, ActorCall, Town } from '../../platform/http/index.ts';
import { newId } from '../../platform/ids/index.ts';
import { slugOf } from '../../platform/text/index.ts';
import { TooManyDrafts } from './proposals.errors.ts';
import { mayEdit } from './proposals.policy.ts';
import {
  deleteDraft,
  insertProposal,
  readDrafts,
  readEditable,
  readPictureIds,
  replacePictures,
  updateProposal,
  type EditableRow,
} from './proposals.queries.ts';
import { readPlaceOf } from './proposal-page.queries.ts';
import { cleanDraft, type ProposalText } from './proposal-text.ts';
import { permission, pictureOf, placeOf } from './proposal-views.ts';

const draftsAtMost = 20;

/** What its author writes before it is deposited, and the text that an author edits afterwards. */
@Injectable()
export class DraftsService {
  constructor(@Inject(Database) private readonly db: Database) {}

  /** @throws TooManyDrafts */
  async create({ actor, town, facts, body }: ActorCall<typeof createDraft, ActivityFactsRow>): Promise<ProposalDraft> {
    const text = cleanDraft(body);
    const id = newId();
    await this.db.transaction(async (tx) => {
      if ((await readDrafts(tx, town.id, facts.id, actor.participantId)).length >= draftsAtMost) throw new TooManyDrafts();
      await insertContribution(tx, {
        municipalityId: town.id,
        id,
        kind: 'proposal',
        consultationId: facts.consultation_id,
        activityId: facts.id,
        participantId: actor.participantId,
        publication: 'draft',
        channel: 'web',
      });
      await insertProposal(tx, town.id, id, facts.id, text);
      await keepPictures(tx, actor, id, text);
    });
    return this.readDraft(town, id);
  }

  async list({ actor, town, facts }: ActorCall<typeof listDrafts, ActivityFactsRow>): Promise<{ items: ProposalDraft[] }> {
    return { items: (await readDrafts(this.db, town.id, facts.id, actor.participantId)).map((row) => draftOf(town, row)) };
  }

  async save({ actor, town, facts, body }: ActorCall<typeof saveDraft, ContributionFactsRow>): Promise<ProposalDraft> {
    const text = cleanDraft(body);
    await this.db.transaction(async (tx) => {
      await updateProposal(tx, town.id, facts.id, text);
      await keepPictures(tx, actor, facts.id, text);
      await updateContribution(tx, town.id, facts.id, {});
    });
    return this.readDraft(town, facts.id);
  }

  async discard({ actor, town, facts }: ActorCall<typeof discardDraft, ContributionFactsRow>): Promise<void> {
    await this.db.transaction((tx) => deleteDraft(tx, town.id, facts.id, actor.participantId));
  }

  /** The text as its author may change it, with the revision that a change must name. */
  async readEditable({ actor, town, facts }: ActorCall<typeof readEditableProposal, ContributionFactsRow>): Promise<EditableProposal> {
    const [row, place] = await Promise.all([readEditable(this.db, town.id, facts.id), readPlaceOf(this.db, town.id, facts.activity_id)]);
    if (!row || !place || row.number === null) throw new ContributionNotFound();
    return {
      ...draftOf(town, row),
      number: row.number,
      slug: slugOf(row.title),
      revision: row.revision,
      settings: facts.settings,
      edit: permission(mayEdit(actor, facts)),
      ...place,
    };
  }

  private async readDraft(town: Town, id: string): Promise<ProposalDraft> {
    const row = await readEditable(this.db, town.id, id);
    if (!row) throw new ContributionNotFound(); // thrown away meanwhile in another window
    return draftOf(town, row);
  }
}

async function keepPictures(tx: Tx, actor: Actor, id: string, text: ProposalText): Promise<void> {
  const kept = await readPictureIds(tx, actor.municipalityId, id);
  await assertOwnFiles(
    tx,
    actor,
    text.pictures.map((one) => one.fileId).filter((file) => !kept.includes(file)),
    'picture',
    '#/pictures',
  );
  await replacePictures(tx, actor.municipalityId, id, text.pictures);
}

function draftOf(town: Pick<Town, 'base'>, row: EditableRow): ProposalDraft {
  return {
    id: row.id,
    activityId: row.activity_id,
    title: row.title,
    bodyHtml: row.body_html,
    categoryId: row.category_id,
    areaId: row.area_id,
    place: placeOf(row),
    pictures: row.pictures.map((one) => pictureOf(town, one)),
    updatedAt: row.updated_at,
  };
}
