/**
 * The page that `npm start` opens: the plugin's own bundle, unchanged, in a simulated Photoshop.
 *
 *   ?theme=darkest|dark|light|lightest   ?panel=230…600 (px)   ?open=0|1|2 (pictures that are open at the start)
 *   ?strict                              without the globals that UXP lacks: no Worker, no WebAssembly, …
 */
import { createSimulator } from '../simulator/createSimulator';
import { createApplicationFrame } from './frame/applicationFrame';
import { DEFAULT_THEME, isTheme } from './frame/themes';
import { defineUxpDialogs, showAlert } from './hostDialogs';
import { loadPictures } from './loadPictures';
import { PAGE_PICKERS } from './pagePickers';
import { loadPlugin } from './loadPlugin';
import { defineWidgets } from './widgets/defineWidgets';
import { keepDataFolder, savedDataFolder } from './dataFolderStorage';

async function start(): Promise<void> {
  const parameters = new URLSearchParams(window.location.search);
  const theme = parameters.get('theme');
  const simulator = createSimulator({ pickers: PAGE_PICKERS, dataFolder: savedDataFolder(), showAlert });
  const pictures = await loadPictures();
  for (const picture of pictures.slice(0, Number(parameters.get('open') ?? pictures.length))) {
    simulator.openDocument(picture);
  }
  defineWidgets();
  defineUxpDialogs();
  const panelRoot = createApplicationFrame(simulator, {
    theme: isTheme(theme) ? theme : DEFAULT_THEME,
    panelWidthPx: Number(parameters.get('panel') ?? 300),
  });
  keepDataFolder(simulator);
  // For whoever looks at the page from outside: tests, and the curious.
  Object.assign(window, { filmfitDemo: { simulator, pictures } });
  await loadPlugin(simulator, panelRoot, { strict: parameters.has('strict') });
}

void start();
