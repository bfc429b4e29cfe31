/** Finds a QR code in what a camera shows; undefined where there is none just now. */
export type FrameReader = (video: HTMLVideoElement) => Promise<string | undefined>;

/** The browser's own reader of codes, where it has one (Shape Detection API). */
type Detector = { detect: (source: HTMLVideoElement) => Promise<{ rawValue: string }[]> };
type DetectorClass = {
  new (options: { formats: string[] }): Detector;
  getSupportedFormats: () => Promise<string[]>;
};

/** Pixels a side that are enough for a pass held at a hand's distance. */
const SIDE = 480;

/** The browser's reader, or one that is loaded for this alone. */
export async function frameReader(): Promise<FrameReader> {
  const own = (globalThis as { BarcodeDetector?: DetectorClass }).BarcodeDetector;
  const formats: string[] = own ? await own.getSupportedFormats().catch(() => []) : [];
  if (own && formats.includes("qr_code")) {
    const detector = new own({ formats: ["qr_code"] });
    return async (video) => (await detector.detect(video))[0]?.rawValue;
  }
  const { default: jsQR } = await import("jsqr");
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d", { willReadFrequently: true });
  return (video) => {
    const scale = SIDE / Math.max(video.videoWidth, video.videoHeight, SIDE);
    canvas.width = Math.round(video.videoWidth * scale);
    canvas.height = Math.round(video.videoHeight * scale);
    if (!context || canvas.width === 0) return Promise.resolve(undefined);
    context.drawImage(video, 0, 0, canvas.width, canvas.height);
    const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
    const found = jsQR(data, width, height, { inversionAttempts: "dontInvert" });
    return Promise.resolve(found?.data);
  };
}
