import { screen } from '../../script/layout.mjs';
import { burnClock } from '../draw/overlay.mjs';
import { paintBrowser, paintCross, paintPointer } from './browser.mjs';
import { paintTest } from './test.mjs';
import { paintAnswerSite } from './answersite.mjs';
import { choosing, screenshotPainter } from './screenshot.mjs';

export function screenView(scene) {
  const { work, exam, sitting } = scene, shot = sitting.screenshot;
  const paintScreenshot = shot && screenshotPainter(shot);
  return {
    size: [screen.width, screen.height],
    draw(ctx, t) {
      const state = work.stateAt(t), other = state.tab !== 'test';
      const titles = [`Toets: ${exam.manifest.title.split(',')[0]}`, ...(state.tabs > 1 ? ['Antwoordenbank'] : [])];
      if (other) paintAnswerSite(ctx, sitting.site, state);
      else paintTest(ctx, scene, state, t);
      paintBrowser(ctx, titles, other ? 1 : 0, other ? sitting.site.url : exam.site);
      if (shot) paintScreenshot(ctx, t, work.pointerAt(t));
      if (shot && choosing(shot, t)) paintCross(ctx, work.pointerAt(t));
      else paintPointer(ctx, work.pointerAt(t), work.clicked(t));
      ctx.textAlign = 'left';
      burnClock(ctx, [screen.width, screen.height], scene.clock(t), 'scherm');
    },
  };
}
