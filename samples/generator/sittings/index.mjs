import clean from './01-clean.mjs';
import poorLighting from './02-poor-lighting.mjs';
import flatmateReported from './03-flatmate-reported.mjs';
import flatmateUnreported from './04-flatmate-unreported.mjs';
import supplierOutage from './05-supplier-outage.mjs';
import outOfView from './06-out-of-view.mjs';
import phoneAndNotes from './07-phone-and-notes.mjs';
import netiquette from './08-netiquette.mjs';
import music from './09-music.mjs';
import earplugsShown from './10-earplugs-shown.mjs';
import water from './11-water.mjs';
import readingAside from './12-reading-aside.mjs';
import screenshot from './13-screenshot.mjs';

export const sittings = [
  clean, poorLighting, flatmateReported, flatmateUnreported, supplierOutage, outOfView,
  phoneAndNotes, netiquette, music, earplugsShown, water, readingAside, screenshot,
];
