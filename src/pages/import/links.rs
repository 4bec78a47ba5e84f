//! New customers that may be there already: taken as new, or added to the one that is there; each
//! or all at once.

use leptos::prelude::*;

use crate::present::format;
use crate::present::import_links::LinkRow;
use crate::runtime::app::use_app;
use crate::runtime::importing::Importing;
use crate::ui::{Button, CheckField};

/// The list, where there is anything in it.
#[component]
pub(super) fn Links(flow: Importing) -> impl IntoView {
    let lang = use_app().lang();
    let rows = Memo::new(move |_| flow.link_rows());
    let count = move |count: usize| format::count(lang.get(), count as u64);
    let title = move || lang.get().import_links(&count(rows.read().len()));
    let chosen = move || {
        let links = flow.links.read();
        rows.read().iter().filter(|it| links.contains_key(&it.new)).count()
    };
    let said = move || lang.get().import_links_said(&count(chosen()), &count(rows.read().len()));
    let all = move || {
        let links = rows.with_untracked(|it| it.iter().map(|it| (it.new, it.known)).collect());
        flow.links.set(links);
    };
    let none = move || flow.links.update(|it| it.clear());
    let row = move |LinkRow { new, known, name, note }: LinkRow| {
        let tick = move |ticked: bool| {
            flow.links.update(|it| {
                it.remove(&new);
                it.extend(ticked.then_some((new, known)));
            });
        };
        view! {
            <li data-testid="import-link">
                <CheckField
                    label=name
                    hint=Signal::derive(move || note.clone())
                    checked=Signal::derive(move || flow.links.read().contains_key(&new))
                    on_change=tick
                />
            </li>
        }
    };
    view! {
        <Show when=move || !rows.read().is_empty()>
            <section class="section" data-testid="import-links">
                <h3 class="section__title">{title}</h3>
                <p class="section__note">{move || lang.get().import_links_note()}</p>
                <ul class="list">{move || rows.get().into_iter().map(row).collect_view()}</ul>
                <div class="actions actions--start">
                    <Button label=move || lang.get().import_links_all() on_press=all attr:data-testid="import-links-all" />
                    <Button label=move || lang.get().import_links_none() on_press=none attr:data-testid="import-links-none" />
                </div>
                <p role="status" data-testid="import-links-said">{said}</p>
            </section>
        </Show>
    }
}
