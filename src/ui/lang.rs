//! The language of the widgets: the one context that they read.
//!
//! The root of the page provides [`LangContext`]; without it the widgets speak English.

use crate::i18n::Lang;
use leptos::prelude::*;

/// The language in which the page speaks, provided by the root of the page.
#[derive(Clone, Copy, Debug)]
pub struct LangContext(pub Signal<Lang>);

/// The language of the page, as a signal.
pub fn use_lang() -> Signal<Lang> {
    use_context::<LangContext>().map_or_else(|| Signal::stored(Lang::En), |context| context.0)
}
