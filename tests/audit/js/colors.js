// Contrast of what a browser has computed, in any color space: WCAG 2 relative luminance.
window.colors = {
  canvas: Object.assign(document.createElement("canvas"), { width: 1, height: 1 }),

  // Red, green, blue and alpha, each from 0 to 1.
  parts(color) {
    const pen = this.canvas.getContext("2d", { willReadFrequently: true });
    pen.clearRect(0, 0, 1, 1);
    pen.fillStyle = color;
    pen.fillRect(0, 0, 1, 1);
    return [...pen.getImageData(0, 0, 1, 1).data].map((value) => value / 255);
  },

  luminance(color) {
    const [red, green, blue] = this.parts(color).map((value) =>
      value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  },

  // What is painted behind an element: the nearest background that lets nothing through.
  behind(element) {
    for (let one = element; one; one = one.parentElement) {
      const { backgroundColor } = getComputedStyle(one);
      if (this.parts(backgroundColor)[3] === 1) return backgroundColor;
    }
    return "Canvas";
  },

  contrast(one, other) {
    const [low, high] = [this.luminance(one), this.luminance(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  },

  ofText(element) {
    return this.contrast(getComputedStyle(element).color, this.behind(element));
  },
};
