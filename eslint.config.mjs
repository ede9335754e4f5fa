import js from '@eslint/js';
import tseslint from 'typescript-eslint';
import reactHooks from 'eslint-plugin-react-hooks';
import prettier from 'eslint-config-prettier';

/** `photoshop` and `uxp` exist only inside the host: one folder may speak to them (see test/architecture.test.ts). */
const hostModules = {
  paths: ['photoshop', 'uxp'].map((name) => ({
    name,
    message: 'Only src/photoshop speaks to the host; use the PhotoshopHost interface of src/app.',
  })),
};

export default tseslint.config(
  { ignores: ['dist/**', 'build/**', 'node_modules/**', 'coverage/**'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    plugins: { 'react-hooks': reactHooks },
    rules: {
      ...reactHooks.configs.recommended.rules,
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      eqeqeq: 'error',
      'no-restricted-imports': ['error', hostModules],
    },
  },
  { files: ['src/photoshop/**', 'test/**'], rules: { 'no-restricted-imports': 'off' } },
  {
    files: ['**/*.cjs', 'webpack.config.js', 'bin/**'],
    languageOptions: {
      globals: {
        module: 'writable',
        require: 'readonly',
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
      },
    },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  prettier,
);
