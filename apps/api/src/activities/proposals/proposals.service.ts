import { Inject, Injectable } from '@nestjs/common';
import type {
  editProposal,
  ProposalReceipt,
  submitProposal,
  withdrawProposal,
} from '@parvis/shared/activities/proposals/contract-writing.ts';
import { ProposalSettings } from '@parvis/shared/activities/proposals/settings.ts';
import {
  ChangedMeanwhile,
  ContributionNotFound,
  PhaseClosed,
  insertContribution,
  insertRevision,
  lockContribution,
  takeNumbers,
  updateContribution,
  type ActivityFactsRow,
  type ContributionFactsRow,
} from '../../core/contributions/index.ts';
import { assertOwnFiles, publishFiles } from '../../core/files/index.ts';
import { recordEvent } from '../../core/log/index.ts';
import { areaOf } from '../../core/municipalities/index.ts';
import { insertTallies, updateTallyPlace } from '../../core/tallies/index.ts';
import { Database, type Tx } from '../../platform/database/index.ts';
import { InvalidInput, type Actor, type ActorCall } from '../../platform/http/index.ts';
import { newId } from '../../platform/ids/index.ts';
import { slugOf } from '../../platform/text/index.ts';
import { cleanProposal, type ProposalText } from './proposal-text.ts';
import { mayEdit, mayWithdraw } from './proposals.policy.ts';
import {
  deleteDraft,
  insertProposal,
  readAreaExists,
  readIsOpen,
  readPictureIds,
  replacePictures,
  updateProposal,
} from './proposals.queries.ts';

/** A proposal to deposit, whoever enters it. */
export interface Deposit {
  readonly municipalityId: string;
  readonly activity: Pick<ActivityFactsRow, 'id' | 'consultation_id' | 'settings'>;
  readonly author: string;
  readonly text: ProposalText;
  readonly publication: 'pending' | 'published';
  readonly channel: 'web' | 'paper' | 'kiosk' | 'api';
  readonly enteredBy?: string | null;
  readonly paperBatchId?: string | null;
}

/** What the revision keeps: the published record, of which differences are taken and to which the log commits. */
export function contentOf(text: ProposalText, settings: ProposalSettings): Readonly<Record<string, unknown>> {
  const category = settings.categories.find((one) => one.id === text.categoryId)?.name ?? '';
  return {
    title: text.title,
    text: text.text,
    html: text.html,
    category,
    categoryId: text.categoryId,
    areaId: text.areaId,
    point: text.point && { ...text.point },
    address: text.address,
    pictures: text.pictures.map((one) => ({ ...one })),
  };
}

/** Acts on proposals, one transaction each: row, revision, tally and log stand or fall together. */
@Injectable()
export class ProposalsService {
  constructor(@Inject(Database) private readonly db: Database) {}

  /** Deposits a proposal: published at once, or waiting for a moderator where the settings say so. @throws InvalidInput, PhaseClosed, ContributionNotFound (the draft) */
  async submit({ actor, town, facts, body }: ActorCall<typeof submitProposal, ActivityFactsRow>): Promise<ProposalReceipt> {
    const settings = ProposalSettings.parse(facts.settings);
    const { draftId, ...typed } = body;
    const text = cleanProposal(typed, settings);
    return this.db.transaction(async (tx) => {
      if (!(await readIsOpen(tx, town.id, facts.id, 'propose'))) throw new PhaseClosed({ action: 'propose' });
      const kept = draftId ? await readPictureIds(tx, town.id, draftId) : [];
      if (draftId && !(await deleteDraft(tx, town.id, draftId, actor.participantId))) throw new ContributionNotFound();
      await assertPictures(tx, actor, text, kept);
      return this.deposit(tx, {
        municipalityId: town.id,
        activity: facts,
        author: actor.participantId,
        text,
        channel: 'web',
        publication: settings.moderation === 'before' ? 'pending' : 'published',
      });
    });
  }

  /** One deposit in the caller's transaction: web and paper go through here. Phase, level and files are the caller's to judge. */
  async deposit(
    tx: Tx,
    { municipalityId, activity, author, text: typed, publication, channel, enteredBy = null, paperBatchId = null }: Deposit,
  ): Promise<ProposalReceipt> {
    const text = await withArea(tx, municipalityId, typed);
    const id = newId();
    const number = await takeNumbers(tx, municipalityId);
    const ids = { municipalityId, consultationId: activity.consultation_id, activityId: activity.id };
    await insertContribution(tx, {
      ...ids,
      id,
      kind: 'proposal',
      participantId: author,
      publication,
      channel,
      number,
      enteredBy,
      paperBatchId,
    });
    await insertProposal(tx, municipalityId, id, activity.id, text);
    await replacePictures(tx, municipalityId, id, text.pictures);
    await publishFiles(
      tx,
      municipalityId,
      text.pictures.map((one) => one.fileId),
    ); // shown only while the contribution is (core/files)
    const content = contentOf(text, ProposalSettings.parse(activity.settings));
    await insertRevision(tx, { municipalityId, contributionId: id, revision: 1, content, editedBy: enteredBy ?? author });
    await insertTallies(tx, municipalityId, [
      {
        contributionId: id,
        consultationId: activity.consultation_id,
        activityId: activity.id,
        kind: 'proposal',
        categoryId: text.categoryId,
        areaId: text.areaId,
      },
    ]);
    await recordEvent(tx, {
      municipalityId,
      consultationId: activity.consultation_id,
      contributionId: id,
      participantId: author,
      topic: publication === 'published' ? 'proposal.published' : 'proposal.submitted',
      subject: { revision: 1, number, channel },
      record: { id, number, revision: 1, author, channel, ...content },
      history: {
        role: channel === 'paper' ? 'facilitator' : 'citizen',
        act: publication === 'published' ? 'published' : 'submitted',
        detail: { channel },
      },
    });
    return { id, number, slug: slugOf(text.title), publication, revision: 1 };
  }

