// Where things are on the screen of the test, in its own pixels: the drawing and the mouse both go by this.
export const screen = { width: 960, height: 540 };

export const tabs = { y: 5, h: 25, test: 12, other: 238, w: 220 };
export const page = { top: 62, header: 46 };
export const card = { x: 130, y: 140, w: 700, h: 356 };
// Below the code where a question has some.
export const option = (n, code) => ({ x: card.x + 32, y: card.y + (code ? 80 + code.length * 15 : 84) + n * 42, w: card.w - 64, h: 35 });
export const field = { x: card.x + 32, y: card.y + 112, w: card.w - 64, h: 148 };
export const next = { x: card.x + card.w - 132, y: card.y + card.h - 50, w: 100, h: 34 };
export const begin = { x: 390, y: 380, w: 180, h: 42 };
export const confirm = { x: 390, y: 350, w: 180, h: 42 };
export const fake = { answer: { x: 150, y: 300, w: 640, h: 96 }, search: { x: 150, y: 132 } };

export const centre = box => [box.x + box.w * 0.5, box.y + box.h * 0.5];
