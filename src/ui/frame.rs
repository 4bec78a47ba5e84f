//! The frame around every page: places on a rail or a bar, the head with its tools, the page.
//!
//! In landscape the places stand on a rail at the left. In portrait and on a phone the first of
//! them stand on a bar at the bottom, and the page behind More leads to the rest.

use super::focus::focus_after_paint;
use super::icon::{Icon, IconView};
use super::lang::use_lang;
use leptos::html;
use leptos::prelude::*;

/// A place of the product.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrameItem {
    /// Its icon.
    pub icon: Icon,
    /// Its name.
    pub label: String,
    /// Its address.
    pub href: String,
    /// Where it stands.
    pub place: FramePlace,
}

/// Where the frame shows a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FramePlace {
    /// On the rail and on the bar; at most five.
    Always,
    /// On the rail alone, for want of room on the bar.
    RailOnly,
}

impl FramePlace {
    /// The value of the `data-place` attribute that the styles know.
    pub const fn as_str(self) -> &'static str {
        match self {
            FramePlace::Always => "always",
            FramePlace::RailOnly => "rail",
        }
    }
}

/// The frame. When `page` changes the focus goes to the page, so that keyboard and screen reader
/// start there.
#[component]
pub fn AppFrame(
    /// The places, the most important first.
    #[prop(into)]
    items: Signal<Vec<FrameItem>>,
    /// The address of the place that is shown.
    #[prop(into)]
    current: Signal<String>,
    /// The title of the page.
    #[prop(into)]
    title: Signal<String>,
    /// Changes when another page is shown.
    #[prop(into)]
    page: Signal<String>,
    /// Whether something lies over all of the frame, so that nothing of it can be reached.
    #[prop(default = Signal::stored(false), into)]
    covered: Signal<bool>,
    /// Tools of the page at the head: period, people.
    #[prop(optional, into)]
    tools: ViewFn,
    /// What is at the head of every page: undo, redo, whether it is saved.
    #[prop(optional, into)]
    status: ViewFn,
    /// The page.
    children: Children,
) -> impl IntoView {
    let lang = use_lang();
    let main = NodeRef::<html::Main>::new();
    let to_page = move || {
        if let Some(main) = main.get_untracked() {
            let _ = main.focus();
        }
    };
    Effect::new(move |before: Option<String>| {
        let page = page.get();
        if before.is_some_and(|before| before != page)
            && let Some(main) = main.get_untracked()
        {
            focus_after_paint(main);
        }
        page
    });
    view! {
        <div class="frame">
            <button type="button" class="skip-link" on:click=move |_| to_page()>
                {move || lang.get().skip_to_content()}
            </button>
            <nav class="rail" aria-label=move || lang.get().places() inert=move || covered.get()>
                <Brand />
                {move || items.get().into_iter().map(|item| frame_link(item, current)).collect_view()}
            </nav>
            <header class="head">
                <h1 class="head__title">{title}</h1>
                <div class="head__tools" inert=move || covered.get()>{tools.run()}</div>
                <div class="head__status" inert=move || covered.get()>{status.run()}</div>
            </header>
            <main class="page" id="main" tabindex="-1" node_ref=main>
                {children()}
            </main>
        </div>
    }
}

/// The mark of the product: people around a table.
#[component]
fn Brand() -> impl IntoView {
    view! {
        <svg class="rail__brand" viewBox="0 0 24 24" aria-hidden="true">
            <circle cx="12" cy="12" r="4.2" />
            <circle cx="12" cy="3.6" r="2.2" />
            <circle cx="19.3" cy="7.8" r="2.2" />
            <circle cx="19.3" cy="16.2" r="2.2" />
            <circle cx="12" cy="20.4" r="2.2" />
            <circle cx="4.7" cy="16.2" r="2.2" />
            <circle cx="4.7" cy="7.8" r="2.2" />
        </svg>
    }
}

fn frame_link(item: FrameItem, current: Signal<String>) -> impl IntoView {
    let FrameItem { icon, label, href, place } = item;
    let own = href.clone();
    let here = move || (*current.read() == own).then_some("page");
    view! {
        <a class="rail__place" href=href data-place=place.as_str() aria-current=here>
            <IconView icon />
            <span class="rail__word">{label}</span>
        </a>
    }
}
