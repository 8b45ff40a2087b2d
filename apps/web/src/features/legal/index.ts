export { LegalFields, legalValuesOf } from './components/LegalFields.tsx';
export { MissingBlanks } from './components/MissingBlanks.tsx';
export { RulesEditor, rulesOf } from './components/RulesEditor.tsx';
