/**
 * Two builds of one source.
 *
 * plugin  dist/        what Photoshop loads: one chunk, no eval, `photoshop` and `uxp` left to the host's `require`
 * demo    build/demo/  the page around the unchanged dist/index.js: simulated Photoshop, stand-in widgets, compute worker
 */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import CopyPlugin from 'copy-webpack-plugin';
import webpack from 'webpack';

const here = path.dirname(fileURLToPath(import.meta.url));
const inProject = (...parts) => path.join(here, ...parts);

const typescript = {
  test: /\.tsx?$/,
  exclude: /node_modules/,
  use: {
    loader: 'swc-loader',
    options: {
      jsc: {
        parser: { syntax: 'typescript', tsx: true },
        transform: { react: { runtime: 'automatic' } },
        target: 'es2022',
      },
    },
  },
};

const styles = { test: /\.css$/, use: ['style-loader', { loader: 'css-loader', options: { url: false } }] };

/** UXP refuses eval, so source maps are separate files in both modes. */
const shared = (mode) => ({
  mode,
  devtool: 'source-map',
  target: ['web', 'es2022'],
  resolve: { extensions: ['.ts', '.tsx', '.js'] },
  module: { rules: [typescript, styles] },
  performance: { hints: false },
  stats: 'errors-warnings',
});

const plugin = (mode) => ({
  ...shared(mode),
  name: 'plugin',
  entry: inProject('src/index.tsx'),
  output: { path: inProject('dist'), filename: 'index.js', globalObject: 'globalThis', clean: true },
  externals: { photoshop: 'commonjs photoshop', uxp: 'commonjs uxp' },
  optimization: { splitChunks: false, runtimeChunk: false },
  plugins: [
    new webpack.optimize.LimitChunkCountPlugin({ maxChunks: 1 }),
    new CopyPlugin({
      patterns: [
        { from: inProject('manifest.json'), noErrorOnMissing: true },
        { from: inProject('icons/*.png'), to: 'icons/[name][ext]', noErrorOnMissing: true },
        { from: inProject('src/index.html') },
        { from: inProject('src/formats/style/styleFile.schema.json'), to: 'style.schema.json' },
        { from: inProject('LICENSE'), to: 'LICENSE.txt', toType: 'file' },
      ],
    }),
  ],
});

const demo = (mode) => ({
  ...shared(mode),
  name: 'demo',
  entry: { demo: inProject('src/demo/demo.ts'), computeWorker: inProject('src/compute/computeWorker.ts') },
  output: { path: inProject('build/demo'), filename: '[name].js', clean: true },
  optimization: { splitChunks: false, runtimeChunk: false },
  plugins: [new CopyPlugin({ patterns: [{ from: inProject('src/demo/index.html') }] })],
});

/** `webpack --config-name plugin` builds one of them. */
export default (_env, { mode = 'production' }) => [plugin(mode), demo(mode)];
