import { Inject, Injectable } from '@nestjs/common';
import type { DeskResponse, ResponseInput } from '@parvis/shared/contracts/responses.ts';
import { Database, type Tx } from '../../platform/database/index.ts';
import { InvalidInput, type Actor, type Town } from '../../platform/http/index.ts';
import { newId } from '../../platform/ids/index.ts';
import { cleanRichText } from '../../platform/text/index.ts';
import { readContributionCards } from '../contributions/index.ts';
import { assertOwnFiles, publishFiles } from '../files/index.ts';
import { recordEvent } from '../log/index.ts';
import { notify } from '../notifications/index.ts';
import { deskResponse } from './response-view.ts';
import { readResponse } from './response-rows.queries.ts';
import { ConsultationNotPublished, ResponseNotFound, ResponseNotReady, ResponsePublished } from './responses.errors.ts';
import {
  deleteResponse,
  isActivityOf,
  lockResponses,
  publishResponse,
  putResponse,
  readAnswerable,
  readFileIds,
  readResponseRecord,
  replaceParts,
  setState,
  spreadOverActivity,
  type ResponseFactsRow,
} from './responses.queries.ts';

interface PlaceOfResponse {
  readonly id: string;
  readonly consultation_state: string;
}

/** Official responses: prepared at a desk, published together, never rewritten. */
@Injectable()
export class ResponsesService {
  constructor(@Inject(Database) private readonly db: Database) {}

  /** @throws InvalidInput naming the subject, document or activity that is not of this consultation */
  async create(town: Town, actor: Actor, consultationId: string, input: ResponseInput): Promise<DeskResponse> {
    const id = newId();
    await this.db.transaction((tx) => this.put(tx, actor, { id, consultationId }, input));
    return this.read(town, id);
  }

  /** A change makes it a draft again: whoever marked it as ready had read something else. @throws ResponsePublished */
  async change(
    town: Town,
    actor: Actor,
    { id, consultation_id: consultationId }: ResponseFactsRow,
    input: ResponseInput,
  ): Promise<DeskResponse> {
    await this.db.transaction(async (tx) => {
      await this.lockPrepared(tx, town.id, id);
      await this.put(tx, actor, { id, consultationId }, input);
    });
    return this.read(town, id);
  }

  async remove(town: Town, id: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      await this.lockPrepared(tx, town.id, id);
      await deleteResponse(tx, town.id, id);
    });
  }

  async markReady(town: Town, id: string, ready: boolean): Promise<DeskResponse> {
    await this.db.transaction(async (tx) => {
      await this.lockPrepared(tx, town.id, id);
      await setState(tx, town.id, id, ready ? 'ready' : 'draft');
    });
    return this.read(town, id);
  }

  /**
   * Publishes all or none, in the order of their ids: states, statuses, lists, history, log and mails in one transaction.
   * @throws ResponseNotFound, ResponsePublished, ResponseNotReady, ConsultationNotPublished
   */
  async publish(
    town: Town,
    actor: Actor,
    place: PlaceOfResponse,
    responseIds: readonly string[],
  ): Promise<{ published: number; contributions: number }> {
    if (place.consultation_state === 'draft') throw new ConsultationNotPublished();
    const ids = [...new Set(responseIds)];
    return this.db.transaction(async (tx) => {
      const rows = await lockResponses(tx, town.id, ids);
      if (rows.length < ids.length || rows.some((row) => row.consultation_id !== place.id)) throw new ResponseNotFound();
      if (rows.some((row) => row.state === 'published')) throw new ResponsePublished();
      if (rows.some((row) => row.state !== 'ready')) throw new ResponseNotReady();
      let contributions = 0;
      for (const row of rows) contributions += await this.publishOne(tx, town.id, actor, row);
      return { published: rows.length, contributions };
    });
  }

  async read(town: Town, id: string): Promise<DeskResponse> {
    const row = await readResponse(this.db, town.id, id);
    if (!row) throw new ResponseNotFound();
    const cards = await readContributionCards(this.db, town.id, row.subject_ids);
    return deskResponse(town, row, new Map(cards.map((card) => [card.id, card])));
  }

  private async publishOne(tx: Tx, municipalityId: string, actor: Actor, row: ResponseFactsRow): Promise<number> {
    if (row.activity_id) await spreadOverActivity(tx, municipalityId, row.id, row.activity_id);
    const count = await publishResponse(tx, municipalityId, row.id, { participantId: actor.participantId, signedAs: row.signed_as });
    await publishFiles(tx, municipalityId, await readFileIds(tx, municipalityId, row.id));
    await recordEvent(tx, {
      municipalityId,
      topic: 'response.published',
      consultationId: row.consultation_id,
      participantId: actor.participantId,
      subject: { responseId: row.id, status: row.status, contributions: count },
      record: await readResponseRecord(tx, municipalityId, row.id),
      history: {
        role: 'official',
        act: 'response-published',
        detail: { responseId: row.id, status: row.status, signedAs: row.signed_as, contributions: count },
      },
    });
    await notify(tx, { municipalityId, actorId: actor.participantId, what: 'response-published', responseId: row.id });
    return count;
  }

  private async lockPrepared(tx: Tx, municipalityId: string, id: string): Promise<void> {
    const [row] = await lockResponses(tx, municipalityId, [id]);
    if (!row) throw new ResponseNotFound();
    if (row.state === 'published') throw new ResponsePublished();
  }

  private async put(
    tx: Tx,
    actor: Actor,
    { id, consultationId }: { readonly id: string; readonly consultationId: string },
    input: ResponseInput,
  ): Promise<void> {
    const { municipalityId, participantId } = actor;
    if (input.subjectIds.length === 0 && input.activityId === null) throw new InvalidInput([{ pointer: '#/subjectIds', code: 'required' }]);
    const known = new Set(await readAnswerable(tx, municipalityId, consultationId, input.subjectIds));
    const strange = input.subjectIds.findIndex((one) => !known.has(one));
    if (strange >= 0) throw new InvalidInput([{ pointer: `#/subjectIds/${strange}`, code: 'not-found' }]);
    if (input.activityId !== null && !(await isActivityOf(tx, municipalityId, consultationId, input.activityId)))
      throw new InvalidInput([{ pointer: '#/activityId', code: 'not-found' }]);
    await assertOwnFiles(
      tx,
      actor,
      input.documents.map((one) => one.fileId),
      'document',
      '#/documents',
    );
    const { html, text } = cleanRichText(input.bodyHtml);
    if (text === '') throw new InvalidInput([{ pointer: '#/bodyHtml', code: 'required' }]);
    await putResponse(tx, {
      municipalityId,
      id,
      consultationId,
      participantId,
      activityId: input.activityId,
      status: input.status,
      signedAs: input.signedAs,
      bodyHtml: html,
      bodyText: text,
    });
    await replaceParts(tx, municipalityId, id, input);
  }
}
