/** Tests run TypeScript through swc; type errors are the business of `npm run typecheck`. */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  transform: {
    '^.+\\.[cm]?[jt]sx?$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
          target: 'es2022',
        },
        module: { type: 'commonjs' },
      },
    ],
  },
  // Several dependencies ship ES modules only; jest's registry needs them as CommonJS.
  transformIgnorePatterns: [
    '/node_modules/(?!(fast-png|iobuffer|fflate|geotiff|culori|quick-lru|@petamoriken|xml-utils|valibot|ml-matrix|ml-array-rescale|ml-array-max|ml-array-min|is-any-array)/)',
  ],
  // The modules of the host exist only inside Photoshop: tests get the simulator that they have installed.
  moduleNameMapper: {
    '^photoshop$': '<rootDir>/test/support/hostModules/photoshop.ts',
    '^uxp$': '<rootDir>/test/support/hostModules/uxp.ts',
  },
  // The sandbox looks every global up by name, which in loops over pixels takes most of the time.
  sandboxInjectedGlobals: ['Math'],
  maxWorkers: 2,
};
