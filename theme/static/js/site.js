// What scripts add to pages that work without them, one module a component.
import "./newsletter_form.js";
import "./share_links.js";
