import { fileRules } from '@parvis/shared/rules/file-rules.ts';
import { filePurposes, type FilePurpose } from '@parvis/shared/rules/words.ts';
import { hasRole, signedIn, type Actor, type DomainError, type FactsLoader } from '../../platform/http/index.ts';

/** What an upload is for. */
export const uploadFacts: FactsLoader<{ readonly purpose: FilePurpose }> = (_, call) =>
  Promise.resolve({ purpose: filePurposes.find((one) => one === call.query['purpose']) ?? 'import' });

/** Pictures are for everybody who is signed in; what only the town publishes is for the roles that publish it. */
export function mayUpload(actor: Actor | null, { purpose }: { readonly purpose: FilePurpose }): DomainError | null {
  const { roles } = fileRules[purpose];
  return roles.length === 0 ? signedIn(actor, undefined) : hasRole(...roles)(actor, undefined);
}

/** Whether the file's sort is for a role of theirs: sheets with names and signatures are for those who type them. */
function worksWith(actor: Actor, purpose: FilePurpose): boolean {
  const { roles } = fileRules[purpose];
  return actor.secondFactorPassed && actor.roles.some((role) => role !== 'operator' && (purpose !== 'scan' || roles.includes(role)));
}

/** Who may read a file that is not public, and use it: its uploader; the staff, but not the drafts of citizens. */
export function handlesFile(actor: Actor | null, file: { readonly purpose: FilePurpose; readonly uploaded_by: string | null }): boolean {
  if (!actor) return false;
  if (file.uploaded_by === actor.participantId) return true;
  return file.purpose !== 'picture' && worksWith(actor, file.purpose);
}

/** Who may read a file that is not public: beside those who may use it, the staff, to moderate what waits for publication. */
export function mayReadUnpublished(
  actor: Actor | null,
  file: { readonly purpose: FilePurpose; readonly uploaded_by: string | null },
): boolean {
  return handlesFile(actor, file) || (actor !== null && worksWith(actor, file.purpose));
}
