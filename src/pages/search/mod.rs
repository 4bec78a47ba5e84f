//! The search box over every page.

use std::time::Duration;

use leptos::prelude::*;

use crate::domain::workspace::Table;
use crate::present::filter::LeadFilter;
use crate::present::search::{Hit, Target, find};
use crate::runtime::app::use_app;
use crate::runtime::route::{BoardAddress, Route};
use crate::ui::{Dialog, Icon, IconView, SearchField};

const LIMIT: usize = 20;
/// How long after opening there is time to prepare: it is painted, and nobody has typed yet.
const OPENED: Duration = Duration::from_millis(100);
/// What the details of hits are made of, beside the names.
const DETAILS: &[Table] = &[Table::Stages, Table::Teams];

/// What the button in the head of every page opens.
#[component]
pub fn Search(
    /// Whether it is open.
    open: RwSignal<bool>,
) -> impl IntoView {
    let app = use_app();
    let lang = app.lang();
    let text = RwSignal::new(String::new());
    let asks = move || open.get() && !text.read().trim().is_empty();
    let hits = Memo::new(move |_| match asks() {
        true => app.search(|workspace, index| {
            app.track(DETAILS);
            find(workspace, index, lang.get(), &text.read(), LIMIT)
        }),
        false => Vec::new(),
    });
    let close = move |()| open.set(false);
    Effect::new(move |_| {
        if open.get() {
            text.set(String::new());
            set_timeout(move || app.prepare_search(), OPENED);
        }
    });
    let open_first = move |()| {
        let first =
            hits.with_untracked(|hits| hits.first().map(|it| route_to(it.target, &it.name)));
        if let Some(route) = first {
            close(());
            app.go(route);
        }
    };
    let nothing = move || {
        let empty = hits.read().is_empty() && !text.read().trim().is_empty();
        empty.then(|| view! { <p class="search-nothing">{lang.get().search_nothing(text.read().trim())}</p> })
    };
    view! {
        <Dialog open title=move || lang.get().search_title() on_close=close>
            <SearchField
                label=move || lang.get().search_hint()
                value=text
                on_input=move |it| text.set(it)
                on_enter=open_first
            />
            <ul class="search-hits" data-testid="search-hits">
                <For each=move || hits.get() key=|hit| (hit.target, hit.detail.clone()) let:hit>
                    <HitRow hit on_choose=close />
                </For>
            </ul>
            {nothing}
        </Dialog>
    }
}

#[component]
fn HitRow(
    /// What was found.
    hit: Hit,
    /// Runs when it is chosen.
    #[prop(into)]
    on_choose: Callback<()>,
) -> impl IntoView {
    let icon = match hit.target {
        Target::Person(_) => Icon::Person,
        Target::Lead(_) => Icon::Leads,
        Target::Customer(_) => Icon::Team,
        Target::Product(_) => Icon::Board,
    };
    let href = route_to(hit.target, &hit.name).href();
    view! {
        <li>
            <a class="search-hit" data-testid="search-hit" href=href on:click=move |_| on_choose.run(())>
                <IconView icon />
                <span class="search-hit__name">{hit.name}</span>
                <span class="search-hit__detail">{hit.detail}</span>
            </a>
        </li>
    }
}

fn route_to(target: Target, name: &str) -> Route {
    let board = |filter| Route::Leads(BoardAddress { filter, ..BoardAddress::default() });
    match target {
        Target::Person(id) => Route::Person(id),
        Target::Lead(id) => Route::Lead(id, BoardAddress::default()),
        Target::Customer(_) => board(LeadFilter { text: name.to_owned(), ..LeadFilter::default() }),
        Target::Product(id) => board(LeadFilter { product: Some(id), ..LeadFilter::default() }),
    }
}