  /** Publishes a new revision, if nobody else did since `revision` was read. @throws ChangedMeanwhile, InvalidInput */
  async edit({ actor, town, facts, body }: ActorCall<typeof editProposal, ContributionFactsRow>): Promise<ProposalReceipt> {
    const settings = ProposalSettings.parse(facts.settings);
    const { revision: seen, reason, ...typed } = body;
    const cleaned = cleanProposal(typed, settings);
    return this.db.transaction(async (tx) => {
      const now = await lockContribution(tx, town.id, facts.id);
      if (!now || now.revision !== seen) throw new ChangedMeanwhile();
      refuseNow(mayEdit, actor, facts, now);
      const text = await withArea(tx, town.id, cleaned);
      await assertPictures(tx, actor, text, await readPictureIds(tx, town.id, facts.id));
      const revision = seen + 1;
      const publication = settings.moderation === 'before' ? 'pending' : now.publication === 'pending' ? 'pending' : 'published';
      const content = contentOf(text, settings);
      await updateProposal(tx, town.id, facts.id, text);
      await replacePictures(tx, town.id, facts.id, text.pictures);
      await publishFiles(
        tx,
        town.id,
        text.pictures.map((one) => one.fileId),
      );
      await insertRevision(tx, {
        municipalityId: town.id,
        contributionId: facts.id,
        revision,
        content,
        reason,
        editedBy: actor.participantId,
      });
      await updateContribution(tx, town.id, facts.id, { revision, publication });
      await updateTallyPlace(tx, town.id, facts.id, text.categoryId, text.areaId);
      await recordEvent(tx, {
        municipalityId: town.id,
        consultationId: facts.consultation_id,
        contributionId: facts.id,
        participantId: actor.participantId,
        topic: 'proposal.revised',
        subject: { revision, publication },
        record: { id: facts.id, number: facts.number, revision, author: facts.author_id, reason, ...content },
        history: { role: 'citizen', act: 'revised', detail: { revision }, reason },
      });
      return { id: facts.id, number: facts.number!, slug: slugOf(text.title), publication, revision };
    });
  }

  /** Withdraws for good; the page stays and shows the reason. */
  async withdraw({ actor, town, facts, body }: ActorCall<typeof withdrawProposal, ContributionFactsRow>): Promise<void> {
    await this.db.transaction(async (tx) => {
      const now = await lockContribution(tx, town.id, facts.id);
      if (!now || now.publication === 'withdrawn') return; // a second click
      refuseNow(mayWithdraw, actor, facts, now);
      await updateContribution(tx, town.id, facts.id, { publication: 'withdrawn', withdrawnReason: body.reason });
      await recordEvent(tx, {
        municipalityId: town.id,
        consultationId: facts.consultation_id,
        contributionId: facts.id,
        participantId: actor.participantId,
        topic: 'proposal.withdrawn',
        record: { id: facts.id, number: facts.number, reason: body.reason },
        history: { role: 'citizen', act: 'withdrawn', reason: body.reason },
      });
    });
  }
}

/** Asks the policy again about the locked row: it was withdrawn, merged or hidden by an act that came between. */
function refuseNow(
  policy: typeof mayEdit,
  actor: Actor,
  facts: ContributionFactsRow,
  now: { readonly publication: string; readonly moderation: string },
): void {
  const refusal = policy(actor, {
    ...facts,
    publication: now.publication as ContributionFactsRow['publication'],
    moderation: now.moderation as ContributionFactsRow['moderation'],
  });
  if (refusal) throw refusal;
}

async function assertPictures(tx: Tx, actor: Actor, text: ProposalText, kept: readonly string[]): Promise<void> {
  await assertOwnFiles(
    tx,
    actor,
    text.pictures.map((one) => one.fileId).filter((id) => !kept.includes(id)),
    'picture',
    '#/pictures',
  );
}

/** The quarter in which the point lies; without a point, the one that was chosen. @throws InvalidInput for one that the town does not have */
async function withArea(tx: Tx, municipalityId: string, text: ProposalText): Promise<ProposalText> {
  if (text.point) return { ...text, areaId: await areaOf(tx, municipalityId, text.point) };
  if (text.areaId !== null && !(await readAreaExists(tx, municipalityId, text.areaId)))
    throw new InvalidInput([{ pointer: '#/areaId', code: 'not-one-of' }]);
  return text;
}
