import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  {
    ignores: [
      'assets/**',
      'node_modules/**',
      'bin/**',
      '**/*.gen.ts',
      '**/*.gen.d.ts',
      'designer/e2e/.results/**',
    ],
  },
  {
    files: ['designer/**/*.{ts,tsx}', '*.config.ts'],
    extends: [tseslint.configs.strictTypeChecked, reactHooks.configs.flat['recommended-latest']],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // What comes from outside is given its type once, in src/api; everywhere else the compiler has to be convinced.
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      'max-lines': ['error', { max: 350, skipBlankLines: true, skipComments: true }],
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { regex: '^antd/(es|lib)/(?!locale)', message: "Import antd's parts by name from 'antd'." },
          ],
          paths: [
            {
              name: 'antd',
              importNames: ['App', 'message'],
              message:
                "Show messages with useMessage from '@/ui': antd's App would be in everybody's first load.",
            },
          ],
        },
      ],
    },
  },
  {
    files: ['designer/src/**/*.tsx'],
    rules: { 'max-lines': ['error', { max: 150, skipBlankLines: true, skipComments: true }] },
  },
  {
    files: ['designer/src/ui/Messages.tsx'],
    rules: { 'no-restricted-imports': 'off' },
  },
  {
    files: ['designer/src/api/**'],
    rules: { '@typescript-eslint/consistent-type-assertions': 'off' },
  },
  {
    files: ['designer/**/*.test.{ts,tsx}', 'designer/e2e/**', 'designer/bench/**'],
    rules: { 'max-lines': 'off', '@typescript-eslint/no-non-null-assertion': 'off' },
  },
);
