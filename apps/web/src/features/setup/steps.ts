import { setupSteps, type Installation, type SetupStep } from '@parvis/shared/contracts/installation.ts';

/** The address of a step of the wizard. */
export function stepAddress(step: SetupStep): string {
  return `/installation?etape=${step}`;
}

/** The step to show: the one that the address names, where the town is there; else the first that is not done. */
export function currentStep(wanted: string | null, { done, town }: Pick<Installation, 'done' | 'town'>): SetupStep {
  const named = setupSteps.find((step) => step === wanted);
  if (named && (town || named === 'town')) return named;
  return setupSteps.find((step) => !done.includes(step)) ?? 'administrator';
}

/** The step after one, or itself when it is the last. */
export function nextStep(step: SetupStep): SetupStep {
  return setupSteps[setupSteps.indexOf(step) + 1] ?? step;
}
