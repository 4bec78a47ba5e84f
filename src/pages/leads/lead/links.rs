//! The links of a lead: to pages and mailboxes, and nowhere else. Files stay where they are.

use leptos::prelude::*;

use super::Shown;
use super::tags::change_lead;
use crate::domain::command::Command;
use crate::domain::id::LeadId;
use crate::domain::link::Link;
use crate::pages::leads::desk::Desk;
use crate::present::lead::{with_link, without_link};
use crate::ui::{Button, Dialog, FormActions, Icon, IconButton, IconView, TextField};

/// The links of a lead.
#[component]
pub(super) fn LinksView(desk: Desk, id: LeadId, shown: Shown) -> impl IntoView {
    let (app, lang) = (desk.app, desk.app.lang());
    let adding = RwSignal::new(false);
    let links = Memo::new(move |_| {
        shown.with(|it| it.as_ref().map(|it| it.links.clone()).unwrap_or_default())
    });
    let link = move |link: Link| {
        let (href, words) = (link.url().to_owned(), link.words().to_owned());
        let label = words.clone();
        let remove = move || change_lead(app, id, |lead| without_link(lead, &link));
        view! {
            <li class="list__row" data-testid="lead-link">
                <a class="list__main contact__way" href=href target="_blank" rel="noopener noreferrer">
                    <span>
                        <IconView icon=Icon::Link />
                        {words}
                        <span class="unseen">", "{move || lang.get().lead_link_opens()}</span>
                    </span>
                </a>
                <IconButton
                    icon=Icon::Trash
                    label=move || lang.get().lead_link_remove(&label)
                    on_press=remove
                />
            </li>
        }
    };
    view! {
        <section class="section" data-testid="lead-links">
            <div class="section__head">
                <h3 class="section__title">{move || lang.get().lead_links()}</h3>
                <span data-testid="lead-link-add">
                    <Button
                        icon=Icon::Plus
                        label=move || lang.get().lead_link_add()
                        on_press=move || adding.set(true)
                    />
                </span>
            </div>
            <Show
                when=move || !links.read().is_empty()
                fallback=move || view! {
                    <p class="section__note">{move || lang.get().lead_links_note()}</p>
                }
            >
                <ul class="list">{move || links.get().into_iter().map(link).collect_view()}</ul>
            </Show>
            <LinkDialog desk id adding />
        </section>
    }
}

#[component]
fn LinkDialog(desk: Desk, id: LeadId, adding: RwSignal<bool>) -> impl IntoView {
    let (app, lang) = (desk.app, desk.app.lang());
    let (title, url) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let refused = RwSignal::new(false);
    let close = move || {
        adding.set(false);
        refused.set(false);
    };
    let save = move || {
        let lead = app.peek(|it| {
            let lead = it.leads.get(id)?;
            Some(with_link(lead, &title.read_untracked(), &url.read_untracked()))
        });
        match lead {
            Some(Ok(lead)) => {
                app.act(Command::EditLead(id, Box::new(lead)));
                title.set(String::new());
                url.set(String::new());
                close();
            }
            Some(Err(_)) => refused.set(true),
            None => close(),
        }
    };
    let wrong = move || refused.get().then(|| lang.get().lead_link_refused().to_owned());
    let actions = move || {
        view! {
            <FormActions name="link-save" on_cancel=close on_save=save />
        }
    };
    view! {
        <Dialog open=adding title=move || lang.get().lead_link_add() on_close=close actions>
            <div class="form" data-testid="link-form">
                <span data-testid="link-url">
                    <TextField
                        label=move || lang.get().lead_link_url()
                        value=url
                        error=Signal::derive(wrong)
                        on_input=move |text| {
                            refused.set(false);
                            url.set(text);
                        }
                        on_enter=Callback::new(move |()| save())
                    />
                </span>
                <span data-testid="link-title">
                    <TextField
                        label=move || lang.get().lead_link_title()
                        value=title
                        on_input=move |text| title.set(text)
                        on_enter=Callback::new(move |()| save())
                    />
                </span>
                <p class="field__hint">{move || lang.get().lead_links_note()}</p>
            </div>
        </Dialog>
    }
}
