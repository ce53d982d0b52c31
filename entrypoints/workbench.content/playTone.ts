/** Seconds, and hertz: one soft, short tone that does not startle anybody with headphones on. */
const LENGTH = 0.35;
const PITCH = 660;
const VOLUME = 0.08;

/** Plays the reminder's tone. Silent where the browser does not let a page sound yet. */
export async function playTone(): Promise<void> {
  const audio = new AudioContext();
  if (audio.state !== 'running') {
    await audio.close();
    return;
  }
  const tone = audio.createOscillator();
  const volume = audio.createGain();
  tone.frequency.value = PITCH;
  volume.gain.setValueAtTime(0, audio.currentTime);
  volume.gain.linearRampToValueAtTime(VOLUME, audio.currentTime + 0.03);
  volume.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + LENGTH);
  tone.connect(volume).connect(audio.destination);
  tone.start();
  tone.stop(audio.currentTime + LENGTH);
  tone.addEventListener('ended', () => void audio.close());
}
