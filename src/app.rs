//! The root of the page.

use leptos::prelude::*;

/// Mounts the page over the static shell.
pub fn start() {
    leptos::mount::mount_to_body(App);
}

/// The whole application.
#[component]
pub fn App() -> impl IntoView {
    view! { <p>"Huddle"</p> }
}
