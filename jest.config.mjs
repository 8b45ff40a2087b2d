const transform = {
  '^.+\\.(t|j)sx?$': [
    '@swc/jest',
    {
      jsc: {
        parser: { syntax: 'typescript', decorators: true, tsx: false },
        target: 'es2024',
        transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
      },
      module: { type: 'es6' },
    },
  ],
};
const common = { testEnvironment: 'node', extensionsToTreatAsEsm: ['.ts'], transform, transformIgnorePatterns: ['/node_modules/'] };

const project = (displayName, testMatch, rest = {}) => ({ ...common, displayName, testMatch, ...rest });

export default {
  projects: [
    project('rules', ['<rootDir>/packages/shared/src/**/*.spec.ts', '<rootDir>/apps/web/src/**/*.spec.ts']),
    project('api', ['<rootDir>/apps/api/src/**/*.spec.ts', '<rootDir>/apps/api/test/**/*.spec.ts']),
    project('browser', ['<rootDir>/apps/web/e2e/**/*.spec.ts']),
  ],
  testTimeout: 120_000,
};
