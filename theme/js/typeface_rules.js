// Typeface rules: uses the serif on narrow screens too, once an earlier page has fetched it
// (late_typeface.js). It stands in the page right after the serif's <link> and <style>, minified.
{
  const style = document.currentScript.previousElementSibling;
  const link = style.previousElementSibling;
  try {
    if (localStorage.serif === link.href) style.media = link.media = "";
  } catch {
    // Storage is blocked: narrow screens keep the font of the device.
  }
}
