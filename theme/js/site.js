// The scripts of every page, one file a component. Pages work without them.
import "./body_map.js";
import "./late_typeface.js";
import "./offer_countdown.js";
import "./offer_coupon.js";
import "./open_now.js";
import "./posted_form.js";
import "./share_links.js";
import "./try_again.js";
import "./worker.js";
