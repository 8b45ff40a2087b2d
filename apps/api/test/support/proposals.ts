import type { Status } from '@parvis/shared/rules/words.ts';
import { insertContribution, insertRevision, takeNumbers, updateContribution } from '../../src/core/contributions/index.ts';
import { insertTallies } from '../../src/core/tallies/index.ts';
import { newId } from '../../src/platform/ids/index.ts';
import { htmlOfPlain, plainWords } from '../../src/platform/text/index.ts';
import type { TestApp } from './app.ts';
import type { TestConsultation } from './consultations.ts';
import type { Person, TestTown } from './people.ts';

/** A proposal made for one test, at the address `/p/<number>`. */
export interface TestProposal {
  readonly id: string;
  readonly number: number;
  readonly title: string;
}

interface Wanted {
  readonly title?: string;
  readonly text?: string;
  readonly publication?: 'draft' | 'pending' | 'published';
  readonly status?: Status;
  readonly categoryId?: string | null;
  readonly areaId?: string | null;
  readonly place?: { readonly lon: number; readonly lat: number } | null;
}

/** A published proposal by `author` in the consultation's first activity, written without the API: for tests of what comes after. */
export async function aProposal(
  { db }: TestApp,
  town: TestTown,
  consultation: TestConsultation,
  author: Person,
  wanted: Wanted = {},
): Promise<TestProposal> {
  const {
    title = 'Planter des arbres d’ombre place du Marché',
    text = 'L’été, la place atteint 41 °C à 16 h.',
    publication = 'published',
    status,
    categoryId = null,
    areaId = null,
    place = null,
  } = wanted;
  const id = newId();
  return db.transaction(async (tx) => {
    const number = await takeNumbers(tx, town.id);
    const activityId = consultation.activity.id;
    await insertContribution(tx, {
      municipalityId: town.id,
      id,
      kind: 'proposal',
      consultationId: consultation.id,
      activityId,
      participantId: author.participantId,
      publication,
      channel: 'web',
      number,
    });
    await tx.run(
      `
      INSERT INTO proposals (municipality_id, id, activity_id, title, body_html, body_text, title_plain, body_plain, category_id, area_id, lon, lat)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        town.id,
        id,
        activityId,
        title,
        htmlOfPlain(text),
        text,
        plainWords(title),
        plainWords(text),
        categoryId,
        areaId,
        place?.lon ?? null,
        place?.lat ?? null,
      ],
    );
    await insertRevision(tx, {
      municipalityId: town.id,
      contributionId: id,
      revision: 1,
      content: { title, text, html: htmlOfPlain(text) },
      editedBy: author.participantId,
    });
    if (status) await updateContribution(tx, town.id, id, { status });
    await insertTallies(tx, town.id, [
      { contributionId: id, consultationId: consultation.id, activityId, kind: 'proposal', categoryId, areaId },
    ]);
    return { id, number, title };
  });
}
