import { useEffect, useRef } from 'react';
import { useNavigate, useQueryString } from '../../../platform/router/router.tsx';
import { setupSteps, type Installation, type SetupStep } from '@parvis/shared/contracts/installation.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { StepList } from '../../../ui/StepList.tsx';
import fr from '../messages/fr.json';
import { currentStep, nextStep, stepAddress } from '../steps.ts';
import { AdministratorStep } from './AdministratorStep.tsx';
import { LegalStep } from './LegalStep.tsx';
import { MailStep } from './MailStep.tsx';
import { RulesStep } from './RulesStep.tsx';
import { TownStep } from './TownStep.tsx';
import styles from './Wizard.module.css';

const t = messagesOf(fr);

interface WizardProps {
  readonly installation: Installation;
  readonly onFinished: (signInUrl: string) => void;
}

/** Five steps, each its own form that saves; the address names the step, so that Back and a reload keep the place. */
export function Wizard({ installation, onFinished }: WizardProps) {
  const search = useQueryString();
  const go = useNavigate();
  const step = currentStep(search.get('etape'), installation);
  const title = useRef<HTMLHeadingElement>(null);
  const arrived = useRef<SetupStep>(step);
  useEffect(() => {
    if (arrived.current !== step) title.current?.focus();
    arrived.current = step;
  }, [step]);
  const isAhead = (one: SetupStep): boolean => one !== 'town' && !installation.town;
  const onDone = (): void => void go(stepAddress(nextStep(step)));
  return (
    <div className={styles.wizard}>
      <StepList
        label={t('steps.label')}
        steps={setupSteps.map((one) => ({
          label: t(`step.${one}`),
          state: one === step ? 'current' : stateOf(one, installation),
          ...(!isAhead(one) && { to: stepAddress(one) }),
        }))}
      />
      <div className={styles.step}>
        <h1 ref={title} tabIndex={-1}>
          {t(`step.${step}.title`)}
        </h1>
        <p className={styles.lead}>{t(`step.${step}.lead`)}</p>
        <CurrentStep key={step} step={step} installation={installation} onDone={onDone} onFinished={onFinished} />
      </div>
    </div>
  );
}

/** A step that was saved is done once nothing of it is missing. */
function stateOf(step: SetupStep, { done, missing }: Installation): 'done' | 'partial' | 'ahead' {
  if (!done.includes(step)) return 'ahead';
  return step === 'legal' && missing.some((code) => code.includes('.')) ? 'partial' : 'done';
}

function CurrentStep({ step, installation, onDone, onFinished }: WizardProps & { step: SetupStep; onDone: () => void }) {
  switch (step) {
    case 'town':
      return <TownStep installation={installation} onDone={onDone} />;
    case 'legal':
      return <LegalStep installation={installation} onDone={onDone} />;
    case 'rules':
      return <RulesStep installation={installation} onDone={onDone} />;
    case 'mail':
      return <MailStep installation={installation} />;
    case 'administrator':
      return <AdministratorStep installation={installation} onFinished={onFinished} />;
  }
}
