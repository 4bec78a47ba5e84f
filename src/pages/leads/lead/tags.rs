//! The tags of a lead: taken away by a tap, added by typing or from those of other leads.

use leptos::prelude::*;

use super::Shown;
use crate::domain::command::Command;
use crate::domain::id::LeadId;
use crate::domain::lead::Lead;
use crate::domain::workspace::Table;
use crate::pages::leads::desk::Desk;
use crate::present::lead::{suggested_tags, with_tag, without_tag};
use crate::runtime::app::App;
use crate::ui::{Icon, IconView, TextField};

/// Changes a lead as it is now.
pub(super) fn change_lead(app: App, id: LeadId, change: impl FnOnce(&Lead) -> Lead) {
    if let Some(lead) = app.peek(|it| it.leads.get(id).map(change)) {
        app.act(Command::EditLead(id, Box::new(lead)));
    }
}

/// The tags of a lead.
#[component]
pub(super) fn TagsView(desk: Desk, id: LeadId, shown: Shown) -> impl IntoView {
    let (app, lang) = (desk.app, desk.app.lang());
    let typed = RwSignal::new(String::new());
    let tags = Memo::new(move |_| {
        shown.with(|it| it.as_ref().map(|it| it.tags.clone()).unwrap_or_default())
    });
    let suggested = Memo::new(move |_| {
        app.view(&[Table::Leads], |it| suggested_tags(it, &tags.read(), &typed.read()))
    });
    let add = Callback::new(move |tag: String| {
        typed.set(String::new());
        change_lead(app, id, |lead| with_tag(lead, &tag));
    });
    let tag = move |tag: String| {
        let own = tag.clone();
        let label = tag.clone();
        view! {
            <button
                type="button"
                class="chip"
                data-testid="lead-tag"
                aria-label=move || lang.get().lead_tag_remove(&label)
                on:click=move |_| change_lead(app, id, |lead| without_tag(lead, &own))
            >
                {tag}
                <IconView icon=Icon::Close />
            </button>
        }
    };
    let offer = move |tag: String| {
        let own = tag.clone();
        view! {
            <button
                type="button"
                class="chip chip--choice"
                data-testid="lead-tag-offer"
                on:click=move |_| add.run(own.clone())
            >
                <IconView icon=Icon::Plus />
                {tag}
            </button>
        }
    };
    view! {
        <section class="section" data-testid="lead-tags">
            <h3 class="section__title">{move || lang.get().lead_tags()}</h3>
            <Show when=move || !tags.read().is_empty()>
                <div class="chips">{move || tags.get().into_iter().map(tag).collect_view()}</div>
            </Show>
            <span data-testid="lead-tag-text">
                <TextField
                    label=move || lang.get().lead_tag_add()
                    value=typed
                    on_input=move |text| typed.set(text)
                    on_enter=Callback::new(move |()| add.run(typed.get_untracked()))
                />
            </span>
            <Show when=move || !suggested.read().is_empty()>
                <div class="chips">{move || suggested.get().into_iter().map(offer).collect_view()}</div>
            </Show>
        </section>
    }
}
