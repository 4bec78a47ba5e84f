//! Puts the page that stands on paper.

use leptos::prelude::*;

use crate::runtime::platform::shell;
use crate::ui::{Icon, IconButton, use_lang};

/// Prints the page: an installed app has no menu of the browser to do it by.
#[component]
pub fn PrintButton() -> impl IntoView {
    let lang = use_lang();
    view! {
        <IconButton
            icon=Icon::Print
            label=move || lang.get().print_page()
            on_press=shell::print
            attr:data-testid="print"
        />
    }
}
