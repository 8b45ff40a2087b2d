import type { saveDraft } from '@parvis/shared/activities/proposals/contract-writing.ts';
import type { ProposalSettings } from '@parvis/shared/activities/proposals/settings.ts';
import type { ParsedRequestOf } from '@parvis/shared/contracts/route.ts';
import { codePoints } from '@parvis/shared/rules/plain-text.ts';
import type { FieldError } from '../../platform/http/index.ts';
import { InvalidInput } from '../../platform/http/index.ts';
import { cleanRichText } from '../../platform/text/index.ts';

/** What people type, as the contract hands it over. */
type TypedProposal = Readonly<ParsedRequestOf<typeof saveDraft>>;

/** A proposal's words, cleaned and checked, as they are kept. */
export interface ProposalText extends Omit<TypedProposal, 'bodyHtml'> {
  readonly html: string;
  readonly text: string;
}

/** Cleans without asking for anything: what a draft holds so far. */
export function cleanDraft({ bodyHtml, ...typed }: TypedProposal): ProposalText {
  return { ...typed, ...cleanBody(bodyHtml) };
}

/** Cleans, and checks what the activity's settings ask. @throws InvalidInput naming every wrong field */
export function cleanProposal({ bodyHtml, ...typed }: TypedProposal, settings: ProposalSettings): ProposalText {
  const body = cleanBody(bodyHtml);
  const errors: FieldError[] = [];
  const wrong = (pointer: string, code: string, limit?: number): void => {
    errors.push(limit === undefined ? { pointer, code } : { pointer, code, values: { limit, count: limit } });
  };
  if (body.text === '') wrong('#/bodyHtml', 'required');
  else if (codePoints(body.text) > settings.maxLength) wrong('#/bodyHtml', 'too-long', settings.maxLength);
  if (settings.categories.length > 0 && typed.categoryId === null) wrong('#/categoryId', 'required');
  else if (typed.categoryId !== null && !settings.categories.some((one) => one.id === typed.categoryId))
    wrong('#/categoryId', 'not-one-of');
  const hasPlace = typed.point !== null || typed.address !== '';
  if (settings.place === 'required' && !hasPlace) wrong('#/address', 'required');
  if (settings.place === 'none' && hasPlace) wrong('#/address', 'not-valid');
  if (settings.place === 'none' && typed.areaId !== null) wrong('#/areaId', 'not-valid');
  if (typed.pictures.length > settings.pictures) wrong('#/pictures', 'too-many', settings.pictures);
  else if (new Set(typed.pictures.map((one) => one.fileId)).size < typed.pictures.length) wrong('#/pictures', 'repeated');
  if (errors.length > 0) throw new InvalidInput(errors);
  return { ...typed, ...body };
}

/** The body through the allow list, its faults named after the field. */
function cleanBody(bodyHtml: string): { html: string; text: string } {
  try {
    return cleanRichText(bodyHtml);
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    throw new InvalidInput(error.fields.map((one) => ({ ...one, pointer: '#/bodyHtml' })));
  }
}
