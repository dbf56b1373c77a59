const setting = "player.headStart", longest = 300;

// Which track is heard, how loud, and how much earlier it has to be started than the silent ones.
export class Sound {
  // Sound takes longer to start than a silent picture, by some 70 ms that differ from computer to computer.
  headStart = Number(localStorage.getItem(setting) ?? 70) || 0;
  #tracks;
  #volume = 1;
  #muted = false;

  constructor(tracks) {
    this.#tracks = tracks;
    this.choose(tracks.find((track) => track.hasSound) ?? null);
  }

  choose(track) {
    this.track = track;
    this.#apply();
  }

  set(volume, muted) {
    this.#volume = volume;
    this.#muted = muted;
    this.#apply();
  }

  // The track that comes out of the loudspeaker; null while the sound is off.
  get heard() { return this.#muted || this.#volume === 0 ? null : this.track; }

  // The track with the sound leads the clock wherever it has something to play.
  get leader() {
    const { track } = this;
    return track?.part && !track.failed && !track.video.ended ? track : null;
  }

  // Seconds by which the silent tracks were ahead just after a start: they should have started that much later.
  learn(ahead) {
    this.headStart = Math.min(longest, Math.max(0, this.headStart + ahead * 600));
    localStorage.setItem(setting, this.headStart.toFixed(0));
  }

  #apply() {
    for (const track of this.#tracks) {
      track.video.volume = this.#volume;
      track.video.muted = track !== this.track || this.#muted;
    }
  }
}
