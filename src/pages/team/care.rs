//! Who is due for a talk, on the manager's face.

use leptos::prelude::*;

use crate::domain::workspace::Table;
use crate::present::growth::{CareLine, GrowthTab, due_for_care};
use crate::runtime::app::use_app;
use crate::runtime::route::Route;
use crate::ui::{Avatar, Icon, IconView};

/// The whole team at a glance: who was not talked with, or told anything, for long.
#[component]
pub(super) fn Care() -> impl IntoView {
    let app = use_app();
    let lang = app.lang();
    let lines = Memo::new(move |_| {
        let today = app.today().get();
        let tables = [Table::People, Table::Talks, Table::Feedbacks];
        app.view(&tables, |it| due_for_care(it, lang.get(), today))
    });
    let row = |CareLine { person, name, note }: CareLine| {
        view! {
            <li>
                <a
                    class="list__row"
                    data-testid="team-care-row"
                    href=Route::Growth(person, GrowthTab::Talks).href()
                >
                    <Avatar name=name.clone() />
                    <span class="list__main">
                        <span class="list__name">{name}</span>
                        <span class="list__note">{note}</span>
                    </span>
                    <IconView icon=Icon::Forward />
                </a>
            </li>
        }
    };
    let none = move || lines.read().is_empty().then(|| lang.get().care_none());
    view! {
        <section class="section" data-testid="team-care">
            <div class="section__head">
                <h2 class="section__title">{move || lang.get().care_title()}</h2>
            </div>
            <p class="section__note">{move || lang.get().care_note()}</p>
            <p class="section__note">{none}</p>
            <ul class="list">{move || lines.get().into_iter().map(row).collect_view()}</ul>
        </section>
    }
}
